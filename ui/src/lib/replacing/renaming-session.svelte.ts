import type { RenameView } from '../../bindings/RenameView';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import { LatestOnly } from '../desk/latest-only';

/** Another id for an entry: shown as it is typed, done as one act. */
export class RenamingSession {
  id = $state('');
  to = $state('');
  view = $state.raw<RenameView | null>(null);
  busy = $state(false);
  error = $state.raw<BackendError | null>(null);
  done = $state.raw<{ version: string; from: string } | null>(null);
  undone = $state(false);
  readonly ready = $derived(this.view !== null && this.view.refused === null && this.view.files.length > 0);

  readonly #ask: Ask;
  readonly #written: () => void;
  readonly #latest: LatestOnly<{ id: string; to: string }, RenameView>;

  /** `written` is called after the workspace was changed by this. */
  constructor(ask: Ask, written: () => void) {
    this.#ask = ask;
    this.#written = written;
    this.#latest = new LatestOnly((request) => ask('preview_rename', request), {
      done: (view) => (this.view = view),
      failed: (thrown) => (this.error = BackendError.from(thrown)),
    });
  }

  /** Begins with an entry, or with none chosen yet. */
  start(id: string): void {
    this.#latest.forget();
    Object.assign(this, { id, to: id, view: null, error: null, done: null, undone: false });
  }

  /** The entry or its new id was typed. */
  typed(): void {
    this.view = null;
    this.error = null;
    if (this.id !== '' && this.to.trim() !== '') this.#latest.ask({ id: this.id, to: this.to });
    else this.#latest.forget();
  }

  async apply(): Promise<void> {
    if (!this.ready || this.busy) return;
    const from = this.id;
    await this.#act(async () => {
      const { version } = await this.#ask('rename_entry', { id: from, to: this.to });
      this.done = { version, from };
      this.view = null;
    });
  }

  /** Takes it back; the old id is the entry's again. */
  async undo(): Promise<void> {
    const done = this.done;
    if (done === null || this.busy) return;
    await this.#act(async () => {
      await this.#ask('undo_replacing', done.version);
      this.done = null;
      this.undone = true;
    });
  }

  async #act(act: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.error = null;
    try {
      await act();
      this.#written();
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    } finally {
      this.busy = false;
    }
  }
}
