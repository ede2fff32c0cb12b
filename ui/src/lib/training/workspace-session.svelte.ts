import type { OpenWorkspace } from '../../bindings/OpenWorkspace';
import type { WorkspaceView } from '../../bindings/WorkspaceView';
import type { Backend } from '../backend/backend';
import { BackendError } from '../backend/error';

/** The open workspace and who works in it; opening, making and closing one. */
export class WorkspaceSession {
  /** Null while an agent works. */
  now = $state.raw<WorkspaceView | null>(null);
  /** A workspace is being opened or closed. */
  busy = $state(false);
  /** Why the last one could not be opened. */
  error = $state.raw<BackendError | null>(null);

  readonly #backend: Backend;
  readonly #changed: () => void;
  readonly #reread: () => void;
  readonly #keepNow: () => Promise<void>;

  /**
   * `changed` is called whenever another workspace is open, or none; `reread` when somebody else changed files of the
   * one that is open; `keepNow` before one is closed.
   */
  constructor(
    backend: Backend,
    changed: () => void,
    reread: () => void,
    keepNow: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.#backend = backend;
    this.#changed = changed;
    this.#reread = reread;
    this.#keepNow = keepNow;
  }

  /** Whether this person sees the trainer's side at all. */
  readonly edits = $derived(this.now !== null && this.now.role !== 'agent');

  /** Listens and asks once. */
  async start(): Promise<void> {
    try {
      await this.#backend.onWorkspace((view) => this.#accept(view));
      await this.#backend.onWorkspaceRefused((refused) => (this.error = BackendError.from(refused)));
      this.#accept(await this.#backend.ask('workspace'));
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    }
  }

  /** Opens or makes a workspace; false when that was refused, with `error` saying why. */
  async open(wanted: OpenWorkspace): Promise<boolean> {
    return this.#during(async () => {
      if (this.now !== null) await this.#keepNow();
      this.#accept(await this.#backend.ask('open_workspace', wanted));
    });
  }

  /** Closes it: the desk reads the installed library again. */
  async close(): Promise<boolean> {
    return this.#during(async () => {
      await this.#keepNow();
      await this.#backend.ask('close_workspace');
      this.#accept(null);
    });
  }

  /** Lets the person choose a folder in the system's dialog; null when they cancelled. */
  async chooseFolder(): Promise<string | null> {
    try {
      return (await this.#backend.ask('choose', 'folder'))[0] ?? null;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
      return null;
    }
  }

  async #during(act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = null;
    try {
      await act();
      return true;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  #accept(view: WorkspaceView | null): void {
    const same = view?.folder === this.now?.folder && view?.person === this.now?.person;
    this.now = view;
    if (view !== null) this.error = null;
    if (!same) this.#changed();
    else if (view !== null) this.#reread();
  }
}
