import type { GapDone } from '../../bindings/GapDone';
import type { GapView } from '../../bindings/GapView';
import type { InsightsView } from '../../bindings/InsightsView';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import type { InsightsWords } from '../text/insights-words';
import type { ScreenSession } from '../training/training.svelte';
import { filtered, type GapFilter } from './gap-filter';

/** The periods a person may look at, in days. */
export const PERIODS = [7, 30, 90] as const;

/** What the insights need from the window around them. */
export interface InsightsSurroundings {
  ask: Ask;
  words: () => InsightsWords;
  /** Says a sentence to a screen reader. */
  announce: (sentence: string) => void;
  /** Whether a workspace is open to write in. */
  edits: () => boolean;
  /** The language of the screen: what a file of a branch holds back comes in both. */
  language: () => 'zh' | 'en';
}

/** The insights: what is shown, which gap is selected, what is done about it and taken back. */
export class InsightsSession implements ScreenSession {
  view = $state.raw<InsightsView | null>(null);
  days = $state(30);
  filter = $state<GapFilter>('all');
  selected = $state(0);
  /** Something is being asked or done. */
  busy = $state(false);
  /** The figures could not be made. */
  error = $state.raw<BackendError | null>(null);
  /** Why the last act did not happen. */
  refusal = $state.raw<BackendError | null>(null);
  /** What the last act did, as a sentence. */
  told = $state<string[]>([]);

  readonly #around: InsightsSurroundings;
  #done: GapDone[] = $state.raw([]);
  #asked = 0;

  constructor(around: InsightsSurroundings) {
    this.#around = around;
  }

  /** The gaps listed. */
  readonly gaps: GapView[] = $derived(this.view === null ? [] : filtered(this.view.gaps, this.filter));
  readonly current: GapView | null = $derived(this.gaps[this.selected] ?? null);
  /** Nothing was ever recorded in this period or the one before. */
  readonly empty: boolean = $derived(
    this.view !== null &&
      this.view.now.searches === 0 &&
      this.view.before.searches === 0 &&
      this.view.mostUsed.length === 0,
  );

  get edits(): boolean {
    return this.#around.edits();
  }

  get undoable(): boolean {
    return this.#done.length > 0;
  }

  workspaceChanged(): void {
    this.#done = [];
    this.view = null;
  }

  shown(): void {
    void this.load();
  }

  /** Reads the figures anew; what is shown stays until they are here. */
  async load(): Promise<void> {
    const number = ++this.#asked;
    this.busy = true;
    try {
      const view = await this.#around.ask('insights', this.days);
      if (number !== this.#asked) return;
      this.view = view;
      this.error = null;
      this.select(this.selected);
    } catch (thrown) {
      if (number === this.#asked) this.error = BackendError.from(thrown);
    } finally {
      if (number === this.#asked) this.busy = false;
    }
  }

  /** Looks at another period. */
  async over(days: number): Promise<void> {
    this.days = days;
    await this.load();
  }

  /** Lists other gaps. */
  show(filter: GapFilter): void {
    this.filter = filter;
    this.selected = 0;
  }

  /** Selects a gap of the list. */
  select(index: number): void {
    this.selected = Math.max(0, Math.min(index, this.gaps.length - 1));
  }

  /** Does what is most likely wanted with the selected gap. */
  async answer(): Promise<void> {
    await ((this.current?.nearest ?? null) === null ? this.toDraft() : this.toAlias());
  }

  /** Makes the selected gap an alias of its nearest entry. */
  async toAlias(): Promise<void> {
    const gap = this.current;
    const nearest = gap?.nearest;
    if (gap === null || nearest === undefined || nearest === null) return;
    await this.#act(
      () => this.#around.ask('gap_to_alias', { words: gap.words, id: nearest.id }),
      this.#words.gaps.aliased(gap.alias, nearest.title),
    );
  }

  /** Begins a draft for the selected gap. */
  async toDraft(): Promise<void> {
    const gap = this.current;
    if (gap === null) return;
    await this.#act(() => this.#around.ask('gap_to_draft', gap.words), this.#words.gaps.drafted(gap.alias));
  }

  /** Sets the selected gap aside. */
  async setAside(): Promise<void> {
    const gap = this.current;
    if (gap === null) return;
    await this.#act(() => this.#around.ask('set_gap_aside', gap.words), this.#words.gaps.setAside(gap.words));
  }

  /** Takes back the last act of this sitting. */
  async undo(): Promise<void> {
    const last = this.#done.at(-1);
    if (last === undefined) {
      this.#tell([this.#words.gaps.nothingToUndo]);
      return;
    }
    await this.#during(async () => {
      await this.#around.ask('undo_gap', last);
      this.#done = this.#done.slice(0, -1);
      this.#tell([this.#words.gaps.undone(last.words)]);
      await this.load();
      this.select(this.gaps.findIndex(({ words }) => words === last.words));
    });
  }

  /** Lets the person choose the files of branches, and merges them. */
  async merge(): Promise<void> {
    await this.#during(async () => {
      const files = await this.#around.ask('choose', 'files');
      if (files.length === 0) return;
      const merged = await this.#around.ask('merge_outboxes', files);
      const sum = (key: 'added' | 'known') => merged.reduce((all, one) => all + one[key], 0);
      const refused = merged.flatMap(({ file, fault }) =>
        fault === null ? [] : [this.#words.notMerged(nameOf(file), fault[this.#around.language()])],
      );
      this.#tell([this.#words.merged(String(sum('added')), String(sum('known'))), ...refused]);
      await this.load();
    });
  }

  /** Lets the person choose a file, and writes what was recorded on this computer into it. */
  async send(): Promise<void> {
    await this.#during(async () => {
      const [file] = await this.#around.ask('choose', { saveAs: 'yingda-outbox.jsonl' });
      if (file === undefined) return;
      const records = await this.#around.ask('write_outbox', file);
      this.#tell([this.#words.sent(String(records), file)]);
    });
  }

  onKeydown(event: KeyboardEvent): boolean {
    if (event.altKey || event.metaKey) return false;
    if (event.ctrlKey) {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey) return false;
      void this.undo();
      return true;
    }
    const { target } = event;
    const onControl =
      target instanceof Element && target.closest('button, a, input, select, summary') !== null;
    switch (event.key) {
      case 'ArrowDown':
        this.#move(1);
        return true;
      case 'ArrowUp':
        this.#move(-1);
        return true;
      case 'Enter':
        if (onControl) return false;
        void this.answer();
        return true;
      default:
        return this.#onLetter(event.key.toLowerCase());
    }
  }

  #move(by: 1 | -1): void {
    this.told = [];
    this.select(this.selected + by);
    const gap = this.current;
    if (gap === null) return;
    const { counts, noNearest } = this.#words.gaps;
    const often = counts(gap.failed, gap.relaxed, gap.retyped, gap.slow);
    this.#around.announce([gap.words, often, gap.nearest?.title ?? noNearest].join('，'));
  }

  #onLetter(letter: string): boolean {
    if (letter === 'a') void this.toAlias();
    else if (letter === 'n') void this.toDraft();
    else if (letter === 'x') void this.setAside();
    else return false;
    return true;
  }

  async #act(act: () => Promise<GapDone>, sentence: string): Promise<void> {
    await this.#during(async () => {
      const done = await act();
      this.#done = [...this.#done, done];
      // The next line comes under the hand at once; what else changed comes with the figures.
      if (this.view !== null) {
        this.view = { ...this.view, gaps: this.view.gaps.filter(({ words }) => words !== done.words) };
      }
      this.select(this.selected);
      this.#tell([sentence]);
    });
  }

  /** One act at a time; what stands in its way is said. */
  async #during(act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.refusal = null;
    try {
      await act();
    } catch (thrown) {
      this.refusal = BackendError.from(thrown);
    } finally {
      this.busy = false;
    }
  }

  #tell(sentences: string[]): void {
    this.told = sentences;
    this.#around.announce(sentences.join(' '));
  }

  get #words(): InsightsWords {
    return this.#around.words();
  }
}

function nameOf(file: string): string {
  return file.split(/[\\/]/u).at(-1) ?? file;
}
