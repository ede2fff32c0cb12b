import type { TrialRequest } from '../../bindings/TrialRequest';
import type { TrialView } from '../../bindings/TrialView';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import { LatestOnly } from '../desk/latest-only';
import { placeKey, type EditState, type PendingEdits } from './pending-edits.svelte';

/** A sentence about a place of the vocabulary. */
export interface PlaceNote {
  kind: 'fault' | 'contradiction' | 'double';
  zh: string;
  en: string;
}

/** The test search: asked again at every change of the edits or of what is typed; only the latest answer counts. */
export class TrialSession {
  query = $state('');
  answer = $state.raw<TrialView | null>(null);
  error = $state.raw<BackendError | null>(null);
  busy = $state(false);
  /** What is to say about each place. */
  readonly byPlace: ReadonlyMap<string, PlaceNote[]> = $derived.by(() => this.#placed());

  readonly #edits: PendingEdits;
  readonly #latest: LatestOnly<TrialRequest, TrialView>;
  #asked: EditState | null = null;
  #about = $state.raw<EditState | null>(null);

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

  #placed(): Map<string, PlaceNote[]> {
    const placed = new Map<string, PlaceNote[]>();
    const { answer } = this;
    const about = this.#about;
    if (answer === null || about === null) return placed;
    const put = (key: string, note: PlaceNote): void => {
      placed.set(key, [...(placed.get(key) ?? []), note]);
    };
    for (const { place, what, remedy } of answer.faults) {
      put(placeKey(place, about), { kind: 'fault', zh: what.zh + remedy.zh, en: `${what.en} ${remedy.en}` });
    }
    for (const { places, contradiction, what } of answer.notes) {
      const kind = contradiction ? 'contradiction' : 'double';
      for (const place of places) put(placeKey(place, about), { kind, ...what });
    }
    return placed;
  }
}
