import type { Hit } from '../../bindings/Hit';
import type { SearchResponse } from '../../bindings/SearchResponse';
import { withMeaning } from './merge-meaning';
import type { Narrowing } from './narrowing.svelte';

/** Fewer relaxed hits than this leave the right side to the bridge wording, and `Alt+4…6` to it. */
const FEW = 4;

/** What a search found by its words and, a moment later, by their meaning; and what that says. */
export class Findings {
  /** What the list shows. */
  shown = $state.raw<SearchResponse | null>(null);
  /** What the words alone found. */
  byWords = $state.raw<SearchResponse | null>(null);

  readonly #narrowing: Narrowing;

  constructor(narrowing: Narrowing) {
    this.#narrowing = narrowing;
  }

  /** The text with its slips set right, when nothing but that made the words match. */
  readonly meant: string | null = $derived.by(() => {
    const found = this.byWords?.ladder.findLast((rung) => rung.count > 0);
    const onlySlips = found === undefined || found.step === 'sound' || found.step === 'slip';
    return onlySlips ? (this.byWords?.meant ?? null) : null;
  });

  /** The hits were found by relaxing the query, or there are none at all. */
  readonly relaxed: boolean = $derived.by(() => {
    const answer = this.byWords;
    if (answer === null || this.meant !== null) return false;
    const nothing = answer.counts.all === 0 && answer.query.trim() !== '' && !this.#narrowing.hides;
    return answer.ladder.length > 0 || nothing;
  });

  /** Relaxing found so little that the ladder and the bridge wording are worth the room. */
  readonly few: boolean = $derived(this.relaxed && (this.byWords?.total ?? 0) < FEW);

  /** No word matched; what is listed is near in meaning. */
  readonly onlyNear: boolean = $derived(this.byWords?.total === 0 && (this.shown?.total ?? 0) > 0);

  /** The words' answer is here; null is that nothing is asked. */
  set(answer: SearchResponse | null): void {
    this.byWords = answer;
    this.shown = answer;
  }

  /** Meaning made `hits` of the list; gives how many no word had found. */
  add(hits: readonly Hit[]): number {
    if (this.byWords === null) return 0;
    this.shown = withMeaning(this.byWords, hits);
    return this.shown.total - this.byWords.total;
  }
}
