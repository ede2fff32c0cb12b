import type { Hit } from '../../bindings/Hit';

/** What the search tells the desk. */
export interface SearchListener {
  /** A line became the selected one, or none is. */
  selected(hit: Hit | null, query: string): void;
  /**
   * Fresh results are in the state, asked for by the key at `keyAt` if by a key; `again` when nobody asked, and they are
   * only brought in step with the library.
   */
  answered(keyAt: number | null, again: boolean): void;
  /** A line was chosen, not only passed or shown as the best. */
  opened(hit: Hit): void;
  /** Hits found by meaning were added to the list, so many. */
  added(count: number): void;
  /** The box is empty and nothing narrows. */
  emptied(): void;
  /** Whether anything can be found by meaning now. */
  meaningIsOn(): boolean;
}
