import type { Reserved } from '../keys/reserved';

/** What the settings say about keys. */
export interface KeysWords {
  hint: string;
  change: (action: string, chords: string) => string;
  none: string;
  press: string;
  pressHint: string;
  reset: (action: string) => string;
  resetShort: string;
  resetAll: string;
  refused: Record<Reserved, (chord: string) => string>;
  /** The first of the two has the chord. */
  conflict: (other: string, first: string) => string;
  take: (other: string) => string;
  fixed: string;
}
