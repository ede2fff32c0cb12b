import type { PeopleView } from '../../bindings/PeopleView';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';

/** Who sits at a shared computer: those known here, and who it is now. */
export class PeopleSession {
  now = $state.raw<PeopleView | null>(null);
  /** A name is being taken. */
  busy = $state(false);
  error = $state.raw<BackendError | null>(null);

  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Reads who is known here. */
  async load(): Promise<void> {
    try {
      this.now = await this.#ask('people');
      this.error = null;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    }
  }

  /** `name` sits here now, known before or not; false when that can't be a name, with `error` saying why. */
  async be(name: string): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = null;
    try {
      this.now = await this.#ask('be_person', name);
      return true;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
