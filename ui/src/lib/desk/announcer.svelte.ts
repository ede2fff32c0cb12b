/** How long a sentence stands beside the clock, in milliseconds. */
const SHOWN_MS = 6_000;

/** What a screen reader is told, politely; the live region draws it. */
export class Announcer {
  /** What eyes are told beside the clock for a while: why a key did nothing. */
  shown = $state<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #message = $state('');
  #number = $state(0);

  /** The sentence in the live region. */
  get message(): string {
    return this.#message;
  }

  /** How many sentences were said so far. */
  get number(): number {
    return this.#number;
  }

  /** Says `sentence`, even when it is the same as the last one. */
  say(sentence: string): void {
    this.#message = sentence === this.#message ? `${sentence}\u00a0` : sentence;
    this.#number += 1;
  }

  /** Says `sentence` where no other place on the screen does. */
  show(sentence: string): void {
    this.say(sentence);
    this.shown = sentence;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.shown = null), SHOWN_MS);
  }
}
