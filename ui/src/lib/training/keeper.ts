/** How long a change waits to be kept, in milliseconds: a killed window loses less than a second. */
export const KEEP_MS = 700;

/** Keeps something a moment after its first change; further changes do not put that off. */
export class Keeper {
  readonly #keep: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  /** `keep` rejects with nothing: it tells of its own failures. */
  constructor(keep: () => Promise<void>) {
    this.#keep = keep;
  }

  /** Something changed. */
  soon(): void {
    this.#timer ??= setTimeout(() => void this.now(), KEEP_MS);
  }

  /** Keeps what waits without waiting longer; resolves when nothing is being kept any more. */
  async now(): Promise<void> {
    if (this.#timer !== undefined) {
      this.forget();
      this.#writing = this.#writing.then(this.#keep);
    }
    await this.#writing;
  }

  /** Nothing waits any more: it was saved, or belongs to a workspace that is gone. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
