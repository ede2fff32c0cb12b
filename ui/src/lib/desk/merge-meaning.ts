import type { Hit } from '../../bindings/Hit';
import type { SearchResponse } from '../../bindings/SearchResponse';

/** From so many milliseconds after they were painted, lines keep their places: somebody reads them. */
export const SETTLED_MS = 150;

/** Where the words' hits stand when those found by meaning arrive. */
export interface OnScreen {
  /** All hits in the list, those on the screen and those before and behind it. */
  hits: readonly Hit[];
  /** How many of them end with the last line on the screen. */
  shown: number;
  /** The person has touched the list: moved in it, points at a line, holds the key that picks one. */
  touched: boolean;
  /** How long ago they were painted, in milliseconds. */
  age: number;
}

/** Whether `hit` was found by its meaning and by nothing else. */
export function onlyByMeaning(hit: Hit): boolean {
  return hit.why.length > 0 && hit.why.every((why) => why === 'semantic');
}

/**
 * The list with what was found by meaning in it. A list that somebody touched or has had time to read keeps
 * every line up to the last one on the screen, and the rest comes below in the merged order; otherwise the
 * merged order is taken as it is. No hit is lost and none is there twice.
 */
export function mergeMeaning(screen: OnScreen, merged: readonly Hit[]): Hit[] {
  const keeps = screen.touched || screen.age > SETTLED_MS;
  return distinct([...(keeps ? screen.hits.slice(0, screen.shown) : []), ...merged, ...screen.hits]);
}

/** The words' answer over the merged list: what only meaning found is counted with it. */
export function withMeaning(answer: SearchResponse, merged: readonly Hit[]): SearchResponse {
  const added = merged.filter(onlyByMeaning);
  const counts = { ...answer.counts, all: answer.counts.all + added.length };
  for (const hit of added) counts[hit.kind] += 1;
  return { ...answer, counts, total: answer.total + added.length };
}

function distinct(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ id }) => !seen.has(id) && seen.add(id));
}
