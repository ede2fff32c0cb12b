import type { FixedKey } from '../keys/key-list';
import type { Reserved } from '../keys/reserved';
import type { KeyFault } from '../keys/stored-keys';

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
  refused: Record<Reserved | 'hotkey', (chord: string) => string>;
  /** Others have the keys: nothing was changed. */
  taken: (keys: string, others: string) => string;
  take: (others: string) => string;
  /** Of keys with a number each: what is held down for them. */
  way: (action: string) => string;
  fixed: string;
  /** Why a key stays as it is. */
  why: Record<FixedKey, string>;
  /** Stored keys that can't be followed. */
  faults: (count: number) => string;
  fault: Record<KeyFault['why'], (action: string, stored: string) => string>;
  dropFaults: string;
  look: string;
}
