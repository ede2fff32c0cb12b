/** How long typing in a line waits before it counts, in milliseconds; with the copy's own wait it is less than a second. */
export const LINE_MS = 150;

/** An event of a box of one line. */
type BoxEvent = Event & { currentTarget: HTMLInputElement };

/**
 * What is typed in a box of one line: it counts a moment later, and for good when the person leaves the box or says so.
 * While the cursor is in the box its text is the person's; what an input method still composes never counts.
 */
export class TypedLine {
  /** What stands in the box while the cursor is in it; null when the file's own value does. */
  text = $state<string | null>(null);

  readonly #take: (text: string, typing: boolean) => void;
  #composing = false;
  #open = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `take` is given the text while it is typed, and once more when it is done. */
  constructor(take: (text: string, typing: boolean) => void) {
    this.#take = take;
  }

  /** Something was typed. */
  readonly oninput = (event: BoxEvent): void => {
    this.text = event.currentTarget.value;
    this.#composing = event instanceof InputEvent && event.isComposing;
    this.#open = true;
    if (!this.#composing) this.#timer ??= setTimeout(() => this.#due(), LINE_MS);
  };

  /** The input method has settled what it composed; not every window tells of it by one more `input`. */
  readonly oncompositionend = (event: BoxEvent): void => {
    this.#composing = false;
    this.text = event.currentTarget.value;
    this.#open = true;
    this.#timer ??= setTimeout(() => this.#due(), LINE_MS);
  };

  /** What was typed is done. */
  readonly settle = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#open || this.text === null) return;
    this.#open = false;
    this.#take(this.text, false);
  };

  /** The cursor left the box: what the file says stands in it again. */
  readonly onblur = (): void => {
    this.#composing = false;
    this.settle();
    this.text = null;
  };

  #due(): void {
    this.#timer = undefined;
    // Its end is told, and waits anew.
    if (!this.#composing && this.text !== null) this.#take(this.text, true);
  }
}
