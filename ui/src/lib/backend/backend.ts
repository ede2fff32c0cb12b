import type { AppError } from '../../bindings/AppError';
import type { CopyReceipt } from '../../bindings/CopyReceipt';
import type { CopyRequest } from '../../bindings/CopyRequest';
import type { EntryRequest } from '../../bindings/EntryRequest';
import type { EntryView } from '../../bindings/EntryView';
import type { Events } from '../../bindings/Events';
import type { ProblemView } from '../../bindings/ProblemView';
import type { SearchRequest } from '../../bindings/SearchRequest';
import type { SearchResponse } from '../../bindings/SearchResponse';
import type { Settings } from '../../bindings/Settings';
import type { StartView } from '../../bindings/StartView';
import type { Status } from '../../bindings/Status';
import type { WorkspaceView } from '../../bindings/WorkspaceView';
import type { Ask } from './commands';

/**
 * Everything the screen needs from outside itself. Every method rejects with a `BackendError` and with
 * nothing else. Deliberately not here: the clipboard, files and the network; `copyEntry` is the only way
 * wording leaves the window.
 */
export interface Backend {
  /** Searches the library. An empty text lists what the filters leave. */
  search(request: SearchRequest): Promise<SearchResponse>;
  /** The same search by meaning, merged with what the words find; null while finding by meaning is off. */
  searchMeaning(request: SearchRequest): Promise<SearchResponse | null>;
  /** What is offered before anything is typed. */
  start(): Promise<StartView>;
  /** One entry as a card. */
  entry(request: EntryRequest): Promise<EntryView>;
  /** The person chose the entry `id`; a card that is only shown was not chosen. */
  opened(id: string): Promise<null>;
  /** Puts an entry's 可直接说 with its 必须说 on the clipboard and says what lies there. */
  copyEntry(request: CopyRequest): Promise<CopyReceipt>;
  /** The state of library and index now; `onStatus` tells what changes later. */
  status(): Promise<Status>;
  /** The problems of the library's files. */
  problems(): Promise<ProblemView[]>;
  /** What the person chose. */
  settings(): Promise<Settings>;
  /** Keeps what the person chose and answers with what was kept. */
  saveSettings(settings: Settings): Promise<Settings>;
  /** Forgets which entries were used. */
  forgetUse(): Promise<null>;
  /** Reads the library again. */
  reload(): Promise<Status>;
  /** Calls `listener` at every change of library or index; resolves to a function that stops it. */
  onStatus(listener: (status: Status) => void): Promise<() => void>;
  /** Everything of the trainer's side. */
  readonly ask: Ask;
  /** Calls `listener` whenever a workspace was opened or closed. */
  onWorkspace(listener: (view: WorkspaceView | null) => void): Promise<() => void>;
  /** Calls `listener` when the person closes the window; it closes at `close_window`, or after two seconds. */
  onClosing(listener: () => void): Promise<() => void>;
  /** Calls `listener` when the workspace named at the start could not be opened. */
  onWorkspaceRefused(listener: (refused: AppError) => void): Promise<() => void>;
  /** Calls `listener` at every event of this name; resolves to a function that stops it. */
  on<Name extends keyof Events>(name: Name, listener: (carried: Events[Name]) => void): Promise<() => void>;
}
