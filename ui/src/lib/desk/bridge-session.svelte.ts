import type { Hit } from '../../bindings/Hit';
import type { Stage } from '../../bindings/Stage';
import { BackendError } from '../backend/error';
import { chordOf } from '../keys/chord';
import { CardSession } from './card-session.svelte';
import type { CardSurroundings } from './card-surroundings';
import { obstacleOf } from './obstacle';

/** The tag that makes an entry bridge wording; it belongs to the library, not to the language of the screen. */
const TAG = '过渡话术';
const SHOWN = 3;
/** More than a library has of it; the best are chosen from these. */
const ASKED = 30;

/** What the bridge wording needs to know of the desk. */
export interface BridgeSurroundings {
  card: CardSurroundings;
  /** Where the call is: the stage narrowed to, else that of the card. */
  stage: () => Stage | null;
  /** Seconds after a search from which on the wording is offered; 0 is never. */
  after: () => number;
  /** The digit of the first card. */
  firstDigit: () => number;
  /** It is drawn: the cursor goes there. */
  opened: () => void;
  /** It is gone: the cursor goes back to the search box. */
  closed: () => void;
}

/** Wording that holds the call, has it called back or hands it over: a few small cards with a key each. */
export class BridgeSession {
  cards = $state.raw<CardSession[]>([]);
  error = $state.raw<BackendError | null>(null);
  /** It was looked for; no cards then means that there are none. */
  loaded = $state(false);
  /** It was asked for: it lies over the card, and the list stays where it is. */
  shown = $state(false);
  /** Nothing was opened for a while after a search: the screen says which key brings it. */
  offered = $state(false);

  readonly #around: BridgeSurroundings;
  #wanted = 0;
  #stage: Stage | null | undefined = undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(around: BridgeSurroundings) {
    this.#around = around;
  }

  /** Fetches the wording for the stage of the call unless it is here or on its way. */
  load(): void {
    const stage = this.#around.stage();
    if (this.#stage === stage) return;
    this.#stage = stage;
    void this.#fetch(stage);
  }

  /** The library changed: what is here may not hold any more. */
  forget(): void {
    this.#stage = undefined;
    this.loaded = false;
  }

  /** Shows it over the card, or takes it away again. */
  toggle(): boolean {
    if (this.shown) this.close();
    else this.show();
    return true;
  }

  show(): void {
    this.load();
    this.settle();
    this.shown = true;
    this.#around.opened();
  }

  close(): void {
    if (!this.shown) return;
    this.shown = false;
    this.#around.closed();
  }

  /** The desk shows something else: the wording goes, and the cursor stays where it is. */
  hide(): void {
    this.shown = false;
  }

  /** A search was answered: the time until it is offered begins anew. */
  searched(): void {
    this.settle();
    const seconds = this.#around.after();
    if (seconds <= 0) return;
    this.#timer = setTimeout(() => {
      if (this.shown) return;
      this.offered = true;
      const { announce, words } = this.#around.card;
      announce(words().screen.bridge.offer);
    }, seconds * 1000);
  }

  /** Something was opened, copied or emptied: nobody waits for a bridge. */
  settle(): void {
    clearTimeout(this.#timer);
    this.offered = false;
  }

  /** Acts on a key while the cursor is in the wording; false when the key means the same as everywhere. */
  onKeydown(event: KeyboardEvent): boolean {
    const target = event.target instanceof Element ? event.target : null;
    const chord = chordOf(event);
    if (chord === 'Esc' && this.shown) {
      this.close();
      return true;
    }
    if (chord === null || target === null || target.closest('[data-bridge]') === null) return false;
    if (target.matches('input, select, textarea')) return false;
    const digit = /^[1-9]$/.exec(chord)?.[0];
    const card = digit === undefined ? undefined : this.cards[Number(digit) - this.#around.firstDigit()];
    card?.copy();
    return card !== undefined;
  }

  async #fetch(stage: Stage | null): Promise<void> {
    const number = ++this.#wanted;
    const { backend } = this.#around.card;
    try {
      const filter = { kind: null, stage: null, product: null, currentOnly: true };
      const found = await backend.search({ text: '', tag: TAG, skip: 0, limit: ASKED, ...filter });
      const best = forStage(found.hits, stage).slice(0, SHOWN);
      const entries = await Promise.all(best.map(({ id }) => backend.entry({ id, query: '' })));
      if (number !== this.#wanted) return;
      this.cards = entries.filter((entry) => obstacleOf(entry) === null).map((entry) => this.#cardOf(entry));
      this.error = null;
      this.loaded = true;
    } catch (thrown) {
      if (number !== this.#wanted) return;
      this.error = BackendError.from(thrown);
      this.#stage = undefined;
    }
  }

  /** The card of an entry that is shown already keeps its place in the call. */
  #cardOf(entry: Parameters<CardSession['put']>[0]): CardSession {
    const card = this.cards.find((known) => known.wants(entry.id)) ?? new CardSession(this.#around.card);
    card.put(entry);
    return card;
  }
}

/** Wording of the stage first, then what fits every stage, then the rest; each in the order it came. */
function forStage(hits: readonly Hit[], stage: Stage | null): Hit[] {
  const distance = (hit: Hit): number => (hit.stage === stage ? 0 : hit.stage === null ? 1 : 2);
  return [...hits].sort((one, other) => distance(one) - distance(other));
}
