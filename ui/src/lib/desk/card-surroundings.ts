import type { EntryView } from '../../bindings/EntryView';
import type { Backend } from '../backend/backend';
import type { Wording } from '../text/wording';
import type { Echoes } from '../filling/echoes.svelte';
import type { FieldValues } from './field-values.svelte';
import type { Ticks } from './ticks.svelte';

/** What a card needs from the desk it stands on. */
export interface CardSurroundings {
  backend: Backend;
  fields: FieldValues;
  echoes: Echoes;
  ticks: Ticks;
  words: () => Wording;
  /** Tells a screen reader. */
  announce: (sentence: string) => void;
  /** Brings the first place that matched into view on the card. */
  revealLit: () => void;
  /** Puts the cursor into the blank `name` of the card of `entry`. */
  focusBlank: (entry: string, name: string) => void;
  /** Wording of a card was copied. */
  copied?: (entry: EntryView) => void;
}
