import type { ChosenHits } from '../../bindings/ChosenHits';
import type { FindView } from '../../bindings/FindView';
import type { FoundEntry } from '../../bindings/FoundEntry';

/** Hits that are left as they are, by entry. */
export type Skipped = ReadonlyMap<string, ReadonlySet<number>>;

/** Everything that was found is chosen. */
export const NONE_SKIPPED: Skipped = new Map();

/** With one hit chosen or left. */
export function withHit(skipped: Skipped, id: string, hit: number, chosen: boolean): Skipped {
  const hits = new Set(skipped.get(id));
  if (chosen) hits.delete(hit);
  else hits.add(hit);
  return new Map(skipped).set(id, hits);
}

/** With all hits of an entry chosen or left. */
export function withEntry(skipped: Skipped, entry: FoundEntry, chosen: boolean): Skipped {
  const hits = chosen ? [] : entry.hits.keys();
  return new Map(skipped).set(entry.id, new Set(hits));
}

/** What is replaced; an entry that can't be written, and one with no hit left, is not among them. */
export function chosenHits(view: FindView | null, skipped: Skipped): ChosenHits[] {
  const writable = (view?.entries ?? []).filter((entry) => entry.refused === null);
  return writable
    .map(({ id, fingerprint, hits }) => ({
      id,
      fingerprint,
      hits: [...hits.keys()].filter((hit) => skipped.get(id)?.has(hit) !== true),
    }))
    .filter((entry) => entry.hits.length > 0);
}
