import { BackendError } from '../backend/error';
import { CardSession } from './card-session.svelte';
import type { CardSurroundings } from './card-surroundings';
import { obstacleOf } from './obstacle';

/** The tag that makes an entry bridge wording; it belongs to the library, not to the language of the screen. */
const TAG = '过渡话术';
const SHOWN = 3;

/** Wording that holds the call when nothing was found: a few small cards with a key each. */
export class BridgeSession {
  cards = $state.raw<CardSession[]>([]);
  error = $state.raw<BackendError | null>(null);
  /** It was looked for; no cards then means that there are none. */
  loaded = $state(false);

  readonly #around: CardSurroundings;
  #loading = false;

  constructor(around: CardSurroundings) {
    this.#around = around;
  }

  /** Fetches the wording unless it is here or on its way. */
  load(): void {
    if (!this.loaded && !this.#loading) void this.#fetch();
  }

  /** The library changed: what is here may not hold any more. */
  forget(): void {
    this.loaded = false;
  }

  async #fetch(): Promise<void> {
    this.#loading = true;
    const { backend } = this.#around;
    try {
      const filter = { kind: null, stage: null, product: null, currentOnly: true };
      const found = await backend.search({ text: '', tag: TAG, skip: 0, limit: SHOWN, ...filter });
      const entries = await Promise.all(found.hits.map(({ id }) => backend.entry({ id, query: '' })));
      this.cards = entries
        .filter((entry) => obstacleOf(entry) === null)
        .map((entry) => {
          const card = new CardSession(this.#around);
          card.put(entry);
          return card;
        });
      this.error = null;
      this.loaded = true;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    } finally {
      this.#loading = false;
    }
  }
}
