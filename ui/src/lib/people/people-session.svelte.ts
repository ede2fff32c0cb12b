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
  readonly #changed: (before: string | null) => void;

  /** `changed` is called when somebody else sits here. */
  constructor(ask: Ask, changed: (before: string | null) => void = () => undefined) {
    this.#ask = ask;
    this.#changed = changed;
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
      const before = this.now?.me?.name ?? null;
      this.now = await this.#ask('be_person', name);
      if (this.now.me?.name !== before) this.#changed(before);
      return true;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
