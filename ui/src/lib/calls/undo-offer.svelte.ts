/** How long something can be taken back, in milliseconds. */
export const UNDO_MS = 20_000;

/** What was done last and can be taken back for a while: one thing at a time, told beside the clock. */
export class UndoOffer {
  text = $state<string | null>(null);
  #undo: (() => void) | null = null;
  #gone: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Offers to take something back; `gone` runs when that is over, whatever way. */
  offer(text: string, undo: () => void, gone: () => void = () => undefined): void {
    this.withdraw();
    this.text = text;
    this.#undo = undo;
    this.#gone = gone;
    this.#timer = setTimeout(() => this.withdraw(), UNDO_MS);
  }

  /** Takes it back; false when nothing is offered. */
  take(): boolean {
    const undo = this.#undo;
    this.withdraw();
    undo?.();
    return undo !== null;
  }

  /** It is too late. */
  withdraw(): void {
    clearTimeout(this.#timer);
    const gone = this.#gone;
    this.text = null;
    this.#undo = null;
    this.#gone = null;
    gone?.();
  }
}
