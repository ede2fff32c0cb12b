import type { Hit } from '../../bindings/Hit';
import type { Kind } from '../../bindings/Kind';
import type { SearchRequest } from '../../bindings/SearchRequest';
import type { SearchResponse } from '../../bindings/SearchResponse';
import type { Backend } from '../backend/backend';
import { BackendError } from '../backend/error';
import { LatestOnly } from './latest-only';
import type { Lines } from './lines';
import { MeaningSearch, WINDOW, type Screen } from './meaning-search';
import { mergeMeaning, SETTLED_MS, withMeaning } from './merge-meaning';
import { Narrowing, type Facet } from './narrowing.svelte';
import { ResultPages } from './result-pages.svelte';

/** What the search tells the desk. */
export interface SearchListener {
  /** A line became the selected one, or none is. */
  selected(hit: Hit | null, query: string): void;
  /** Fresh results are in the state, asked for by the key at `keyAt` if by a key. */
  answered(response: SearchResponse, keyAt: number | null): void;
  /** A line was chosen, not only passed or shown as the best. */
  opened(hit: Hit): void;
  /** Hits found by meaning were added to the list, so many. */
  added(count: number): void;
  /** The box is empty and nothing narrows. */
  emptied(): void;
  /** Whether anything can be found by meaning now. */
  meaningIsOn(): boolean;
}

/** Fewer relaxed hits than this leave the right side to the bridge wording, and `Alt+4…6` to it. */
const FEW = 4;
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
  /** What the list shows: the words' answer, and in time what meaning added to it. */
  answer = $state.raw<SearchResponse | null>(null);
  /** What the words alone found. */
  byWords = $state.raw<SearchResponse | null>(null);
  error = $state.raw<BackendError | null>(null);
  /** The agent chose a line of relaxed results, so its card takes the place of the bridge wording. */
  chosen = $state(false);
  /** The mouse is over a line. */
  pointing = false;
  /** The key that picks a line is down. */
  picking = false;
  readonly pages = new ResultPages();

  readonly #backend: Backend;
  readonly #listener: SearchListener;
  readonly #requests: LatestOnly<SearchRequest, SearchResponse>;
  readonly #meaning: MeaningSearch;
  /** The card of the best line is in use, though nobody chose that line. */
  #touched = false;
  /** How many hits of the words are here; those of meaning don't count for what comes next. */
  #fetched = 0;
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

  /** The text with its slips set right, when nothing but that made the words match. */
  get meant(): string | null {
    const answer = this.byWords;
    const found = answer?.ladder.findLast((rung) => rung.count > 0);
    const onlySlips = found === undefined || found.step === 'sound' || found.step === 'slip';
    return answer !== null && onlySlips ? answer.meant : null;
  }

  /** The results were found by relaxing the query, or there are none at all. */
  get relaxed(): boolean {
    const answer = this.byWords;
    if (answer === null || this.meant !== null) return false;
    const nothing = answer.counts.all === 0 && answer.query.trim() !== '' && !this.narrowing.hides;
    return answer.ladder.length > 0 || nothing;
  }

  /** Relaxing found so little that the ladder and the bridge wording are worth the room. */
  get fewFound(): boolean {
    return this.relaxed && (this.byWords?.total ?? 0) < FEW;
  }

  /** No word matched; what is listed is near in meaning. */
  get onlyNear(): boolean {
    return this.byWords?.total === 0 && (this.answer?.total ?? 0) > 0;
  }

  /** How the text may go on; none once a line was chosen: the typing is over. */
  get completions(): string[] {
    if (this.composing || this.chosen || this.meant !== null || this.text.trim() === '') return [];
    const others = (this.byWords?.completions ?? []).filter((text) => text !== this.text.trim());
    return others.slice(0, OFFERED);
  }

  /** What Tab puts into the box; null when nothing is offered. */
  get offer(): string | null {
    if (this.composing || this.chosen) return null;
    return this.meant ?? this.completions[0] ?? null;
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

  /** The best line's card is in use: it stays where it is, and so does its line. */
  touch(): void {
    this.#touched = true;
  }

  /** Moves what is visible by `lines`; the selection stays where it is. */
  scroll(lines: number): void {
    this.touch();
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
    this.answer = null;
    this.byWords = null;
    this.error = null;
    this.pages.show([], null);
    this.#listener.selected(null, '');
    this.#listener.emptied();
  }

  #accept(response: SearchResponse): void {
    const keep = this.#keepLine ? (this.pages.current?.id ?? null) : null;
    if (!this.#keepLine) this.chosen = false;
    this.#keepLine = false;
    this.answer = response;
    this.byWords = response;
    this.error = null;
    this.#touched = false;
    this.#fetched = response.hits.length;
    this.pages.show(response.hits, keep);
    this.#listener.selected(this.pages.current, response.query);
    this.#listener.answered(response, this.#keyAt);
    this.#keyAt = null;
    if (this.text.trim() !== '' && this.#listener.meaningIsOn()) this.#meaning.follow(this.#request(0));
    const act = this.#afterAnswer;
    this.#afterAnswer = null;
    act?.();
  }

  /** What was found by meaning comes into the list, `age` milliseconds after that was painted. */
  #merge({ hits }: SearchResponse, age: number): void {
    const words = this.byWords;
    if (words === null) return;
    const { pages } = this;
    const selected = pages.current?.id;
    const touched = this.chosen || this.pointing || this.picking || this.#touched;
    const shown = pages.top + pages.visible.length;
    const merged = mergeMeaning({ hits: pages.hits, shown, touched, age }, hits);
    this.answer = withMeaning(words, merged);
    pages.replace(merged, touched || age > SETTLED_MS);
    if (pages.current?.id !== selected) this.#listener.selected(pages.current, words.query);
    const added = this.answer.total - words.total;
    if (added > 0) this.#listener.added(added);
  }

  #fail(thrown: unknown): void {
    this.#afterAnswer = null;
    this.#keepLine = false;
    this.error = BackendError.from(thrown);
  }

  #moreIfNear(): void {
    const total = this.byWords?.total ?? 0;
    if (this.#fetched < total && this.pages.wantsMore(total)) void this.#more();
  }

  /** Fetches the hits after those already here, unless the results changed meanwhile. */
  async #more(): Promise<void> {
    const words = this.byWords;
    const skip = this.#fetched;
    try {
      const next = await this.#backend.search(this.#request(skip));
      if (this.byWords !== words || this.#fetched !== skip) return;
      this.#fetched += next.hits.length;
      this.pages.append(next.hits);
    } catch (thrown) {
      if (this.byWords === words) this.error = BackendError.from(thrown);
    }
  }
}
