import type { Backend } from '../backend/backend';
import type { Desk, ScreenName } from '../desk/desk.svelte';
import { EditingSession } from '../editing/editing-session.svelte';
import { look } from '../editing/look';
import { CardSession } from '../desk/card-session.svelte';
import { FieldValues } from '../desk/field-values.svelte';
import { Ticks } from '../desk/ticks.svelte';
import { ImportingSession } from '../importing/importing-session.svelte';
import { focusRow } from '../vocabulary/focus-row';
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
}

const SCREENS = ['trainer', 'vocabulary', 'import', 'insights'] as const;

/** The trainer's side in one place: the workspace, and a session for each screen. */
export class Training {
  readonly workspace: WorkspaceSession;
  readonly editing: EditingSession;
  readonly vocabulary: VocabularySession;
  readonly importing: ImportingSession;
  readonly #desk: Desk;

  constructor(backend: Backend, desk: Desk) {
    this.#desk = desk;
    this.editing = editingSession(backend, desk);
    this.screens = { trainer: this.editing };
    this.workspace = new WorkspaceSession(backend, () => this.#workspaceChanged());
    this.vocabulary = new VocabularySession({
      ask: backend.ask,
      announce: (sentence) => desk.announcer.say(sentence),
      saved: () => desk.words.vocabulary.saved,
      focus: focusRow,
    });
    this.screens.vocabulary = this.vocabulary;
    this.importing = new ImportingSession({
      ask: backend.ask,
      words: () => desk.words.importing,
      announce: (sentence) => desk.announcer.say(sentence),
    });
    this.screens.import = this.importing;
  }

  /** The screens that have a session; each area adds its own. */
  readonly screens: Partial<Record<ScreenName, ScreenSession>>;

  /** The screens of the trainer's side that are there, in the order of the rail. */
  get offered(): Exclude<ScreenName, 'desk'>[] {
    return SCREENS.filter((screen) => this.screens[screen] !== undefined);
  }

  async start(): Promise<void> {
    await this.workspace.start();
  }

  /** Goes to a screen. */
  go(screen: ScreenName): void {
    if (screen !== 'desk' && !this.workspace.edits) return;
    this.#desk.screen = screen;
    this.screens[screen]?.shown();
  }

  /** Passes a key to the screen that is shown. */
  readonly onKeydown = (event: KeyboardEvent): boolean =>
    this.screens[this.#desk.screen]?.onKeydown(event) ?? false;

  #workspaceChanged(): void {
    for (const screen of Object.values(this.screens)) screen.workspaceChanged();
    if (!this.workspace.edits) this.#desk.screen = 'desk';
  }
}

/** The editor, with a card of its own for the preview: what is filled in there is nobody's call. */
function editingSession(backend: Backend, desk: Desk): EditingSession {
  const words = () => desk.words;
  const announce = (sentence: string): void => desk.announcer.say(sentence);
  const nowhere = (): void => undefined;
  const card = new CardSession({
    backend,
    fields: new FieldValues(),
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
    look: () => look(desk.words.editing.text, desk.words.editing.phrases),
    card,
  });
}
