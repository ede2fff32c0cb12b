import type { ProblemView } from '../../bindings/ProblemView';
import type { Status } from '../../bindings/Status';
import type { Backend } from '../backend/backend';
import { BackendError } from '../backend/error';

/** The state of library and index, and the library's problems. */
export class StatusSession {
  /** Null until the first answer. */
  now = $state.raw<Status | null>(null);
  error = $state.raw<BackendError | null>(null);
  /** Null until they were asked for. */
  problems = $state.raw<ProblemView[] | null>(null);
  reloading = $state(false);

  readonly #backend: Backend;
  readonly #ready: () => void;

  /** `ready` is called whenever library and index are ready, again after each change. */
  constructor(backend: Backend, ready: () => void) {
    this.#backend = backend;
    this.#ready = ready;
  }

  readonly library = $derived(this.now?.library ?? null);
  readonly meaning = $derived(this.now?.meaning ?? null);
  /** Something can be found by meaning now, if not everything yet. */
  readonly meaningIsOn = $derived(this.meaning !== null && this.meaning.state !== 'off');
  readonly index = $derived(this.now?.index ?? null);
  /** How many problems the library has; 0 while it is not known. */
  readonly problemCount = $derived(this.library?.state === 'ready' ? this.library.problems : 0);
  readonly demonstration = $derived(this.library?.state === 'ready' && this.library.demonstration);

  /** Listens and asks once; without the one the other still tells something. */
  async start(): Promise<void> {
    // In this order: what changes between the two comes as an event.
    await this.#listen();
    await this.#askOnce();
  }

  /** Reads the library again. */
  async reload(): Promise<void> {
    if (this.reloading) return;
    this.reloading = true;
    try {
      this.#accept(await this.#backend.reload());
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    } finally {
      this.reloading = false;
    }
  }

  /** Fetches the problems for their list. */
  async readProblems(): Promise<void> {
    try {
      this.problems = await this.#backend.problems();
      this.error = null;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    }
  }

  async #listen(): Promise<void> {
    try {
      await this.#backend.onStatus((status) => this.#accept(status));
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    }
  }

  async #askOnce(): Promise<void> {
    try {
      const first = await this.#backend.status();
      // An event that came meanwhile is newer than this answer.
      if (this.now === null) this.#accept(first);
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    }
  }

  #accept(status: Status): void {
    this.now = status;
    this.error = null;
    if (status.library.state === 'ready' && status.index.state === 'ready') this.#ready();
  }
}
