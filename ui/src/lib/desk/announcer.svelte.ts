/** What a screen reader is told, politely; the live region draws it. */
export class Announcer {
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
}
