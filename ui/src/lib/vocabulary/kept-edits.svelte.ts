import type { KeptWords } from '../../bindings/KeptWords';
import type { VocabularyView } from '../../bindings/VocabularyView';
import type { Ask } from '../backend/commands';
import { Keeper } from '../training/keeper';
import { restored } from './edit-state';
import type { PendingEdits } from './pending-edits.svelte';

/** The copy of edits that are not saved: made while they are made, asked for once in each workspace. */
export class KeptEdits {
  /** Edits that were brought back; null once they are saved or given up. */
  recovered = $state.raw<KeptWords | null>(null);

  readonly #ask: Ask;
  readonly #edits: PendingEdits;
  readonly #keeper: Keeper;
  #asked = false;

  constructor(ask: Ask, edits: PendingEdits, failed: (thrown: unknown) => void) {
    this.#ask = ask;
    this.#edits = edits;
    this.#keeper = new Keeper(async () => {
      try {
        await ask('keep_vocabulary', edits.request);
      } catch (thrown) {
        failed(thrown);
      }
    });
  }

  /** Something was edited. */
  soon(): void {
    this.#keeper.soon();
  }

  now(): Promise<void> {
    return this.#keeper.now();
  }

  /** All is saved; the copy went with it. */
  saved(): void {
    this.recovered = null;
    this.#keeper.forget();
  }

  workspaceChanged(): void {
    this.saved();
    this.#asked = false;
  }

  /** Brings back what was not saved, where nothing is edited yet; null when there is nothing. */
  async bringBack(view: VocabularyView): Promise<KeptWords | null> {
    if (this.#asked) return null;
    this.#asked = true;
    const kept = await this.#ask('kept_vocabulary');
    // Edited meanwhile: what is on the screen now is newer, and will be kept in its place.
    if (kept === null || this.#edits.count > 0) return null;
    this.#edits.restore(restored(kept.edits, view));
    this.recovered = kept;
    return kept;
  }
}
