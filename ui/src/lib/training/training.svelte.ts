import type { Hit } from '../../bindings/Hit';
import type { Backend } from '../backend/backend';
import type { Desk } from '../desk/desk.svelte';
import type { ScreenName } from '../desk/desk-window.svelte';
import { RenamingSession } from '../replacing/renaming-session.svelte';
import { ReplacingSession } from '../replacing/replacing-session.svelte';
import { EditingSession } from '../editing/editing-session.svelte';
import { CardSession } from '../desk/card-session.svelte';
import { FieldValues } from '../desk/field-values.svelte';
import { Echoes } from '../filling/echoes.svelte';
import { Ticks } from '../desk/ticks.svelte';
import { InsightsSession } from '../insights/insights-session.svelte';
import { ImportingSession } from '../importing/importing-session.svelte';
import { focusRow } from '../vocabulary/focus-row';
import { MembersSession } from '../members/members-session.svelte';
import { ReviewingSession } from '../reviewing/reviewing-session.svelte';
import { SyncingSession } from '../syncing/syncing-session.svelte';
import type { Selection } from '../reviewing/selection.svelte';
import { VocabularySession } from '../vocabulary/vocabulary-session.svelte';
import { WorkspaceSession } from './workspace-session.svelte';

/** What a screen of the trainer's side has: its keys, and what happens when it is shown. */
export interface ScreenSession {
  /** Another workspace is open now, or none: what was shown belongs to the old one. */
  workspaceChanged(): void;
  /** The person came to the screen. */
  shown(): void;
  /** Acts on a key; true when it was one of its own. Never called while a dialog is open or an input method composes. */
  onKeydown(event: KeyboardEvent): boolean;
  /** Writes the copies of what is not saved now: the window or the workspace is about to close. */
  keepNow?(): Promise<void>;
}

const SCREENS = ['trainer', 'vocabulary', 'import', 'insights'] as const;

/** The trainer's side in one place: the workspace, and a session for each screen. */
export class Training {
  readonly workspace: WorkspaceSession;
  readonly insights: InsightsSession;
  readonly editing: EditingSession;
  readonly reviewing: ReviewingSession;
  readonly vocabulary: VocabularySession;
  readonly replacing: ReplacingSession;
  readonly renaming: RenamingSession;
  readonly syncing: SyncingSession;
  readonly members: MembersSession;
  readonly #backend: Backend;
  readonly importing: ImportingSession;
  readonly #desk: Desk;

  constructor(backend: Backend, desk: Desk) {
    this.#desk = desk;
    this.#backend = backend;
    this.editing = editingSession(backend, desk);
    this.reviewing = new ReviewingSession({
      ask: backend.ask,
      words: () => desk.words,
      announce: (sentence) => desk.announcer.say(sentence),
      changed: () => this.editing.reread(),
    });
    desk.onFollow = (id) => void this.editing.follow(id);
    this.editing.onSubmit = () => void this.#submit();
    this.workspace = new WorkspaceSession(
      backend,
      () => this.#workspaceChanged(),
      () => void this.editing.reread(),
      () => this.keepNow(),
    );
    this.insights = new InsightsSession({
      ask: backend.ask,
      words: () => desk.words.insights,
      announce: (sentence) => desk.announcer.say(sentence),
      edits: () => this.workspace.edits,
      language: () => desk.settings.now.language,
    });
    this.vocabulary = new VocabularySession({
      ask: backend.ask,
      announce: (sentence) => desk.announcer.say(sentence),
      saved: () => desk.words.vocabulary.saved,
      recovered: (at, by) => desk.words.editing.recovered(at, by),
      focus: focusRow,
    });
    this.importing = new ImportingSession({
      ask: backend.ask,
      words: () => desk.words.importing,
      announce: (sentence) => desk.announcer.say(sentence),
    });
    this.screens = {
      trainer: this.editing,
      vocabulary: this.vocabulary,
      import: this.importing,
      insights: this.insights,
    };
    const written = (): void => this.screens[desk.screen]?.shown();
    this.replacing = new ReplacingSession(backend.ask, written);
    this.renaming = new RenamingSession(backend.ask, written);
    this.members = new MembersSession({
      ask: backend.ask,
      announce: (sentence) => desk.announcer.say(sentence),
      words: () => desk.words.members,
      focus: focusRow,
    });
    this.syncing = new SyncingSession({
      ask: backend.ask,
      words: () => desk.words.syncing,
      announce: (sentence) => desk.announcer.say(sentence),
      changed: () => {
        void this.editing.reread();
        written();
      },
      chooseFolder: () => this.workspace.chooseFolder(),
    });
  }

  /** The screens that have a session; each area adds its own. */
  readonly screens: Partial<Record<ScreenName, ScreenSession>>;

  /** The screens of the trainer's side that are there, in the order of the rail. */
  get offered(): Exclude<ScreenName, 'desk'>[] {
    return SCREENS.filter((screen) => this.screens[screen] !== undefined);
  }

  async start(): Promise<void> {
    const closing = this.#backend.onClosing(() => void this.#close());
    await Promise.all([closing, this.workspace.start()]);
  }

  /** Writes the copies of everything that is not saved now. */
  readonly keepNow = async (): Promise<void> => {
    await Promise.all(Object.values(this.screens).map(async (screen) => screen.keepNow?.()));
  };

  /** The person closes the window. */
  async #close(): Promise<void> {
    // A field says what was typed in it when the cursor leaves it.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await this.keepNow();
    await this.#backend.ask('close_window');
  }

  /** Goes to a screen. */
  go(screen: ScreenName): void {
    if (screen !== 'desk' && !this.workspace.edits) return;
    this.#desk.screen = screen;
    this.screens[screen]?.shown();
  }

  /** Passes a key to the screen that is shown. */
  readonly onKeydown = (event: KeyboardEvent): boolean => {
    if (this.reviewing.dialog !== null) return false;
    if (this.#everywhere(event)) return true;
    if (this.#desk.screen === 'trainer' && isUndo(event) && !isTyping(event)) return this.reviewing.undo();
    return this.screens[this.#desk.screen]?.onKeydown(event) ?? false;
  };

  /** The entries that are selected in the list. */
  get selection(): Selection {
    return this.editing.selection;
  }

  /** Finds entries by words, best first; none when that fails. */
  async find(text: string): Promise<Hit[]> {
    const all = { kind: null, stage: null, tag: null, product: null, currentOnly: false, skip: 0, limit: 9 };
    try {
      return (await this.#backend.search({ text, ...all })).hits;
    } catch {
      return [];
    }
  }

  /** Hands the open entry in; what is typed is saved first. */
  async #submit(): Promise<void> {
    const entry = this.editing.entry;
    if (entry === null) return;
    if (entry.dirty) await this.editing.save();
    if (entry.dirty || entry !== this.editing.entry) return;
    this.reviewing.tab = 'review';
    await this.reviewing.do({ type: 'submit' }, [entry.file]);
  }

  /** `Ctrl+Shift+F`, `Ctrl+Shift+Y` and `F2` mean the same on every screen of the trainer's side. */
  #everywhere(event: KeyboardEvent): boolean {
    if (event.altKey || !this.workspace.edits) return false;
    if (event.ctrlKey && event.shiftKey && event.key.toLowerCase() === 'f') {
      this.#desk.dialog = 'replace';
      return true;
    }
    if (event.ctrlKey && event.shiftKey && event.key.toLowerCase() === 'y') {
      this.#desk.dialog = 'sync';
      return true;
    }
    if (event.key !== 'F2' || event.ctrlKey || event.shiftKey) return false;
    this.renaming.start(this.#chosenEntry());
    this.#desk.dialog = 'rename';
    return true;
  }

  /** The id of the entry that the editor's list is on; empty on any other screen. */
  #chosenEntry(): string {
    const { rows, current } = this.editing.list;
    const row = rows.find((one) => one.file === current);
    return this.#desk.screen === 'trainer' ? (row?.id ?? '') : '';
  }

  #workspaceChanged(): void {
    this.reviewing.workspaceChanged();
    this.replacing.forget();
    this.renaming.start('');
    void this.syncing.workspaceChanged(this.workspace.edits);
    for (const screen of Object.values(this.screens)) screen.workspaceChanged();
    this.#desk.trains = this.workspace.edits;
    if (!this.workspace.edits) this.#desk.screen = 'desk';
  }
}

function isUndo(event: KeyboardEvent): boolean {
  return event.ctrlKey && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';
}

/** Where text is typed, undo is about that text. The editor lives in a shadow root, so the path is asked. */
function isTyping(event: KeyboardEvent): boolean {
  const [at] = event.composedPath();
  return at instanceof HTMLElement && (at.isContentEditable || at.matches('input, textarea, select'));
}

/** The editor, with a card of its own for the preview: what is filled in there is nobody's call. */
function editingSession(backend: Backend, desk: Desk): EditingSession {
  const words = () => desk.words;
  const announce = (sentence: string): void => desk.announcer.say(sentence);
  const nowhere = (): void => undefined;
  const card = new CardSession({
    backend,
    fields: new FieldValues(),
    echoes: new Echoes(),
    ticks: new Ticks(),
    words,
    announce,
    revealLit: nowhere,
    focusBlank: nowhere,
  });
  return new EditingSession({
    ask: backend.ask,
    words,
    announce,
    card,
  });
}
