import type { TrialRequest } from '../../bindings/TrialRequest';
import type { TrialView } from '../../bindings/TrialView';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import { LatestOnly } from '../desk/latest-only';
import type { EditState } from './edit-state';
import type { PendingEdits } from './pending-edits.svelte';
import { notesByPlace, type PlaceNote } from './place-notes';

/** The test search: asked again at every change of the edits or of what is typed; only the latest answer counts. */
export class TrialSession {
  query = $state('');
  answer = $state.raw<TrialView | null>(null);
  error = $state.raw<BackendError | null>(null);
  busy = $state(false);
  #about = $state.raw<EditState | null>(null);
  /** What is to say about each place. */
  readonly byPlace: ReadonlyMap<string, PlaceNote[]> = $derived.by(() =>
    notesByPlace(this.answer, this.#about),
  );

  readonly #edits: PendingEdits;
  readonly #latest: LatestOnly<TrialRequest, TrialView>;
  #asked: EditState | null = null;

  constructor(ask: Ask, edits: PendingEdits) {
    this.#edits = edits;
    this.#latest = new LatestOnly((request) => ask('try_vocabulary', request), {
      done: (answer) => {
        this.answer = answer;
        this.#about = this.#asked;
        this.error = null;
        this.busy = false;
      },
      failed: (thrown) => {
        this.error = BackendError.from(thrown);
        this.busy = false;
      },
    });
  }

  type(query: string): void {
    this.query = query;
    this.ask();
  }

  ask(): void {
    this.busy = true;
    this.#asked = this.#edits.now;
    this.#latest.ask({ edits: this.#edits.request, query: this.query });
  }

  forget(): void {
    this.#latest.forget();
    this.answer = null;
    this.error = null;
    this.busy = false;
  }
}
