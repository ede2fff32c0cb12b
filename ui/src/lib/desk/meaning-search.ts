import type { SearchRequest } from '../../bindings/SearchRequest';
import type { SearchResponse } from '../../bindings/SearchResponse';
import { LatestOnly } from './latest-only';

/** When things are on the screen. */
export interface Screen {
  /** Calls `act` once what is in the state now is painted. */
  painted(act: () => void): void;
  /** In milliseconds, from any start. */
  now(): number;
}

/** The window's own. */
export const WINDOW: Screen = {
  // The first frame draws what is in the state; the second comes after that drawing.
  painted: (act) => void requestAnimationFrame(() => requestAnimationFrame(act)),
  now: () => performance.now(),
};

/**
 * Asks for what a search finds by meaning, once what it found by words is painted. An answer to a text that is
 * no longer the one in the box is dropped; one that fails is none: the words' answer stands.
 */
export class MeaningSearch {
  readonly #requests: LatestOnly<SearchRequest, SearchResponse | null>;
  readonly #screen: Screen;
  /** Counts searches by words; only the latest one is asked for its meaning. */
  #latest = 0;
  #paintedAt = 0;

  constructor(
    send: (request: SearchRequest) => Promise<SearchResponse | null>,
    found: (response: SearchResponse, age: number) => void,
    screen: Screen,
  ) {
    this.#screen = screen;
    this.#requests = new LatestOnly(send, {
      done: (response) => {
        if (response !== null) found(response, screen.now() - this.#paintedAt);
      },
      failed: () => undefined,
    });
  }

  /** The words' answer to `request` is in the state. */
  follow(request: SearchRequest): void {
    this.forget();
    const number = this.#latest;
    this.#screen.painted(() => {
      if (number !== this.#latest) return;
      this.#paintedAt = this.#screen.now();
      this.#requests.ask(request);
    });
  }

  /** No answer is wanted any more: the text changed. */
  forget(): void {
    this.#latest += 1;
    this.#requests.forget();
  }
}
