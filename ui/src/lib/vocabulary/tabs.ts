import type { TableKind } from '../../bindings/TableKind';

/** The parts of the screen on the left. */
export type Tab = 'entries' | TableKind;

/** In the order they are drawn. */
export const TABS: readonly Tab[] = ['entries', 'synonyms', 'words', 'readings', 'judged'];

/** Between the words of a list that is typed in one line; commas stay part of a word. */
const BETWEEN = /[、；;\n]/;

/** Words as one line. */
export function listed(words: readonly string[]): string {
  return words.join('、');
}

/** The words of a line; empty ones are left out. */
export function unlisted(line: string): string[] {
  return line
    .split(BETWEEN)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
