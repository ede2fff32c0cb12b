import type { TableKind } from '../../bindings/TableKind';
import type { VocabularyView } from '../../bindings/VocabularyView';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import type { ScreenSession } from '../training/training.svelte';
import { BenchSession } from './bench-session.svelte';
import { PendingEdits } from './pending-edits.svelte';
import { KeptEdits } from './kept-edits.svelte';
import { drawnEntries, drawnRows } from './rows';
import type { Tab } from './tabs';
import { TrialSession } from './trial-session.svelte';

/** What the session needs from around it. */
export interface VocabularySurroundings {
  ask: Ask;
  announce: (sentence: string) => void;
  saved: () => string;
  /** What is said when edits come back. */
  recovered: (at: string, by: string) => string;
  /** Moves the cursor into the row with this key; `filter` is the box that filters. */
  focus: (key: string) => void;
}

const EMPTY_CELLS: Record<TableKind, string[]> = {
  words: ['', ''],
  readings: ['', ''],
  synonyms: [],
  judged: ['', 'hanzi', '', ''],
};

/** 词库: what is saved, what is edited, the test search and the bench. */
export class VocabularySession implements ScreenSession {
  view = $state.raw<VocabularyView | null>(null);
  tab = $state<Tab>('entries');
  pane = $state<'trial' | 'bench'>('trial');
  filter = $state('');
  /** The file that a judged query is added to. */
  judgedFile = $state('');
  saving = $state(false);
  error = $state.raw<BackendError | null>(null);
  readonly edits = new PendingEdits();
  readonly kept: KeptEdits;
  readonly trial: TrialSession;
  readonly bench: BenchSession;

  readonly entries = $derived.by(() =>
    this.view === null ? { rows: [], all: 0 } : drawnEntries(this.view, this.edits.now, this.filter),
  );
  readonly rows = $derived.by(() =>
    this.view === null || this.tab === 'entries'
      ? { rows: [], all: 0 }
      : drawnRows(this.view, this.tab, this.edits.now, this.filter),
  );
  readonly judgedFiles = $derived(this.#files('judged'));

  readonly #around: VocabularySurroundings;
  #loads = 0;

  constructor(around: VocabularySurroundings) {
    this.#around = around;
    this.trial = new TrialSession(around.ask, this.edits);
    this.bench = new BenchSession(around.ask, this.edits);
    this.kept = new KeptEdits(around.ask, this.edits, (thrown) => (this.error = BackendError.from(thrown)));
    this.edits.onChange = () => this.kept.soon();
  }

  workspaceChanged(): void {
    this.view = null;
    this.kept.workspaceChanged();
    this.edits.clear();
    this.trial.forget();
    this.bench.forget();
  }

  /** What is saved is read again each time; edits that no longer fit are told of by the trial. */
  shown(): void {
    void this.load();
  }

  /** The screen was left: the memory of trial and bench is given back. */
  left(): void {
    // Nobody waits for it, and what it frees is freed at the latest when the window closes.
    this.#around.ask('leave_vocabulary').catch(() => undefined);
  }

  async load(): Promise<void> {
    const number = (this.#loads += 1);
    try {
      const view = await this.#around.ask('vocabulary');
      if (number !== this.#loads) return;
      this.#accept(view);
      await this.#bringBack(view);
    } catch (thrown) {
      if (number === this.#loads) this.error = BackendError.from(thrown);
    }
  }

  choose(tab: Tab): void {
    this.tab = tab;
    this.filter = '';
  }

  /** Something was edited: what it does is asked for. */
  edited(): void {
    this.trial.ask();
  }

  /** Adds an empty row to the table that is shown. */
  add(): void {
    const { tab } = this;
    if (tab === 'entries') return;
    const file = tab === 'judged' ? this.judgedFile : this.#files(tab)[0];
    if (file === undefined || file === '') return;
    const key = this.edits.add(file, EMPTY_CELLS[tab]);
    this.edited();
    this.#around.focus(key);
  }

  /** Adds what is searched for as a judged query that expects `id`. */
  judge(id: string, kind: string): void {
    const query = this.trial.query.trim();
    if (query === '' || this.judgedFile === '') return;
    this.edits.add(this.judgedFile, [query, kind, id, '']);
    this.edited();
  }

  async save(): Promise<void> {
    if (this.saving || this.edits.count === 0) return;
    this.saving = true;
    this.error = null;
    try {
      // A copy that is written after the save would be offered again.
      await this.kept.now();
      const view = await this.#around.ask('save_vocabulary', this.edits.request);
      this.kept.saved();
      this.edits.clear();
      this.#accept(view);
      this.#around.announce(this.#around.saved());
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    } finally {
      this.saving = false;
    }
  }

  /** Writes the copy of what is not saved now. */
  async keepNow(): Promise<void> {
    await this.kept.now();
  }

  /** Nobody wants what came back. */
  discard(): void {
    this.edits.drop();
    this.kept.recovered = null;
    this.edited();
  }

  undo(): void {
    if (this.edits.undo()) this.edited();
  }

  redo(): void {
    if (this.edits.redo()) this.edited();
  }

  onKeydown(event: KeyboardEvent): boolean {
    if (event.key === 'F5') {
      this.runBench();
      return true;
    }
    if (!event.ctrlKey || event.altKey) return false;
    const own = event.target instanceof HTMLElement && event.target.dataset.ownUndo !== undefined;
    switch (event.key.toLowerCase()) {
      case 's':
        void this.save();
        return true;
      case 'z':
        if (own) return false;
        if (event.shiftKey) this.redo();
        else this.undo();
        return true;
      case 'y':
        if (own) return false;
        this.redo();
        return true;
      case 'n':
        this.add();
        return true;
      case 'f':
        if (event.shiftKey) return false;
        this.#around.focus('filter');
        return true;
      default:
        return false;
    }
  }

  runBench(): void {
    this.pane = 'bench';
    void this.bench.run();
  }

  async #bringBack(view: VocabularyView): Promise<void> {
    const recovered = await this.kept.bringBack(view);
    if (recovered === null) return;
    this.trial.ask();
    this.#around.announce(this.#around.recovered(recovered.at, recovered.by));
  }

  #accept(view: VocabularyView): void {
    this.view = view;
    this.error = null;
    const files = this.#files('judged');
    if (!files.includes(this.judgedFile)) this.judgedFile = files[0] ?? 'judged/daily.tsv';
    this.trial.ask();
  }

  #files(table: TableKind): string[] {
    const tables = this.view?.tables ?? [];
    return tables.filter((one) => one.table === table).map((one) => one.file);
  }
}
