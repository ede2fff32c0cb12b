import type { CustomerWords } from '../../bindings/CustomerWords';
import type { EntryWords } from '../../bindings/EntryWords';
import type { VocabularyEdits } from '../../bindings/VocabularyEdits';
import {
  addedKey,
  entryKey,
  NOTHING,
  rowKey,
  withEntry,
  withRow,
  type ChangedRow,
  type EditState,
} from './edit-state';

/** Edits with their undoing. Keys typed one after another into one field are one step. */
export class PendingEdits {
  now: EditState = $state.raw(NOTHING);
  readonly count = $derived(this.now.entries.size + this.now.rows.size + this.now.added.length);

  /** Called after every change but a clearing. */
  onChange: () => void = () => undefined;

  #past: EditState[] = $state.raw([]);
  #future: EditState[] = $state.raw([]);
  #typingIn: string | null = null;
  #added = 0;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Changes an entry's words; back to what they were is no edit. */
  setEntry(entry: EntryWords, words: CustomerWords, field: string): void {
    this.#take(withEntry(this.now, entry, words), `${entryKey(entry.id)} ${field}`);
  }

  /** Changes a saved row; `before` is what it says as saved. */
  setRow(row: ChangedRow, before: readonly string[], field: string): void {
    const key = rowKey(row.file, row.line);
    this.#take(withRow(this.now, row, before), row.cells === null ? null : `${key} ${field}`);
  }

  /** Adds a row and answers with its key. */
  add(file: string, cells: string[]): string {
    const key = addedKey((this.#added += 1));
    this.#take({ ...this.now, added: [...this.now.added, { key, file, cells }] }, null);
    return key;
  }

  /** Changes a row that is being added; null takes it out. */
  setAdded(key: string, cells: string[] | null, field: string): void {
    const changed = this.now.added.map((row) => (row.key === key ? { ...row, cells: cells ?? [] } : row));
    const added = cells === null ? changed.filter((row) => row.key !== key) : changed;
    this.#take({ ...this.now, added }, cells === null ? null : `${key} ${field}`);
  }

  /** The cursor left a field: what is typed next is a step of its own. */
  settle(): void {
    this.#typingIn = null;
  }

  undo(): boolean {
    const before = this.#past.at(-1);
    if (before === undefined) return false;
    this.#future = [...this.#future, this.now];
    this.#past = this.#past.slice(0, -1);
    this.#show(before);
    this.onChange();
    return true;
  }

  redo(): boolean {
    const after = this.#future.at(-1);
    if (after === undefined) return false;
    this.#past = [...this.#past, this.now];
    this.#future = this.#future.slice(0, -1);
    this.#show(after);
    this.onChange();
    return true;
  }

  /** What was kept takes the place of nothing; one step back is nothing again. */
  restore(state: EditState): void {
    this.#added = state.added.length;
    this.#past = [NOTHING];
    this.#show(state);
  }

  /** Gives all edits up; one step back brings them again. */
  drop(): void {
    this.#take(NOTHING, null);
  }

  /** All is saved, or belongs to another workspace. */
  clear(): void {
    this.#past = [];
    this.#future = [];
    this.#show(NOTHING);
  }

  /** As the backend takes them. */
  get request(): VocabularyEdits {
    const { entries, rows, added } = this.now;
    return {
      entries: [...entries].map(([id, edit]) => ({ id, ...edit })),
      rows: [...rows.values(), ...added.map(({ file, cells }) => ({ file, line: null, was: '', cells }))],
    };
  }

  #take(next: EditState, field: string | null): void {
    if (field === null || field !== this.#typingIn) this.#past = [...this.#past, this.now];
    this.#future = [];
    this.#typingIn = field;
    this.now = next;
    this.onChange();
  }

  #show(state: EditState): void {
    this.#typingIn = null;
    this.now = state;
  }
}
