import type { Hit } from '../../bindings/Hit';
import type { Kind } from '../../bindings/Kind';
import type { SearchRequest } from '../../bindings/SearchRequest';
import type { SearchResponse } from '../../bindings/SearchResponse';
import type { Stage } from '../../bindings/Stage';
import type { Backend } from '../backend/backend';
import { BackendError } from '../backend/error';
import { LatestOnly } from './latest-only';
import { ResultPages } from './result-pages.svelte';

/** What the search tells the desk. */
export interface SearchListener {
  /** A line became the selected one, or none is. */
  selected(hit: Hit | null, query: string): void;
  /** Fresh results are in the state, asked for by the key at `keyAt` if by a key. */
  answered(response: SearchResponse, keyAt: number | null): void;
}

/** Fewer relaxed hits than this leave the right side to the bridge wording, and `Alt+4…6` to it. */
const FEW = 4;
/** More than a tall window shows; the next ones are fetched when they come near. */
const PAGE = 30;

/** The search box and its results: what was typed, what was asked, what came back, which line is selected. */
export class SearchSession {
  /** What was typed and committed; never what an input method still composes. */
  text = $state('');
  composing = $state(false);
  kind = $state<Kind | null>(null);
  stage = $state<Stage | null>(null);
  currentOnly = $state(false);
  answer = $state.raw<SearchResponse | null>(null);
  error = $state.raw<BackendError | null>(null);
  /** The agent chose a line of relaxed results, so its card takes the place of the bridge wording. */
  chosen = $state(false);
  readonly pages = new ResultPages();

  readonly #backend: Backend;
  readonly #listener: SearchListener;
  readonly #requests: LatestOnly<SearchRequest, SearchResponse>;
  #keyAt: number | null = null;
  #keepLine = false;
  #afterAnswer: (() => void) | null = null;

  constructor(backend: Backend, listener: SearchListener) {
    this.#backend = backend;
    this.#listener = listener;
    this.#requests = new LatestOnly((request) => backend.search(request), {
      done: (response) => this.#accept(response),
      failed: (thrown) => this.#fail(thrown),
    });
  }

  /** Nothing is asked: no text and no filter. */
  readonly idle = $derived(this.text.trim() === '' && this.kind === null && this.stage === null);

  /** The results were found by relaxing the query, or there are none at all. */
  get relaxed(): boolean {
    const answer = this.answer;
    if (answer === null) return false;
    const narrowed = this.stage !== null || this.currentOnly;
    return answer.ladder.length > 0 || (answer.counts.all === 0 && answer.query.trim() !== '' && !narrowed);
  }

  /** Relaxing found so little that the ladder and the bridge wording are worth the room. */
  get fewFound(): boolean {
    return this.relaxed && (this.answer?.total ?? 0) < FEW;
  }

  /** The bridge wording stands on the right: so little was found, and no line was chosen yet. */
  get few(): boolean {
    return this.fewFound && !this.chosen;
  }

  /** `text` is in the box; the key came at `keyAt`. Searches at once unless an input method composes. */
  type(text: string, keyAt: number | null = null): void {
    if (this.composing) return;
    const same = text.trim() === this.text.trim();
    this.text = text;
    // The end of a composition is reported twice, in an order that differs by engine: it searches once.
    if (same) return;
    this.#ask(keyAt);
  }

  compose(): void {
    this.composing = true;
  }

  /** The input method committed `text`. */
  commit(text: string, keyAt: number | null = null): void {
    this.composing = false;
    this.type(text, keyAt);
  }

  /** Shows only `kind`; null shows all. */
  filterKind(kind: Kind | null): void {
    if (kind === this.kind) return;
    this.kind = kind;
    this.#ask(null);
  }

  filterStage(stage: Stage | null): void {
    this.stage = stage;
    this.#ask(null);
  }

  filterCurrentOnly(currentOnly: boolean): void {
    this.currentOnly = currentOnly;
    this.#ask(null);
  }

  /** Takes every filter away and keeps the text. */
  widen(): void {
    this.kind = null;
    this.stage = null;
    this.currentOnly = false;
    this.#ask(null);
  }

  /** Empties the box; a box already empty loses its filters. */
  clear(): void {
    if (this.text === '') {
      this.kind = null;
      this.stage = null;
    }
    this.text = '';
    this.#ask(null);
  }

  /** Asks the same again: after an error, or when the library changed. The selected entry stays selected. */
  refresh(): void {
    if (this.idle) return;
    this.#keepLine = true;
    this.#ask(null);
  }

  /** Selects the line `by` further; the card follows. */
  move(by: 1 | -1): void {
    this.#whenAnswered(() => this.#select(this.pages.selected + by));
  }

  /** Selects the first line of the page `by` further. */
  page(by: 1 | -1): void {
    this.#whenAnswered(() => this.#select(this.pages.lineOfPage(by)));
  }

  /** Chooses line `line` (from 1) of the visible page; a line that is not there changes nothing. */
  pick(line: number): void {
    this.#whenAnswered(() => {
      if (line >= 1 && line <= this.pages.visible.length) this.#select(this.pages.top + line - 1);
    });
  }

  /** Chooses the hit at `index` of the whole list. */
  choose(index: number): void {
    this.#select(index);
  }

  /** Moves what is visible by `lines`; the selection stays where it is. */
  scroll(lines: number): void {
    this.pages.scroll(lines);
    if (this.pages.wantsMore(this.answer?.total ?? 0)) void this.#more();
  }

  /** Runs `act` on the selected line, once the results belong to what was typed. */
  open(act: () => void): void {
    this.#whenAnswered(() => {
      if (this.pages.current === null) return;
      this.chosen = true;
      act();
    });
  }

  /** Goes back from a chosen line to the bridge wording. */
  unchoose(): void {
    this.chosen = false;
  }

  /** A key that means a line waits for the results of the text it was typed after. */
  #whenAnswered(act: () => void): void {
    if (this.#requests.busy) this.#afterAnswer = act;
    else act();
  }

  #select(index: number): void {
    if (this.pages.hits.length === 0) return;
    this.chosen = true;
    this.pages.select(index);
    this.#listener.selected(this.pages.current, this.text);
    if (this.pages.wantsMore(this.answer?.total ?? 0)) void this.#more();
  }

  #request(skip: number): SearchRequest {
    const { text, kind, stage, currentOnly } = this;
    return { text, kind, stage, currentOnly, tag: null, product: null, skip, limit: PAGE };
  }

  #ask(keyAt: number | null): void {
    this.#keyAt = keyAt;
    this.#afterAnswer = null;
    if (!this.idle) {
      this.#requests.ask(this.#request(0));
      return;
    }
    this.#requests.forget();
    this.answer = null;
    this.error = null;
    this.pages.show([], null);
    this.#listener.selected(null, '');
  }

  #accept(response: SearchResponse): void {
    const keep = this.#keepLine ? (this.pages.current?.id ?? null) : null;
    if (!this.#keepLine) this.chosen = false;
    this.#keepLine = false;
    this.answer = response;
    this.error = null;
    this.pages.show(response.hits, keep);
    this.#listener.selected(this.pages.current, response.query);
    this.#listener.answered(response, this.#keyAt);
    this.#keyAt = null;
    const act = this.#afterAnswer;
    this.#afterAnswer = null;
    act?.();
  }

  #fail(thrown: unknown): void {
    this.#afterAnswer = null;
    this.#keepLine = false;
    this.error = BackendError.from(thrown);
  }

  /** Fetches the hits after those already here, unless the results changed meanwhile. */
  async #more(): Promise<void> {
    const answer = this.answer;
    const skip = this.pages.hits.length;
    try {
      const next = await this.#backend.search(this.#request(skip));
      if (this.answer === answer && this.pages.hits.length === skip) this.pages.append(next.hits);
    } catch (thrown) {
      if (this.answer === answer) this.error = BackendError.from(thrown);
    }
  }
}
