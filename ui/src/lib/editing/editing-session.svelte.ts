import type { EntryRow } from '../../bindings/EntryRow';
import type { Kind } from '../../bindings/Kind';
import type { QuickFix } from '../../bindings/QuickFix';
import type { TextProblem } from '../../bindings/TextProblem';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import type { CardSession } from '../desk/card-session.svelte';
import { belongsToInputMethod } from '../keys/keys';
import { Selection } from '../reviewing/selection.svelte';
import type { Wording } from '../text/wording';
import { Listing } from './listing.svelte';
import type { OpenEntry, Saved } from './open-entry.svelte';

export type DialogOfEditing = 'new' | 'theirs' | 'delete';
export type PreviewWay = 'desk' | 'bar' | 'reading';

/** What the editor's screen needs of the window. */
export interface Surroundings {
  ask: Ask;
  words(): Wording;
  announce(sentence: string): void;
  /** The card of the preview; no other screen shows it. */
  card: CardSession;
}

/** The editor's screen: the list, the open entry, and the keys. */
export class EditingSession {
  readonly list = new Listing();
  readonly selection = new Selection();
  entry = $state.raw<OpenEntry | null>(null);
  error = $state.raw<BackendError | null>(null);
  /** Sentences about unsaved typing that could not be read. */
  lost = $state.raw<string[]>([]);
  loading = $state(false);
  dialog = $state<DialogOfEditing | null>(null);
  /** Which of the two views of the text is shown. */
  view = $state<'text' | 'form'>('text');
  preview = $state<PreviewWay>('desk');
  /** The problem the cursor is on, by its place in the list of problems. */
  problem = $state(0);
  /** What `Ctrl+Shift+S` does; reviewing provides it. */
  onSubmit: ((entry: OpenEntry) => void) | null = null;
  /** Moves the cursor to a pane; the screen sets it. */
  focusPane: (name: 'list' | 'filter' | 'text' | 'next' | 'previous') => void = () => undefined;

  readonly card: CardSession;
  readonly #around: Surroundings;
  #opening = 0;

  constructor(around: Surroundings) {
    this.#around = around;
    this.card = around.card;
  }

  readonly problems: TextProblem[] = $derived(this.entry?.checked.problems ?? []);

  workspaceChanged(): void {
    this.entry?.close();
    this.#opening += 1;
    this.entry = null;
    this.error = null;
    this.dialog = null;
    this.selection.clear();
    this.list.clear();
  }

  /** What is open is read again too: words were replaced meanwhile, or documents imported. */
  shown(): void {
    void this.reread();
  }

  /** Writes the copy of what is typed now. */
  async keepNow(): Promise<void> {
    await this.entry?.leave();
  }

  /** Reads the list again; what is open stays open. */
  async load(): Promise<void> {
    this.loading = this.list.rows.length === 0;
    try {
      const { rows, lost } = await this.#around.ask('editing_list');
      this.list.rows = rows;
      this.lost = lost;
      this.error = null;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    } finally {
      this.loading = false;
    }
  }

  /** Somebody else changed files of the workspace. */
  async reread(): Promise<void> {
    await this.load();
    const entry = this.entry;
    if (entry === null) return;
    try {
      entry.refresh(await this.#around.ask('editing_open', entry.file));
    } catch (thrown) {
      entry.error = BackendError.from(thrown);
    }
  }

  /** Opens a file; what was typed in the one before is kept. */
  async open(file: string): Promise<void> {
    this.list.current = file;
    if (this.entry?.file === file) return;
    this.#opening += 1;
    const number = this.#opening;
    try {
      await this.entry?.leave();
      const [opened, { openEntry }] = await Promise.all([
        this.#around.ask('editing_open', file),
        import('./editor'),
      ]);
      if (number !== this.#opening) return;
      const unsaved = (of: string, is: boolean): void => this.#mark(of, is);
      this.entry = openEntry(opened, { ask: this.#around.ask, unsaved }, this.#words);
      this.problem = 0;
      this.error = null;
      if (opened.recovered !== null)
        this.#around.announce(this.#words.recovered(opened.recovered.at, opened.recovered.by));
    } catch (thrown) {
      if (number === this.#opening) this.error = BackendError.from(thrown);
    }
  }

  /** Goes to the entry that a link of the preview leads to, whatever the list is narrowed to. */
  async follow(id: string): Promise<void> {
    const row = this.list.rows.find((one) => one.id === id);
    if (row === undefined) return;
    this.list.filter = 'all';
    this.list.needle = '';
    await this.open(row.file);
  }

  async save(): Promise<void> {
    const saved = (await this.entry?.save()) ?? null;
    this.#tellOf(saved);
  }

  async overwrite(): Promise<void> {
    this.dialog = null;
    this.#tellOf((await this.entry?.overwrite()) ?? null);
  }

  async keepAsCopy(): Promise<void> {
    this.dialog = null;
    const row = (await this.entry?.keepAsCopy()) ?? null;
    if (row !== null) await this.#come(row);
  }

  /** Makes a draft and opens it; false when it could not be made. */
  async create(kind: Kind, title: string): Promise<boolean> {
    return this.#make(() => this.#around.ask('editing_create', { kind, title }));
  }

  /** Makes a draft with the wording of the open entry and opens it. */
  async duplicate(): Promise<boolean> {
    const text = this.entry?.doc.text;
    return text !== undefined && this.#make(() => this.#around.ask('editing_duplicate', text));
  }

  async delete(): Promise<void> {
    this.dialog = null;
    const entry = this.entry;
    if (entry === null) return;
    if (!(await entry.delete())) return;
    this.list.remove(entry.file);
    this.entry = null;
    this.#around.announce(this.#words.deleted);
    this.focusPane('list');
  }

  /** Goes to the place of a problem. */
  goTo(problem: TextProblem): void {
    this.view = 'text';
    if (problem.line !== null) this.entry?.doc.goTo(problem.line, problem.from);
    else this.entry?.doc.focus();
  }

  fix(fix: QuickFix): void {
    this.entry?.doc.apply(fix);
    this.#around.announce(this.#words.fixed);
  }

  /** Does the first fix of the problem in the cursor's line, else of the first problem that has one. */
  fixHere(): boolean {
    const line = this.entry?.doc.line;
    const fixable = this.problems.filter((problem) => problem.fixes.length > 0);
    const first = (fixable.find((problem) => problem.line === line) ?? fixable[0])?.fixes[0];
    if (first === undefined) return false;
    this.fix(first);
    return true;
  }

  onKeydown(event: KeyboardEvent): boolean {
    if (this.dialog !== null) return false;
    if (event.key === 'F6') {
      this.focusPane(event.shiftKey ? 'previous' : 'next');
      return true;
    }
    if (event.altKey && !event.ctrlKey && event.key === 'Enter') return this.fixHere();
    if (!event.ctrlKey || event.altKey) return false;
    switch (event.key.toLowerCase()) {
      case 's':
        if (event.shiftKey) this.submit();
        else void this.save();
        return true;
      case 'n':
        this.dialog = 'new';
        return true;
      case 'p':
        this.focusPane('filter');
        return true;
      default:
        return false;
    }
  }

  /** The keys of the list and of the box above it. */
  onListKey(event: KeyboardEvent): void {
    if (belongsToInputMethod(event) || event.ctrlKey || event.altKey) return;
    if (this.#selects(event)) {
      event.preventDefault();
      return;
    }
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const by = steps[event.key];
    if (by !== undefined) this.list.move(by);
    else if (event.key === 'Enter' && this.list.at >= 0) void this.#openCurrent();
    else if (event.key === 'Escape' && this.list.needle !== '') this.list.needle = '';
    else return;
    event.preventDefault();
  }

  /** Space selects an entry, Shift with an arrow takes the next one in. */
  #selects(event: KeyboardEvent): boolean {
    const inBox = event.target instanceof HTMLInputElement;
    const from = this.list.current;
    if (event.key === ' ' && !inBox && from !== null) {
      this.selection.toggle(from);
      return true;
    }
    if (!event.shiftKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false;
    this.list.move(event.key === 'ArrowDown' ? 1 : -1);
    this.selection.extend(from, this.list.current);
    return true;
  }

  submit(): void {
    if (this.entry !== null) this.onSubmit?.(this.entry);
  }

  async #openCurrent(): Promise<void> {
    const file = this.list.current;
    if (file === null) return;
    await this.open(file);
    this.focusPane('text');
  }

  get #words() {
    return this.#around.words().editing;
  }

  #tellOf(saved: Saved | null): void {
    const entry = this.entry;
    if (saved !== null) {
      this.list.put(saved.row);
      this.#around.announce(
        saved.reopened ? this.#words.reopened : this.#words.saved(`${saved.tookMs}`, saved.row.errors),
      );
    } else if (entry?.theirs !== null && entry?.theirs !== undefined) this.dialog = 'theirs';
    else if (entry?.error !== null && entry?.error !== undefined)
      this.#around.announce(this.#around.words().domain.error[entry.error.code](entry.error.detail));
  }

  async #make(ask: () => Promise<EntryRow>): Promise<boolean> {
    try {
      const row = await ask();
      // The dialog gives the cursor back to where it was; only then it goes into the text.
      this.dialog = null;
      await this.#come(row);
      return true;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
      return false;
    }
  }

  async #come(row: EntryRow): Promise<void> {
    this.list.put(row);
    this.list.filter = 'all';
    this.list.needle = '';
    await this.open(row.file);
    this.focusPane('text');
  }

  #mark(file: string, unsaved: boolean): void {
    const row = this.list.row(file);
    if (row === undefined || (row.unsaved !== null) === unsaved) return;
    this.list.put({ ...row, unsaved: unsaved ? this.#words.justNow : null, mine: row.mine || unsaved });
  }
}
