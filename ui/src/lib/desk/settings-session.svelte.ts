import type { Settings } from '../../bindings/Settings';
import type { Backend } from '../backend/backend';
import { BackendError } from '../backend/error';

/** What holds until the person's own choice is known. */
export const FIRST_SETTINGS: Settings = {
  theme: 'system',
  language: 'zh',
  textSize: 'normal',
  welcomed: false,
  doublePinyin: 'none',
  rememberUse: true,
  sharedComputer: false,
  keys: {},
  hotkey: 'Alt+Q',
  summonAs: 'bar',
  startWithSystem: false,
  keepInTray: true,
  pasteInto: [],
  autoCall: true,
  keepCallNotes: false,
  bridgeAfter: 12,
  readingSize: 28,
  lineFocus: false,
};

/** What the person chose: applied at once, kept by the backend. */
export class SettingsSession {
  now: Settings = $state.raw(FIRST_SETTINGS);
  error = $state.raw<BackendError | null>(null);
  /** What was used was forgotten since the dialog was opened. */
  forgotten = $state(false);

  readonly #backend: Backend;
  #saves = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async load(): Promise<void> {
    try {
      this.now = await this.#backend.settings();
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    }
  }

  /** Forgets which entries were used; when that fails, `error` says so. */
  async forgetUse(): Promise<void> {
    try {
      await this.#backend.forgetUse();
      this.error = null;
      this.forgotten = true;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    }
  }

  /** Applies `change` at once and keeps it; when keeping fails it stays applied, and `error` says so. */
  async change(change: Partial<Settings>): Promise<void> {
    const number = ++this.#saves;
    this.now = { ...this.now, ...change };
    try {
      const kept = await this.#backend.saveSettings(this.now);
      if (number !== this.#saves) return;
      this.now = kept;
      this.error = null;
    } catch (thrown) {
      if (number === this.#saves) this.error = BackendError.from(thrown);
    }
  }
}
