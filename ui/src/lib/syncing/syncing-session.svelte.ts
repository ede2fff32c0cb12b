import { SvelteMap } from 'svelte/reactivity';
import type { ConflictView } from '../../bindings/ConflictView';
import type { SyncView } from '../../bindings/SyncView';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import { belongsToInputMethod } from '../keys/keys';
import type { SyncingWords } from '../text/syncing-words';
import { SyncRun } from './sync-run.svelte';
import { told } from './told';

/** What a person can do about a conflict, in the order of their keys. */
export const WAYS = ['ours', 'theirs', 'text'] as const;
/** 用我的, 用对方的, 编辑. */
export type Way = (typeof WAYS)[number];

/** What syncing needs around it. */
export interface SyncingSurroundings {
  ask: Ask;
  words: () => SyncingWords;
  announce: (sentence: string) => void;
  /** Files of the workspace changed. */
  changed: () => void;
  /** Lets the person choose a folder; null when they cancelled. */
  chooseFolder: () => Promise<string | null>;
}

/** Syncing with a folder, and the conflicts that wait; what was decided stays until the merge is done. */
export class SyncingSession {
  folder = $state('');
  /** What goes on; null while nothing does. */
  doing = $state<'sync' | 'resolve' | null>(null);
  error = $state.raw<BackendError | null>(null);
  /** What the last sync did; null before it, and after the folder was changed. */
  done = $state.raw<SyncView | null>(null);
  conflicts = $state.raw<ConflictView[]>([]);
  /** The place of the conflict that is shown. */
  at = $state(0);
  /** The sync that runs, whether or not its dialog is open. */
  readonly run: SyncRun;

  // By the stamp: a decision about an older text counts for nothing.
  readonly #ways = new SvelteMap<string, Way>();
  readonly #texts = new SvelteMap<string, string>();
  readonly #around: SyncingSurroundings;
  #workspace = 0;

  constructor(around: SyncingSurroundings) {
    this.#around = around;
    this.run = new SyncRun(around.ask);
  }

  readonly current = $derived.by(() => this.conflicts[this.at] ?? null);
  readonly decided = $derived.by(() => this.conflicts.filter(({ stamp }) => this.#ways.has(stamp)).length);
  readonly ready = $derived.by(() => this.conflicts.length > 0 && this.decided === this.conflicts.length);

  /** Another workspace is open now, or none. */
  async workspaceChanged(open: boolean): Promise<void> {
    this.#workspace += 1;
    // It goes on with what nobody looks at any more.
    this.run.stop();
    Object.assign(this, { folder: '', error: null, done: null, conflicts: [], at: 0 });
    this.#ways.clear();
    this.#texts.clear();
    if (!open) return;
    const workspace = this.#workspace;
    try {
      const folder = await this.#around.ask('sync_folder');
      if (workspace !== this.#workspace) return;
      if (this.folder === '') this.folder = folder;
      await this.#read();
    } catch (thrown) {
      if (workspace === this.#workspace) this.error = BackendError.from(thrown);
    }
  }

  /** The dialog was opened: an entry may have been edited since the conflicts were read. */
  async look(): Promise<void> {
    if (this.doing !== null || this.conflicts.length === 0) return;
    try {
      await this.#read();
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    }
  }

  async browse(): Promise<void> {
    const chosen = await this.#around.chooseFolder();
    if (chosen !== null) this.folder = chosen;
  }

  async sync(): Promise<void> {
    if (this.folder.trim() === '' || this.conflicts.length > 0) return;
    await this.#during('sync', () => this.#sync(null));
  }

  /** The way that was chosen for a conflict. */
  way({ stamp }: ConflictView): Way | null {
    return this.#ways.get(stamp) ?? null;
  }

  /** The text that it gets when it is edited: at first ours, or theirs when we deleted it. */
  text({ stamp, ours, theirs }: ConflictView): string {
    return this.#texts.get(stamp) ?? ours ?? theirs ?? '';
  }

  choose(way: Way): void {
    if (this.current !== null && this.doing === null) this.#ways.set(this.current.stamp, way);
  }

  /** What the person wrote instead of either side. */
  write(text: string): void {
    if (this.current !== null) this.#texts.set(this.current.stamp, text);
  }

  move(by: 1 | -1): void {
    const to = this.at + by;
    if (to < 0 || to >= this.conflicts.length) return;
    this.at = to;
    const { place } = this.#around.words();
    this.#around.announce(`${place(to + 1, this.conflicts.length)} ${this.current?.title ?? ''}`);
  }

  /** Finishes the merge by what was decided, and sends it. */
  async resolve(): Promise<void> {
    if (!this.ready) return;
    await this.#during('resolve', async () => {
      const decisions = this.conflicts.map((conflict) => {
        const way = this.way(conflict) ?? 'ours';
        const choice = way === 'text' ? { type: way, text: this.text(conflict) } : { type: way };
        return { file: conflict.file, stamp: conflict.stamp, choice };
      });
      let resolved: SyncView;
      try {
        resolved = await this.#around.ask('resolve_conflicts', decisions);
      } catch (thrown) {
        // One of them may no longer be what was shown.
        await this.#read();
        throw thrown;
      }
      this.conflicts = [];
      this.done = resolved;
      this.#around.changed();
      if (this.folder.trim() !== '') await this.#sync(resolved);
    });
  }

  /** Gives the merge up; the next sync meets the conflicts again. */
  async abandon(): Promise<void> {
    await this.#during('resolve', async () => {
      await this.#around.ask('abandon_sync');
      this.conflicts = [];
      this.#around.announce(this.#around.words().abandoned);
    });
  }

  /** The keys of the conflicts. None acts while an input method composes. */
  onKeydown(event: KeyboardEvent): void {
    if (belongsToInputMethod(event) || this.conflicts.length === 0) return;
    const way = event.altKey && !event.ctrlKey ? WAYS[Number(event.key) - 1] : undefined;
    // In a text these turn its pages.
    const pages = !(event.target instanceof HTMLTextAreaElement);
    const plain = pages && !event.altKey && !event.ctrlKey && !event.shiftKey;
    if (way !== undefined) this.choose(way);
    else if (plain && event.key === 'PageDown') this.move(1);
    else if (plain && event.key === 'PageUp') this.move(-1);
    else if (event.ctrlKey && event.key === 'Enter') void this.resolve();
    else return;
    event.preventDefault();
  }

  async #sync(before: SyncView | null): Promise<void> {
    const workspace = this.#workspace;
    const synced = await this.run.follow(() => this.#around.ask('sync', this.folder));
    if (workspace !== this.#workspace) return;
    this.done = before === null ? synced : together(before, synced);
    if (synced.conflicts > 0) await this.#read();
    if (synced.received > 0 || synced.changed.length > 0) this.#around.changed();
    this.#around.announce(told(this.done, this.#around.words()).join('，'));
  }

  async #read(): Promise<void> {
    const workspace = this.#workspace;
    const conflicts = await this.#around.ask('sync_conflicts');
    if (workspace !== this.#workspace) return;
    this.conflicts = conflicts;
    this.at = Math.max(0, Math.min(this.at, conflicts.length - 1));
  }

  async #during(doing: 'sync' | 'resolve', act: () => Promise<void>): Promise<void> {
    if (this.doing !== null) return;
    const workspace = this.#workspace;
    this.doing = doing;
    this.error = null;
    this.done = null;
    try {
      await act();
    } catch (thrown) {
      if (workspace === this.#workspace) this.error = BackendError.from(thrown);
    } finally {
      this.doing = null;
    }
  }
}

/** A merge that was finished, and the sync that sent it, are one thing to the person. */
function together(merge: SyncView, sync: SyncView): SyncView {
  const both = (name: 'changed' | 'inReview') => {
    const known = merge[name].map(({ file }) => file);
    return [...merge[name], ...sync[name].filter(({ file }) => !known.includes(file))];
  };
  return { ...sync, changed: both('changed'), inReview: both('inReview') };
}
