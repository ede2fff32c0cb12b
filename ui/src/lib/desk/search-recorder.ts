import type { SearchNote } from '../../bindings/SearchNote';
import type { SearchResponse } from '../../bindings/SearchResponse';

/** A search counts when the hand has rested for so long, in milliseconds. */
export const REST_MS = 1500;

/**
 * Says what counts as one search: the text when the hand rested, when something was opened from it, or when it was
 * cleared; not every key.
 */
export class SearchRecorder {
  readonly #tell: (note: SearchNote) => void;
  #answer: SearchResponse | null = null;
  #told = false;
  /** The longest text since the box was empty: taking letters back is no search. */
  #longest = '';
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (note: SearchNote) => void) {
    this.#tell = tell;
  }

  /** An answer to what is in the box. */
  answered(answer: SearchResponse | null): void {
    const text = answer?.query.trim() ?? '';
    if (answer === null || text === '' || text === this.#answer?.query.trim()) return;
    clearTimeout(this.#rest);
    this.#answer = answer;
    this.#told = false;
    if (this.#longest.startsWith(text) && this.#longest !== text) return;
    this.#longest = text;
    this.#rest = setTimeout(() => this.#say(null), REST_MS);
  }

  /** The entry `id` was opened or copied; it stood on `line`, from 1, or 0 when it was reached another way. */
  opened(id: string, line: number): void {
    this.#say({ id, line });
  }

  /** The box was emptied. */
  emptied(): void {
    const text = this.#answer?.query.trim() ?? '';
    if (!this.#told && text === this.#longest) this.#say(null);
    clearTimeout(this.#rest);
    this.#answer = null;
    this.#longest = '';
  }

  #say(opened: SearchNote['opened']): void {
    clearTimeout(this.#rest);
    const answer = this.#answer;
    if (answer === null) return;
    this.#told = true;
    const rung = answer.ladder.findLast(({ count, step }) => count > 0 && step !== 'asTyped');
    const total = answer.counts.all;
    this.#tell({
      text: answer.query,
      total,
      rung: total > 0 ? (rung?.step ?? null) : null,
      tookUs: answer.tookUs,
      opened,
    });
  }
}
