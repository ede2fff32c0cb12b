import type { RenameView } from '../../bindings/RenameView';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import { LatestOnly } from '../desk/latest-only';
import { Acting } from '../training/acting.svelte';

/** Another id for an entry: shown as it is typed, done as one act. */
export class RenamingSession extends Acting<{ version: string; from: string }> {
  id = $state('');
  to = $state('');
  view = $state.raw<RenameView | null>(null);
  readonly ready = $derived(this.view !== null && this.view.refused === null && this.view.files.length > 0);

  readonly #ask: Ask;
  readonly #written: () => void;
  readonly #latest: LatestOnly<{ id: string; to: string }, RenameView>;

  /** `written` is called after the workspace was changed by this. */
  constructor(ask: Ask, written: () => void) {
    super();
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
    await this.act(async () => {
      const { version } = await this.#ask('rename_entry', { id: from, to: this.to });
      this.done = { version, from };
      this.view = null;
      this.#written();
    });
  }

  protected async takeBack(done: { version: string }): Promise<void> {
    await this.#ask('undo_replacing', done.version);
    this.#written();
  }
}
