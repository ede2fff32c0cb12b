import type { SyncProgress } from '../../bindings/SyncProgress';
import type { Ask } from '../backend/commands';

/** How often a running sync is asked how far it is. */
export const TELL_MS = 300;

/** Before anything is known. */
export const BEGINNING: SyncProgress = { doing: 'looking', done: 0, total: 0 };

/** The sync that runs: how far it is, and the wish to stop it. It lives on while its dialog is closed. */
export class SyncRun {
  /** Null while none runs. */
  progress = $state.raw<SyncProgress | null>(null);
  /** Somebody wants it to stop, and it has not yet. */
  stopping = $state(false);
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Follows a sync until it ends. */
  async follow<Done>(sync: () => Promise<Done>): Promise<Done> {
    this.progress = BEGINNING;
    this.stopping = false;
    const telling = setInterval(() => void this.#tell(), TELL_MS);
    try {
      return await sync();
    } finally {
      clearInterval(telling);
      this.progress = null;
      this.stopping = false;
    }
  }

  stop(): void {
    if (this.progress === null || this.stopping) return;
    this.stopping = true;
    void this.#wish();
  }

  async #tell(): Promise<void> {
    // The first wish may have come before the sync had begun.
    if (this.stopping) await this.#wish();
    const now = await this.#ask('sync_progress').catch(() => null);
    if (this.progress !== null && now !== null) this.progress = now;
  }

  async #wish(): Promise<void> {
    await this.#ask('sync_stop').catch(() => null);
  }
}
