import type { MembersTrial } from '../../bindings/MembersTrial';
import type { Words } from '../../bindings/Words';
import { placeKey, type EditState } from '../vocabulary/edit-state';

/** What is wrong with each row, by its key; `about` is the state that was asked about. */
export function faultsByKey(
  trial: MembersTrial | null,
  about: EditState | null,
): ReadonlyMap<string, Words[]> {
  const found = new Map<string, Words[]>();
  if (about === null) return found;
  for (const { place, what } of trial?.faults ?? []) {
    const key = placeKey(place, about);
    found.set(key, [...(found.get(key) ?? []), what]);
  }
  return found;
}
