import type { Hit } from '../../bindings/Hit';
import type { Kind } from '../../bindings/Kind';
import type { SearchRequest } from '../../bindings/SearchRequest';
import type { SearchResponse } from '../../bindings/SearchResponse';
import type { Backend } from '../backend/backend';
import { BackendError } from '../backend/error';
import { Findings } from './findings.svelte';
import { Hands } from './hands';
import { LatestOnly } from './latest-only';
import type { Lines } from './lines';
import { MeaningSearch, WINDOW, type Screen } from './meaning-search';
import { mergeMeaning, SETTLED_MS } from './merge-meaning';
import { Narrowing, type Facet } from './narrowing.svelte';
import { ResultPages } from './result-pages.svelte';
import type { SearchListener } from './search-listener';

/** More than a tall window shows; the next ones are fetched when they come near. */
const PAGE = 30;
/** Completions that are offered at once. */
const OFFERED = 4;

/** The search box and its results: what was typed, what was asked, what came back, which line is selected. */
export class SearchSession implements Lines {
  readonly listId = 'hits';
  /** What was typed and committed; never what an input method still composes. */
  text = $state('');
  composing = $state(false);
  readonly narrowing = new Narrowing();
  readonly findings = new Findings(this.narrowing);
  error = $state.raw<BackendError | null>(null);
  /** The agent chose a line of relaxed results, so its card takes the place of the bridge wording. */
  chosen = $state(false);
  readonly hands = new Hands();
  readonly pages = new ResultPages();

  readonly #backend: Backend;
  readonly #listener: SearchListener;
  readonly #requests: LatestOnly<SearchRequest, SearchResponse>;
  readonly #meaning: MeaningSearch;
  #keyAt: number | null = null;
  #keepLine = false;
  #afterAnswer: (() => void) | null = null;

  constructor(backend: Backend, listener: SearchListener, screen: Screen = WINDOW) {
    this.#backend = backend;
    this.#listener = listener;
    this.#requests = new LatestOnly((request) => backend.search(request), {
      done: (response) => this.#accept(response),
      failed: (thrown) => this.#fail(thrown),
    });
    this.#meaning = new MeaningSearch(
      (request) => backend.searchMeaning(request),
      (merged, age) => this.#merge(merged, age),
      screen,
    );
  }

  /** Nothing is asked: no text and no filter. */
  readonly idle = $derived(this.text.trim() === '' && !this.narrowing.asks);

  get open(): boolean {
    return this.pages.hits.length > 0;
  }

  get active(): string | null {
    return this.pages.shown === null ? null : `hit-${this.pages.shown}`;
  }

  /** What the list shows; null while nothing is asked. */
  get answer(): SearchResponse | null {
    return this.findings.shown;
  }

  /** How the text may go on; none once a line was chosen: the typing is over. */
  get completions(): string[] {
    if (this.composing || this.chosen || this.findings.meant !== null || this.text.trim() === '') return [];
    const others = (this.answer?.completions ?? []).filter((text) => text !== this.text.trim());
    return others.slice(0, OFFERED);
  }

  /** What Tab puts into the box; null when nothing is offered. */
  get offer(): string | null {
    if (this.composing || this.chosen) return null;
    return this.findings.meant ?? this.completions[0] ?? null;
  }

  /** The bridge wording stands on the right: so little was found, and no line was chosen yet. */
  get few(): boolean {
    return this.findings.few && !this.chosen;
  }

  /** `text` is in the box; the key came at `keyAt`. Searches at once unless an input method composes. */
  type(text: string, keyAt: number | null = null): void {
    if (this.composing) return;
    const same = text.trim() === this.text.trim();
    this.text = text;
    // The end of a composition is reported twice, in an order that differs by engine: it searches once.
    if (same) return;
    // Facets belong to one search: an emptied box begins another.
    if (text.trim() === '') this.narrowing.dropFacets();
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
    if (kind === this.narrowing.kind) return;
    this.narrowing.kind = kind;
    this.#ask(null);
  }

  /** Narrows to `facet`, or takes it away again. */
  toggleFacet(facet: Facet): void {
    this.narrowing.toggle(facet);
    this.#ask(null);
  }

  filterCurrentOnly(currentOnly: boolean): void {
    this.narrowing.currentOnly = currentOnly;
    this.#ask(null);
  }

  /** Takes every filter away and keeps the text. */
  widen(): void {
    this.narrowing.dropAll();
    this.#ask(null);
  }

  /** Takes the facets away; without any, empties the box; a box already empty loses its kind. */
  clear(): void {
    if (this.narrowing.facets.length > 0) this.narrowing.dropFacets();
    else if (this.text === '') this.narrowing.kind = null;
    else this.text = '';
    this.#ask(null);
  }

  /** Another call: nothing of what was asked stays. */
  reset(): void {
    this.narrowing.dropAll();
    this.composing = false;
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
      if (line >= 1 && line <= this.pages.visible.length) this.choose(this.pages.top + line - 1);
    });
  }

  /** Chooses the hit at `index` of the whole list. */
  choose(index: number): void {
    this.#select(index);
    if (this.pages.current !== null) this.#listener.opened(this.pages.current);
  }

  /** Moves what is visible by `lines`; the selection stays where it is. */
  scroll(lines: number): void {
    this.hands.using = true;
    this.pages.scroll(lines);
    this.#moreIfNear();
  }

  /** Runs `act` on the selected line, once the results belong to what was typed. */
  enter(act: (hit: Hit) => void): void {
    this.#whenAnswered(() => {
      const hit = this.pages.current;
      if (hit === null) return;
      this.chosen = true;
      this.#listener.opened(hit);
      act(hit);
    });
  }

  /** Gives `use` what is offered for the text in the box, once that is known; false when it is nothing. */
  takeOffer(use: (offer: string | null) => void): boolean {
    if (!this.#requests.busy && this.offer === null) return false;
    this.#whenAnswered(() => use(this.offer));
    return true;
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
    this.#moreIfNear();
  }

  #request(skip: number): SearchRequest {
    return { text: this.text, ...this.narrowing.request, skip, limit: PAGE };
  }

  #ask(keyAt: number | null): void {
    this.#keyAt = keyAt;
    this.#afterAnswer = null;
    this.#meaning.forget();
    if (!this.idle) {
      this.#requests.ask(this.#request(0));
      return;
    }
    this.#requests.forget();
    this.findings.set(null);
    this.error = null;
    this.pages.show([], null);
    this.#listener.selected(null, '');
    this.#listener.emptied();
  }

  #accept(response: SearchResponse): void {
    const again = this.#keepLine;
    const keep = again ? (this.pages.current?.id ?? null) : null;
    if (!again) this.chosen = false;
    this.#keepLine = false;
    this.findings.set(response);
    this.error = null;
    this.hands.using = false;
    this.pages.show(response.hits, keep);
    this.#listener.selected(this.pages.current, response.query);
    this.#listener.answered(this.#keyAt, again);
    this.#keyAt = null;
    if (this.text.trim() !== '' && this.#listener.meaningIsOn()) this.#meaning.follow(this.#request(0));
    const act = this.#afterAnswer;
    this.#afterAnswer = null;
    act?.();
  }

  /** What was found by meaning comes into the list, `age` milliseconds after that was painted. */
  #merge({ hits }: SearchResponse, age: number): void {
    const { pages } = this;
    const selected = pages.current?.id;
    const touched = this.chosen || this.hands.atTheList;
    const shown = pages.top + pages.visible.length;
    const merged = mergeMeaning({ hits: pages.hits, shown, touched, age }, hits);
    const added = this.findings.add(merged);
    pages.replace(merged, touched || age > SETTLED_MS);
    if (pages.current?.id !== selected) this.#listener.selected(pages.current, this.text);
    if (added > 0) this.#listener.added(added);
  }

  #fail(thrown: unknown): void {
    this.#afterAnswer = null;
    this.#keepLine = false;
    this.error = BackendError.from(thrown);
  }

  #moreIfNear(): void {
    if (this.pages.wantsMore(this.findings.byWords?.total ?? 0)) void this.#more();
  }

  /** Fetches the hits after those already here, unless the results changed meanwhile. */
  async #more(): Promise<void> {
    const words = this.findings.byWords;
    const skip = this.pages.fetched;
    try {
      const next = await this.#backend.search(this.#request(skip));
      if (this.findings.byWords === words && this.pages.fetched === skip) this.pages.append(next.hits);
    } catch (thrown) {
      if (this.findings.byWords === words) this.error = BackendError.from(thrown);
    }
  }
}
