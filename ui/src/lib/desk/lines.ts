import type { Hit } from '../../bindings/Hit';

/** A list of entries that the keys of the search box move in: the results, or what is offered before typing. */
export interface Lines {
  /** The id of its element. */
  readonly listId: string;
  /** It has lines to show. */
  readonly open: boolean;
  /** The id of the selected line's element while that is on the screen. */
  readonly active: string | null;
  /** Selects the line `by` further; the card follows. */
  move(by: 1 | -1): void;
  /** Goes a page further. */
  page(by: 1 | -1): void;
  /** Chooses the line with the digit `line` (from 1); one that is not there changes nothing. */
  pick(line: number): void;
  /** Runs `act` on the selected line once it is settled which one that is. */
  enter(act: (hit: Hit) => void): void;
}
