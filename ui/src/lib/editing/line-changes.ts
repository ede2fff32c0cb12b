/** A line of two texts beside each other. */
export interface LineChange {
  kind: 'same' | 'old' | 'new';
  text: string;
}

/** Beyond this many pairs of lines the middle is called changed as a whole: exactness would cost a pause in typing. */
const MOST_PAIRS = 160_000;

export function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}

/** How many lines two texts begin with and end with together. */
function sameEnds(old: string[], now: string[]): { start: number; end: number } {
  const least = Math.min(old.length, now.length);
  let start = 0;
  while (start < least && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < least - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  return { start, end };
}

/** The lines of both texts in order: what stayed, what went, what came. Longest common subsequence. */
export function lineChanges(old: string[], now: string[]): LineChange[] {
  const { start, end } = sameEnds(old, now);
  const went = old.slice(start, old.length - end);
  const came = now.slice(start, now.length - end);
  const same = (text: string): LineChange => ({ kind: 'same', text });
  return [...now.slice(0, start).map(same), ...middle(went, came), ...now.slice(now.length - end).map(same)];
}

function middle(went: string[], came: string[]): LineChange[] {
  const out = went.map((text): LineChange => ({ kind: 'old', text }));
  if (went.length * came.length === 0 || went.length * came.length > MOST_PAIRS)
    return [...out, ...came.map((text): LineChange => ({ kind: 'new', text }))];
  const width = came.length + 1;
  const longest = new Uint32Array((went.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = went.length - 1; i >= 0; i -= 1)
    for (let j = came.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        went[i] === came[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < went.length || j < came.length) {
    const [gone, new_] = [went[i], came[j]];
    if (gone !== undefined && gone === new_) {
      changes.push({ kind: 'same', text: gone });
      [i, j] = [i + 1, j + 1];
    } else if (gone !== undefined && (new_ === undefined || at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ kind: 'old', text: gone });
      i += 1;
    } else if (new_ !== undefined) {
      changes.push({ kind: 'new', text: new_ });
      j += 1;
    }
  }
  return changes;
}

/** The lines of `now` (from 1) that differ from `old`: put in, or changed where others went. */
export function changedLines(old: string[], now: string[]): Map<number, 'added' | 'changed'> {
  const lines = new Map<number, 'added' | 'changed'>();
  let [line, gone] = [0, 0];
  for (const { kind } of lineChanges(old, now)) {
    if (kind === 'old') gone += 1;
    else line += 1;
    if (kind === 'same') gone = 0;
    if (kind === 'new') {
      lines.set(line, gone > 0 ? 'changed' : 'added');
      if (gone > 0) gone -= 1;
    }
  }
  return lines;
}
