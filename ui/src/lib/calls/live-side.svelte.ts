import { tick } from 'svelte';
import type { EntryView } from '../../bindings/EntryView';
import type { Backend } from '../backend/backend';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import type { Desk } from '../desk/desk.svelte';
import { EntryNoteSession } from '../favourites/entry-note-session.svelte';
import { FavouritesSession } from '../favourites/favourites-session.svelte';
import { NewsSession } from '../news/news-session.svelte';
import { ReportingSession } from '../reporting/reporting-session.svelte';
import type { NewsItem } from '../../bindings/NewsItem';
import type { CallPaper } from '../../bindings/CallPaper';
import { CallingSession } from './calling-session.svelte';
import { PaperSession } from './paper-session.svelte';
import { UndoOffer } from './undo-offer.svelte';

/** What stands around a live call: the call itself, favourites, own notes, announcements, reports. Owns their keys. */
export class LiveSide {
  readonly undo = new UndoOffer();
  readonly calling: CallingSession;
  readonly paper: PaperSession;
  readonly favourites: FavouritesSession;
  readonly note: EntryNoteSession;
  readonly news: NewsSession;
  readonly reporting: ReportingSession;

  forgetError = $state.raw<BackendError | null>(null);

  readonly #desk: Desk;
  readonly #ask: Ask;

  constructor(backend: Backend, desk: Desk) {
    this.#desk = desk;
    this.#ask = backend.ask;
    const around = {
      ask: backend.ask,
      undo: this.undo,
      words: () => desk.words,
      announce: (sentence: string): void => desk.announcer.say(sentence),
      warn: (sentence: string): void => desk.announcer.show(sentence),
    };
    this.favourites = new FavouritesSession({ ...around, keys: () => desk.keys });
    this.note = new EntryNoteSession(around.ask);
    this.news = new NewsSession(around.ask);
    this.paper = new PaperSession(around.ask);
    this.reporting = new ReportingSession(around);
    this.calling = new CallingSession({
      ...around,
      calls: desk.calls,
      startsItself: () => desk.settings.now.autoCall && !desk.trains,
      clearScreen: () => desk.leaveCall(),
      showEntry: (id) => this.#showAgain(id),
    });
    this.#ownKeys();
  }

  /** A card came: it belongs to the call when it was chosen, and has a note of its own. */
  cardShown(entry: EntryView): void {
    this.calling.cardShown(entry);
    void this.note.show(entry.id);
  }

  /** The library is there, or changed. Who writes in it now need not be told of each save; the list asks again. */
  libraryChanged(): void {
    void this.favourites.load();
    if (this.#desk.screen === 'desk') void this.news.load();
  }

  /** Somebody else sits here: nothing of the one before is on the screen. */
  personChanged(before: string | null): void {
    if (before !== null) {
      this.undo.withdraw();
      this.#desk.calls.forget();
      this.#desk.leaveCall();
    }
    void this.favourites.load();
    void this.news.forget();
    void this.note.forget();
    this.#desk.start.load();
  }

  /** Shows the call on the line written up, else the one that ended last. */
  showPaper(paper: CallPaper): boolean {
    const { calls } = this.#desk;
    const call = this.calling.on ? calls.now : this.calling.ended;
    if (call === null) {
      this.#desk.announcer.show(this.#desk.words.calls.noCall);
      return false;
    }
    void this.paper.write(call, paper);
    this.#desk.show('paper');
    return true;
  }

  /** Puts the call aside, or takes one up; where it could be either, asks. */
  park(): void {
    const { calls } = this.#desk;
    const idle = calls.now.untouched;
    if (idle && this.calling.ended !== null) this.undo.take();
    else if (calls.parked.length === 0) {
      if (idle) this.#desk.announcer.show(this.#desk.words.calls.noneParked);
      else this.calling.park();
    } else if (idle && calls.parked.length === 1) this.calling.resume(0);
    else this.#desk.show('parked');
  }

  /** Opens what an announcement is about. */
  openNews(item: NewsItem): void {
    void this.news.open(item);
    if (item.entry === null) return;
    this.#desk.dialog = null;
    this.#desk.screen = 'desk';
    this.#desk.openEntry(item.id, true);
  }

  /** Forgets the notes of all calls; false when that failed, with `forgetError` saying why. */
  async forgetCallNotes(): Promise<boolean> {
    try {
      await this.#ask('forget_call_notes');
      this.forgetError = null;
      this.#desk.announcer.say(this.#desk.words.calls.settings.forgotten);
      return true;
    } catch (thrown) {
      this.forgetError = BackendError.from(thrown);
      return false;
    }
  }

  /** Begins a report about the card that is shown, else about the search. */
  report(): void {
    const { card, search } = this.#desk;
    const found = card.entry !== null && !search.few;
    if (found && card.entry !== null) this.reporting.begin({ id: card.entry.id, title: card.entry.title });
    else this.reporting.begin({ query: search.text.trim() });
    this.#desk.show('report');
  }

  #ownKeys(): void {
    const desk = this.#desk;
    const done = (act: () => void) => (): boolean => {
      act();
      return true;
    };
    Object.assign(desk.actions, {
      call: done(() => this.calling.toggle()),
      pad: done(() => this.#togglePad()),
      summary: () => this.showPaper('summary'),
      handover: () => this.showPaper('handover'),
      park: done(() => this.park()),
      favourite: () => this.#toggleFavourite(),
      note: () => this.#writeNote(),
      report: done(() => this.report()),
      news: done(() => this.#showNews()),
    });
    desk.onFavourite = (slot) => this.#openFavourite(slot);
  }

  /** The entry a call was at; a flow that stood before it still does. */
  #showAgain(id: string): void {
    const { flows } = this.#desk.calls.now;
    const { shown } = flows;
    this.#desk.openEntry(id);
    flows.shown = shown;
  }

  #togglePad(): void {
    const { places } = this.#desk;
    if (places.leavePad()) return;
    this.calling.start();
    // The notes can be written in once the call is on.
    void tick().then(() => {
      if (!places.focusPad()) this.#desk.show('pad');
    });
  }

  #toggleFavourite(): boolean {
    const { card } = this.#desk;
    card.whenShown(() => {
      if (card.entry !== null) void this.favourites.toggle(card.entry.id, card.entry.title);
    });
    return card.entry !== null;
  }

  #openFavourite(slot: number): boolean {
    const id = this.favourites.on(slot);
    const { announcer, keys, words } = this.#desk;
    if (id === null)
      announcer.show(words.favourites.free(keys.numberCap('goFavourite', slot) ?? '', keys.cap('favourite')));
    else this.#desk.openEntry(id);
    return true;
  }

  #writeNote(): boolean {
    if (this.#desk.card.entry === null) return false;
    if (this.note.typed === null) {
      this.note.write();
      this.#desk.places.focusNote();
    } else {
      void this.note.keep();
      this.#desk.places.focusSearch(false);
    }
    return true;
  }

  #showNews(): void {
    void this.news.load();
    this.#desk.show('news');
  }
}
