import type { EntryRow } from '../../bindings/EntryRow';

/** Which entries the list shows. */
export type Filter = 'all' | 'mine' | 'inReview' | 'due';
export const FILTERS: readonly Filter[] = ['all', 'mine', 'inReview', 'due'];

/** From how many days before its day an entry is due. */
const SOON_DAYS = 30;

const PASSES: Record<Filter, (row: EntryRow) => boolean> = {
  all: () => true,
  mine: (row) => row.mine,
  inReview: (row) => row.status === 'inReview',
  due: (row) => row.due !== null && row.due.left <= SOON_DAYS,
};

/** The list of entries: which are shown, which one the cursor is on. */
export class Listing {
  rows = $state.raw<EntryRow[]>([]);
  filter = $state<Filter>('all');
  /** What is typed in the filter box. */
  needle = $state('');
  /** The file of the row the cursor is on. */
  current = $state<string | null>(null);

  readonly #found = $derived.by(() => {
    const needle = this.needle.trim().toLowerCase();
    if (needle === '') return this.rows;
    const holds = (text: string | null): boolean => text !== null && text.toLowerCase().includes(needle);
    return this.rows.filter((row) => holds(row.title) || holds(row.id) || row.aliases.some(holds));
  });
  readonly shown: EntryRow[] = $derived(this.#found.filter(PASSES[this.filter]));
  /** How many each filter leaves of what the box finds. */
  readonly counts: Record<Filter, number> = $derived({
    all: this.#found.length,
    mine: this.#found.filter(PASSES.mine).length,
    inReview: this.#found.filter(PASSES.inReview).length,
    due: this.#found.filter(PASSES.due).length,
  });
  readonly at: number = $derived(this.shown.findIndex((row) => row.file === this.current));

  /** Moves the cursor; at the ends it stays. */
  move(by: number): void {
    const at = this.at === -1 && by > 0 ? -1 : this.at;
    const next = Math.max(0, Math.min(at + by, this.shown.length - 1));
    this.current = this.shown[next]?.file ?? this.current;
  }

  row(file: string): EntryRow | undefined {
    return this.rows.find((row) => row.file === file);
  }

  /** Puts a row in place of the one of its file, or at the end. */
  put(row: EntryRow): void {
    const known = this.rows.some(({ file }) => file === row.file);
    this.rows = known ? this.rows.map((old) => (old.file === row.file ? row : old)) : [...this.rows, row];
  }

  remove(file: string): void {
    this.rows = this.rows.filter((row) => row.file !== file);
  }

  /** Another workspace: nothing stays. */
  clear(): void {
    this.rows = [];
    this.needle = '';
    this.filter = 'all';
    this.current = null;
  }
}
