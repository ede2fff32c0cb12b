import type { BenchView } from '../../bindings/BenchView';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import type { PendingEdits } from './pending-edits.svelte';

/** The bench: asks for part after part, so that it can be stopped; a newer run overtakes an older one. */
export class BenchSession {
  running = $state(false);
  done = $state(0);
  total = $state(0);
  stopped = $state(false);
  result = $state.raw<BenchView | null>(null);
  error = $state.raw<BackendError | null>(null);

  readonly #ask: Ask;
  readonly #edits: PendingEdits;
  #run = 0;

  constructor(ask: Ask, edits: PendingEdits) {
    this.#ask = ask;
    this.#edits = edits;
  }

  /** Runs all judged queries over the state with the edits as they are now. */
  async run(): Promise<void> {
    const number = (this.#run += 1);
    const edits = this.#edits.request;
    Object.assign(this, { running: true, stopped: false, done: 0, total: 0, error: null });
    try {
      for (let result: BenchView | null = null; result === null;) {
        const step = await this.#ask('bench_step', { edits, from: this.done });
        if (number !== this.#run) return;
        this.done = step.done;
        this.total = step.total;
        result = step.result;
        if (result !== null) this.result = result;
      }
    } catch (thrown) {
      if (number === this.#run) this.error = BackendError.from(thrown);
    }
    if (number === this.#run) this.running = false;
  }

  /** Stops; the result before stays. */
  stop(): void {
    if (!this.running) return;
    this.#run += 1;
    this.running = false;
    this.stopped = true;
  }

  /** Keeps this run as what later ones are compared with. */
  async mark(): Promise<void> {
    try {
      const mark = await this.#ask('mark_bench');
      if (this.result !== null) this.result = { ...this.result, mark, changes: [] };
      this.error = null;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    }
  }

  forget(): void {
    this.#run += 1;
    Object.assign(this, { running: false, stopped: false, result: null, error: null });
  }
}
