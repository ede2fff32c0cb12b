import { tick } from 'svelte';
import type { EntryRef } from '../../bindings/EntryRef';
import type { Backend } from '../backend/backend';
import { CallsSession } from '../calls/calls-session.svelte';
import { LiveSide } from '../calls/live-side.svelte';
import { FlowsSession } from '../flows/flows-session.svelte';
import { ReadingSession } from '../reading/reading-session.svelte';
import { PastingSession } from '../window/pasting-session.svelte';
import { WindowSession } from '../window/window-session.svelte';
import { BridgeSession } from './bridge-session.svelte';
import { CardSession } from './card-session.svelte';
import type { CardSurroundings } from './card-surroundings';
import type { CopyWay } from './copying.svelte';
import { DeskWindow } from './desk-window.svelte';
import type { FieldValues } from './field-values.svelte';
import { measureKeyToPaint } from './key-to-paint';
import type { Lines } from './lines';
import type { Facet } from './narrowing.svelte';
import { SearchRecorder } from './search-recorder';
import { SearchSession } from './search-session.svelte';
import { StartSession } from './start-session.svelte';
import { StatusSession } from './status-session.svelte';
import { Telling } from './telling';
import type { Ticks } from './ticks.svelte';

/** The first of the lines 4 to 6, which pick the bridge wording. */
export const BRIDGE_LINE = 4;

/** The window's state in one place: builds the sessions and passes what one has to tell another. */
export class Desk extends DeskWindow {
  readonly status: StatusSession;
  readonly search: SearchSession;
  readonly start: StartSession;
  readonly card: CardSession;
  readonly bridge: BridgeSession;
  readonly reading: ReadingSession;
  readonly flows: FlowsSession;
  readonly window: WindowSession;
  readonly pasting: PastingSession;
  readonly calls = new CallsSession();
  readonly live: LiveSide;
  /** Where a link on a card was followed from. */
  cameFrom = $state.raw<EntryRef | null>(null);

  readonly #telling: Telling;
  readonly #recorder: SearchRecorder;

  constructor(backend: Backend) {
    super(backend);
    this.#telling = new Telling(backend, this.announcer, () => this.words);
    // Whether it is recorded changes nothing on the screen.
    this.#recorder = new SearchRecorder((note) => void backend.ask('searched', note).catch(() => undefined));
    const { calls } = this;
    const around: CardSurroundings = {
      backend,
      get fields() {
        return calls.now.fields;
      },
      get echoes() {
        return calls.now.echoes;
      },
      get ticks() {
        return calls.now.ticks;
      },
      words: () => this.words,
      announce: (sentence) => this.announcer.say(sentence),
      revealLit: () => void tick().then(() => this.places.revealLit()),
      focusBlank: (entry, name) => this.places.focusBlank(entry, name),
      copied: (entry) => this.live.calling.copied(entry),
    };
    this.live = new LiveSide(backend, this);
    this.status = new StatusSession(backend, () => this.#libraryChanged());
    this.card = new CardSession(around, (entry) => this.live.cardShown(entry));
    this.bridge = new BridgeSession({
      card: around,
      stage: () => this.search.narrowing.stage ?? this.card.entry?.stage ?? null,
      after: () => this.settings.now.bridgeAfter,
      firstDigit: () => this.bridgeLine,
      opened: () => void tick().then(() => this.places.focusBridge()),
      closed: () => this.places.focusSearch(false),
    });
    this.actions.bridge = () => {
      this.reading.close();
      return this.bridge.toggle();
    };
    this.reading = new ReadingSession({
      card: this.card,
      settings: this.settings,
      words: () => this.words,
      keys: () => this.keys,
      announce: (sentence) => this.announcer.say(sentence),
      warn: (sentence) => this.announcer.show(sentence),
      opened: () => void tick().then(() => this.places.focusReading()),
      closed: () => void tick().then(() => this.places.focusCard()),
      toSearch: () => this.places.focusSearch(true),
    });
    this.actions.read = () => this.reading.toggle();
    this.flows = new FlowsSession({
      calls,
      card: around,
      keys: () => this.keys,
      room: () => this.window.docked || (this.screen === 'desk' && !this.window.bar),
      makeRoom: () => this.window.become('full'),
      stepped: () => void tick().then(() => this.places.focusStep()),
      aside: () => void tick().then(() => this.places.focusSearch(true)),
      open: (id) => this.follow(id),
    });
    this.actions.flow = () => this.#flow();
    this.search = new SearchSession(backend, {
      selected: (hit, query) => {
        this.cameFrom = null;
        if (hit === null || this.search.few) this.card.empty();
        else this.card.show(hit.id, query);
      },
      answered: (keyAt, again) => {
        // Something is looked up beside the flow, which keeps its step.
        if (!again && this.search.text.trim() !== '') this.flows.hide();
        this.#telling.answered(this.search.findings);
        this.live.calling.searched(this.search.text);
        this.#recorder.answered(this.search.findings.byWords);
        if (this.search.findings.relaxed) this.bridge.load();
        this.bridge.searched();
        if (keyAt !== null) measureKeyToPaint(keyAt);
      },
      opened: (hit) => {
        this.#bridged();
        this.#opened(hit.id);
        this.#recorder.opened(hit.id, this.search.pages.selected + 1);
      },
      added: (count) => this.#telling.added(count),
      emptied: () => {
        this.#telling.emptied();
        this.#recorder.emptied();
        this.bridge.settle();
        this.start.leave();
        this.start.load();
      },
      meaningIsOn: () => this.status.meaningIsOn,
    });
    this.start = new StartSession(backend, {
      selected: (hit) => {
        this.cameFrom = null;
        this.card.show(hit.id, '');
      },
      opened: (hit) => this.#opened(hit.id),
      pinned: () => this.live.favourites.hits,
    });
    this.window = new WindowSession(backend, this);
    this.pasting = new PastingSession(around);
    this.actions.paste = () => {
      this.copy(this.pasting.way);
      return true;
    };
  }

  /** The list that the keys move in: what is offered before typing, else the results. */
  get lines(): Lines {
    return this.search.idle ? this.start : this.search;
  }

  /** What is filled in during the call on the line. */
  get fields(): FieldValues {
    return this.calls.now.fields;
  }

  /** What was told and done in the call on the line. */
  get ticks(): Ticks {
    return this.calls.now.ticks;
  }

  /** The first-run page: until it was dismissed once, and only while nothing is asked. */
  readonly welcoming: boolean = $derived.by(
    () =>
      !this.settings.now.welcomed &&
      this.search.idle &&
      this.card.entry === null &&
      this.status.library?.state === 'ready',
  );

  dismissWelcome(): void {
    void this.settings.change({ welcomed: true });
    this.places.focusSearch(false);
  }

  /** Types `text` for the agent: the things to try, and shorter words. */
  tryText(text: string): void {
    this.search.type(text);
    this.places.focusSearch(false);
  }

  /** Puts what is offered for the text into the box, else goes to the next blank; false when there is neither. */
  takeOffer(from: EventTarget | null): boolean {
    return this.search.takeOffer((offer) => {
      if (offer === null) this.places.focusNextBlank(from);
      else this.tryText(offer);
    });
  }

  /** Opens the choices of facets with the cursor in them, or closes them and goes back to the box. */
  toggleNarrowing(): void {
    this.narrowingOpen = !this.narrowingOpen;
    if (!this.narrowingOpen) this.places.focusSearch(false);
  }

  /** Narrows to `facet`, or takes it away; the typing goes on. */
  narrow(facet: Facet): void {
    this.search.toggleFacet(facet);
    this.narrowingOpen = false;
    this.places.focusSearch(false);
  }

  /** From a card opened before typing back to the empty desk. */
  leaveStart(): void {
    this.start.leave();
    this.card.empty();
    this.places.focusSearch(false);
  }

  /** Empties the search box and stays in it. */
  clearSearch(): void {
    this.search.clear();
    this.places.focusSearch(false);
  }

  /** The window was called: what only teaches or shows goes, so that the search box takes the keys. */
  beforeSummons(): void {
    if (this.reading.shown) this.reading.close();
    if (this.window.bar && this.flows.shown) this.flows.aside();
    if (this.dialog === 'keys' || this.dialog === 'settings' || this.dialog === 'problems')
      this.dialog = null;
    this.narrowingOpen = false;
  }

  /** Goes into the selected line's card. */
  openSelected(): void {
    const query = this.search.text;
    this.lines.enter((hit) => {
      this.card.show(hit.id, query);
      this.#focusCardWhenShown();
    });
  }

  /** Starts the flow on the card, or goes back to it. */
  startFlow(): void {
    this.card.whenShown(() => {
      const { entry } = this.card;
      if (entry === null || !this.flows.start(entry)) return;
      this.#opened(entry.id);
    });
  }

  /** Follows a link on a card to the entry `id`. */
  follow(id: string): void {
    if (this.screen !== 'desk') {
      this.onFollow(id);
      return;
    }
    this.flows.hide();
    this.#bridged();
    const entry = this.card.entry;
    this.card.show(id, '');
    this.#opened(id);
    this.search.chosen = true;
    this.cameFrom = entry === null ? null : { id: entry.id, kind: entry.kind, title: entry.title };
    this.#focusCardWhenShown();
  }

  /** Shows the entry `id` from wherever; the cursor stays in the search box. `aside`: it is no part of the call. */
  openEntry(id: string, aside = false): void {
    this.flows.hide();
    this.#bridged();
    this.cameFrom = null;
    this.card.show(id, '');
    if (aside) this.#telling.opened(id);
    else this.#opened(id);
    this.search.chosen = true;
    this.start.leave();
    this.places.focusSearch(false);
  }

  /** Back to the card that a link was followed from. */
  goBack(): void {
    if (this.cameFrom === null) return;
    this.card.show(this.cameFrom.id, '');
    this.cameFrom = null;
    this.#focusCardWhenShown();
  }

  /** From a card back to the bridge wording. */
  backToBridge(): void {
    this.search.unchoose();
    this.card.empty();
    this.places.focusSearch(false);
  }

  /** The digit of the first bridge card: behind the few lines of the list, or on its own. */
  get bridgeLine(): number {
    return this.search.few && !this.bridge.shown ? BRIDGE_LINE : 1;
  }

  /** Copies the bridge wording on line `line`; false when that line is not one. */
  copyBridge(line: number): boolean {
    const card = this.search.few ? this.bridge.cards[line - this.bridgeLine] : undefined;
    card?.copy();
    return card !== undefined;
  }

  /** Takes everything of a call from the screen: what was asked, and the card. */
  leaveCall(): void {
    this.search.reset();
    this.start.leave();
    this.#bridged();
    this.reading.close();
    this.card.empty();
    this.cameFrom = null;
    this.bridge.settle();
    this.bridge.hide();
    this.places.focusSearch(false);
  }

  /** The next customer: nothing that was filled in or ticked stays. */
  clearCall(): void {
    this.calls.next();
    this.announcer.say(this.words.screen.copy.cleared);
    this.places.focusSearch(false);
  }

  /** Copies the card; its line stays where it is from now on. */
  copy(way?: CopyWay): void {
    if (this.flows.shown) {
      this.flows.copy(way);
      return;
    }
    this.search.hands.using = true;
    this.bridge.settle();
    const { entry } = this.card;
    if (entry !== null && !this.search.idle) {
      const line = this.search.pages.hits.findIndex(({ id }) => id === entry.id) + 1;
      this.#recorder.opened(entry.id, line);
    }
    this.card.copy(way);
  }

  /** Forgets what was used, here and on the disk. */
  async forgetUse(): Promise<void> {
    await this.settings.forgetUse();
    if (this.settings.forgotten) this.announcer.say(this.words.screen.settings.forgotten);
    this.start.load();
  }

  /** Remembers what is used from now on, or offers and notes nothing any more. */
  async rememberUse(rememberUse: boolean): Promise<void> {
    await this.settings.change({ rememberUse });
    this.start.load();
  }

  protected personChanged(before: string | null): void {
    this.live.personChanged(before);
  }

  /** The entry `id` was chosen to be read. */
  #opened(id: string): void {
    this.#telling.opened(id);
    this.live.calling.opened(id, this.card.entry);
  }

  /** Something was opened: the wording that held the call is not needed any more. */
  #bridged(): void {
    this.bridge.settle();
    this.bridge.hide();
  }

  /** The card is drawn after the state: the cursor goes there when both are done. */
  #focusCardWhenShown(): void {
    this.card.whenShown(() => void tick().then(() => this.places.focusCard()));
  }

  /** From the runner to the search and back; from the card of a flow into it. */
  #flow(): boolean {
    const { entry } = this.card;
    this.reading.close();
    if (this.flows.shown) this.flows.aside();
    else if (entry !== null && entry.steps.length > 0) this.startFlow();
    else return this.flows.resume();
    return true;
  }

  #libraryChanged(): void {
    this.live.libraryChanged();
    void this.flows.refresh();
    this.bridge.forget();
    this.start.load();
    this.search.refresh();
    this.card.refresh();
  }
}
