import type { TrialView } from '../../bindings/TrialView';
import { placeKey, type EditState } from './edit-state';

/** A sentence about a place of the vocabulary. */
export interface PlaceNote {
  kind: 'fault' | 'contradiction' | 'double';
  zh: string;
  en: string;
}

/** What an answer says about each place; `about` is the state that was asked about. */
export function notesByPlace(
  answer: TrialView | null,
  about: EditState | null,
): ReadonlyMap<string, PlaceNote[]> {
  const placed = new Map<string, PlaceNote[]>();
  if (answer === null || about === null) return placed;
  const put = (key: string, note: PlaceNote): void => {
    placed.set(key, [...(placed.get(key) ?? []), note]);
  };
  for (const { place, what, remedy } of answer.faults) {
    put(placeKey(place, about), { kind: 'fault', zh: what.zh + remedy.zh, en: `${what.en} ${remedy.en}` });
  }
  for (const { places, contradiction, what } of answer.notes) {
    const kind = contradiction ? 'contradiction' : 'double';
    for (const place of places) put(placeKey(place, about), { kind, ...what });
  }
  return placed;
}
