/** What a screen reader is told, politely; the live region draws it. */
export class Announcer {
  #message = $state('');

  /** The sentence in the live region. */
  get message(): string {
    return this.#message;
  }

  /** Says `sentence`, even when it is the same as the last one. */
  say(sentence: string): void {
    this.#message = sentence === this.#message ? `${sentence}\u00a0` : sentence;
  }
}
