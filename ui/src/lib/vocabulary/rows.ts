import type { TableKind } from '../../bindings/TableKind';
import type { TableRow } from '../../bindings/TableRow';
import type { VocabularyView } from '../../bindings/VocabularyView';
import type { EntryWords } from '../../bindings/EntryWords';
import { rowKey, type EditState } from './edit-state';

/** Rows drawn at once; more are found by typing. */
export const SHOWN = 200;

/** A row of a table with its edit laid over it. */
export interface DrawnRow {
  key: string;
  file: string;
  /** As saved; null for a row that is being added. */
  saved: TableRow | null;
  cells: string[];
  removed: boolean;
}

/** What a filter leaves. */
export interface Listed<Row> {
  rows: Row[];
  all: number;
}

/** The rows of a table: added ones first, so that they are in sight, then as the files have them. */
export function drawnRows(
  view: VocabularyView,
  table: TableKind,
  state: EditState,
  filter: string,
): Listed<DrawnRow> {
  const tables = view.tables.filter((one) => one.table === table);
  const files = new Set(tables.map((one) => one.file));
  const added = state.added
    .filter((row) => files.has(row.file) || (table === 'judged' && row.file.startsWith('judged/')))
    .map((row): DrawnRow => ({ ...row, saved: null, removed: false }))
    .reverse();
  const saved = tables.flatMap((one) =>
    one.rows.map((row): DrawnRow => {
      const key = rowKey(one.file, row.line);
      const edit = state.rows.get(key);
      const cells = edit?.cells ?? row.cells;
      return { key, file: one.file, saved: row, cells, removed: edit?.cells === null };
    }),
  );
  const found = saved.filter((row) => fits([...row.cells, ...(row.saved?.cells ?? [])], filter));
  return { rows: [...added, ...found].slice(0, SHOWN), all: added.length + found.length };
}

/** The entries that a filter leaves: by title, id and the customer's words, as saved or as edited. */
export function drawnEntries(view: VocabularyView, state: EditState, filter: string): Listed<EntryWords> {
  const found = view.entries.filter((entry) => {
    const words = [entry.words, state.entries.get(entry.id)?.words ?? entry.words];
    return fits([entry.title, entry.id, ...words.flatMap((one) => [...one.aliases, ...one.notFor])], filter);
  });
  return { rows: found.slice(0, SHOWN), all: found.length };
}

function fits(texts: readonly string[], filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  return wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted));
}
