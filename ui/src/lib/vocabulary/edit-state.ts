import type { CustomerWords } from '../../bindings/CustomerWords';
import type { EntryWords } from '../../bindings/EntryWords';
import type { VocabularyEdits } from '../../bindings/VocabularyEdits';
import type { VocabularyPlace } from '../../bindings/VocabularyPlace';
import type { VocabularyView } from '../../bindings/VocabularyView';

/** A saved row that was changed; `cells` is null where it is taken out. */
export interface ChangedRow {
  file: string;
  line: number;
  was: string;
  cells: string[] | null;
}

/** A row that is being added. */
export interface AddedRow {
  key: string;
  file: string;
  cells: string[];
}

/** Everything that is not saved yet; never changed in place. */
export interface EditState {
  entries: ReadonlyMap<string, { was: CustomerWords; words: CustomerWords }>;
  rows: ReadonlyMap<string, ChangedRow>;
  added: readonly AddedRow[];
}

/** Nothing is edited. */
export const NOTHING: EditState = { entries: new Map(), rows: new Map(), added: [] };

/** The key of a saved row. */
export function rowKey(file: string, line: number): string {
  return `${file}:${line}`;
}

/** The key of an entry among all places. */
export function entryKey(id: string): string {
  return `entry:${id}`;
}

/** The key of a place that an answer names; `state` is what was asked about. */
export function placeKey(place: VocabularyPlace, state: EditState): string {
  switch (place.at) {
    case 'entry':
      return entryKey(place.id);
    case 'row':
      return rowKey(place.file, place.line);
    case 'added':
      return state.added[place.index - state.rows.size]?.key ?? '';
  }
}

/** The state with an entry's words changed; back to what they were is no edit. */
export function withEntry(state: EditState, entry: EntryWords, words: CustomerWords): EditState {
  const entries = new Map(state.entries);
  if (same(entry.words, words)) entries.delete(entry.id);
  else entries.set(entry.id, { was: entry.words, words });
  return { ...state, entries };
}

/** The state with a saved row changed; `before` is what it says as saved. */
export function withRow(state: EditState, row: ChangedRow, before: readonly string[]): EditState {
  const rows = new Map(state.rows);
  const key = rowKey(row.file, row.line);
  if (row.cells !== null && same(row.cells, before)) rows.delete(key);
  else rows.set(key, row);
  return { ...state, rows };
}

/**
 * The state that kept edits were. A row that stands in another line by now is found by what it said; what is found
 * nowhere stays as it was, and trying it tells.
 */
export function restored(edits: VocabularyEdits, view: VocabularyView): EditState {
  const rows = new Map<string, ChangedRow>();
  const added: AddedRow[] = [];
  for (const { file, line, was, cells } of edits.rows) {
    if (line === null) {
      added.push({ key: addedKey(added.length + 1), file, cells: cells ?? [] });
      continue;
    }
    const saved = view.tables.find((table) => table.file === file)?.rows ?? [];
    const stays = saved.some((row) => row.line === line && row.text === was);
    const found = stays ? line : (saved.find((row) => row.text === was)?.line ?? line);
    rows.set(rowKey(file, found), { file, line: found, was, cells });
  }
  return { entries: new Map(edits.entries.map(({ id, was, words }) => [id, { was, words }])), rows, added };
}

/** The key of the row that was added as number `number`, from 1. */
export function addedKey(number: number): string {
  return `added:${number}`;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
