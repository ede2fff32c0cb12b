import type { EntryNoteView } from '../../bindings/EntryNoteView';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';

/** The person's own note on the entry that is shown. No part of its wording: no copy takes it along. */
export class EntryNoteSession {
  /** As it is kept; null when there is none. */
  kept = $state.raw<EntryNoteView | null>(null);
  /** As it is typed; null while nobody types. */
  typed = $state<string | null>(null);
  error = $state.raw<BackendError | null>(null);

  readonly #ask: Ask;
  #entry: string | null = null;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** The entry `id` is on the card; what was typed on the one before is kept. */
  async show(id: string): Promise<void> {
    if (id === this.#entry) return;
    const left = this.keep();
    this.#entry = id;
    this.kept = null;
    this.typed = null;
    this.error = null;
    await left;
    try {
      const note = await this.#ask('entry_note', id);
      if (this.#entry === id) this.kept = note;
    } catch (thrown) {
      if (this.#entry === id) this.error = BackendError.from(thrown);
    }
  }

  /** Somebody else sits here: the note is asked for again. */
  async forget(): Promise<void> {
    const id = this.#entry;
    this.#entry = null;
    this.kept = null;
    this.typed = null;
    if (id !== null) await this.show(id);
  }

  write(): void {
    this.typed ??= this.kept?.text ?? '';
  }

  /** What was typed is not to be kept. */
  giveUp(): void {
    this.typed = null;
  }

  /** Keeps what was typed; on a failure it stays to be tried again. */
  async keep(): Promise<void> {
    const id = this.#entry;
    const text = this.typed;
    if (id === null || text === null) return;
    if (text.trim() === (this.kept?.text ?? '')) {
      this.typed = null;
      return;
    }
    try {
      const note = await this.#ask('keep_entry_note', { id, text });
      if (this.#entry !== id) return;
      this.kept = note;
      if (this.typed === text) this.typed = null;
      this.error = null;
    } catch (thrown) {
      if (this.#entry === id) this.error = BackendError.from(thrown);
    }
  }
}
