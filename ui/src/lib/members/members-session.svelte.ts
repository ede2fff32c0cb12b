import type { MembersTrial } from '../../bindings/MembersTrial';
import type { MembersView } from '../../bindings/MembersView';
import type { RowEdit } from '../../bindings/RowEdit';
import type { TableRow } from '../../bindings/TableRow';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import { LatestOnly } from '../desk/latest-only';
import { rowKey, type EditState } from '../vocabulary/edit-state';
import { faultsByKey } from './faults-by-key';
import { Acting } from '../training/acting.svelte';
import { PendingEdits } from '../vocabulary/pending-edits.svelte';

export type List = 'people' | 'rules';

/** The file of each list. */
export const FILES: Record<List, string> = { people: 'people.tsv', rules: 'review.tsv' };

const EMPTY: Record<List, string[]> = { people: ['', 'trainer', ''], rules: ['tag', '', ''] };

/** A row with its edit laid over it. */
export interface MemberRow {
  key: string;
  /** As saved; null for a row that is being added. */
  saved: TableRow | null;
  cells: string[];
  removed: boolean;
}

/** What the session needs from around it. */
export interface MembersSurroundings {
  ask: Ask;
  announce: (sentence: string) => void;
  words: () => { saved: string; undone: string };
  /** Moves the cursor into the row with this key. */
  focus: (key: string) => void;
}

/** 名单与审批规则: who works in the workspace and which offices approve what, edited and saved as one act. */
export class MembersSession extends Acting<string> {
  view = $state.raw<MembersView | null>(null);
  trial = $state.raw<MembersTrial | null>(null);
  readonly edits = new PendingEdits();
  readonly people = $derived.by(() => this.#laid('people'));
  readonly rules = $derived.by(() => this.#laid('rules'));
  readonly locked = $derived(this.view === null || this.view.refused !== null);
  #about = $state.raw<EditState | null>(null);
  readonly faults = $derived.by(() => faultsByKey(this.trial, this.#about));
  readonly ready = $derived(
    this.edits.count > 0 && !this.busy && this.faults.size === 0 && (this.trial?.refused ?? null) === null,
  );

  readonly #around: MembersSurroundings;
  readonly #latest: LatestOnly<RowEdit[], MembersTrial>;
  #asked: EditState | null = null;

  constructor(around: MembersSurroundings) {
    super();
    this.#around = around;
    this.#latest = new LatestOnly((rows) => around.ask('try_members', rows), {
      done: (trial) => {
        this.trial = trial;
        this.#about = this.#asked;
      },
      failed: (thrown) => (this.error = BackendError.from(thrown)),
    });
    this.edits.onChange = () => this.#edited();
  }

  /** Reads the lists; what was edited and not saved is given up. */
  async open(): Promise<void> {
    this.#forget();
    await this.act(async () => {
      this.view = await this.#around.ask('members');
    });
  }

  add(list: List): void {
    if (!this.locked) this.#around.focus(this.edits.add(FILES[list], EMPTY[list]));
  }

  /** Changes one cell of a row. */
  set(list: List, row: MemberRow, at: number, text: string): void {
    const cells = row.cells.map((cell, place) => (place === at ? text : cell));
    // What a rule is for decides what stands beside it.
    if (list === 'rules' && at === 0) cells[1] = text === 'all' ? '-' : text === 'kind' ? 'script' : '';
    if (list === 'people' && at === 1 && text === 'trainer') cells[2] = '';
    this.#take(list, row, cells, `${at}`);
  }

  remove(list: List, row: MemberRow): void {
    this.#take(list, row, null, 'remove');
  }

  restore(list: List, row: MemberRow): void {
    this.#take(list, row, row.saved?.cells ?? [], 'restore');
  }

  async save(): Promise<void> {
    if (!this.ready) return;
    await this.act(async () => {
      const saved = await this.#around.ask('save_members', this.edits.request.rows);
      this.#forget();
      this.view = saved.view;
      this.done = saved.version;
      this.#around.announce(this.#around.words().saved);
    });
  }

  /** Takes the last edit back; without one, the last save. */
  override async undo(): Promise<void> {
    if (!this.edits.undo()) await super.undo();
  }

  onKeydown(event: KeyboardEvent): boolean {
    if (!event.ctrlKey || event.altKey) return false;
    const key = event.key.toLowerCase();
    if (key === 's') void this.save();
    else if (key === 'z' && !event.shiftKey) void this.undo();
    else if (key === 'y' || key === 'z') this.edits.redo();
    else return false;
    return true;
  }

  protected async takeBack(version: string): Promise<void> {
    this.view = await this.#around.ask('undo_members', version);
    this.#around.announce(this.#around.words().undone);
  }

  #laid(list: List): MemberRow[] {
    const { rows, added } = this.edits.now;
    const file = FILES[list];
    const saved = (this.view?.[list] ?? []).map((row): MemberRow => {
      const key = rowKey(file, row.line);
      const edit = rows.get(key);
      return { key, saved: row, cells: edit?.cells ?? row.cells, removed: edit?.cells === null };
    });
    const more = added
      .filter((row) => row.file === file)
      .map(({ key, cells }): MemberRow => ({ key, saved: null, cells, removed: false }));
    return [...saved, ...more];
  }

  #take(list: List, row: MemberRow, cells: string[] | null, field: string): void {
    const { saved, key } = row;
    const file = FILES[list];
    if (saved === null) this.edits.setAdded(key, cells, field);
    else this.edits.setRow({ file, line: saved.line, was: saved.text, cells }, saved.cells, field);
  }

  #edited(): void {
    this.undone = false;
    this.done = null;
    this.error = null;
    this.#asked = this.edits.now;
    this.#latest.ask(this.edits.request.rows);
  }

  #forget(): void {
    this.#latest.forget();
    this.edits.clear();
    Object.assign(this, { trial: null, error: null, done: null, undone: false });
  }
}
