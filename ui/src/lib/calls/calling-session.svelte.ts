import type { EntryView } from '../../bindings/EntryView';
import type { Ask } from '../backend/commands';
import type { Wording } from '../text/wording';
import type { Call } from './call.svelte';
import { notesOf } from './call-notes';
import type { CallsSession } from './calls-session.svelte';
import { elapsed } from './elapsed';
import type { UndoOffer } from './undo-offer.svelte';

/** What the calls need from the desk they are taken at. */
export interface CallingSurroundings {
  ask: Ask;
  calls: CallsSession;
  undo: UndoOffer;
  words: () => Wording;
  announce: (sentence: string) => void;
  /** Says it to eyes, too. */
  warn: (sentence: string) => void;
  /** Whether a call begins with the first look-up. */
  startsItself: () => boolean;
  /** Takes everything of a call from the screen. */
  clearScreen: () => void;
  /** Shows the entry `id` again. */
  showEntry: (id: string) => void;
}

/** A call from its beginning to its end: its clock, what was shown in it, putting it aside and taking it up. */
export class CallingSession {
  /** The last second that was drawn, in milliseconds since 1970. */
  clock = $state(Date.now());
  /** The call that ended last, while that can still be taken back. */
  ended = $state.raw<Call | null>(null);

  readonly #around: CallingSurroundings;
  #beat: ReturnType<typeof setInterval> | undefined;
  /** The entry that was chosen and is not here yet. */
  #wanted: string | null = null;

  constructor(around: CallingSurroundings) {
    this.#around = around;
  }

  get on(): boolean {
    return this.#around.calls.now.pad.started !== null;
  }

  /** How long `call` lasts, or lasted. */
  elapsed({ pad }: Call): string {
    return elapsed(pad.started === null ? 0 : (pad.ended ?? this.clock) - pad.started);
  }

  /** Begins the call, or ends it. */
  toggle(): void {
    if (this.on) void this.end();
    else this.start();
  }

  /** The call begins now, unless it did. */
  start(): void {
    if (this.on) return;
    this.#begin();
    this.#around.announce(this.#around.words().calls.started);
  }

  /** The call is over: everything of it leaves the screen, and what may be kept of it is. */
  async end(): Promise<void> {
    const { calls, undo, ask } = this.#around;
    const call = calls.now;
    if (!this.on) return;
    call.pad.ended = Date.now();
    calls.next();
    this.#left();
    this.ended = call;
    const words = this.#around.words();
    const sentence = words.calls.endedAfter(this.elapsed(call));
    this.#around.announce(sentence);
    const kept = ask('end_call', notesOf(call, call.pad.ended)).catch(() => {
      this.#around.warn(words.calls.notKept);
      return null;
    });
    undo.offer(
      sentence,
      () => void kept.then((number) => this.#reopen(call, number)),
      () => (this.ended = null),
    );
    await kept;
  }

  /** Puts the call aside; the next one can be taken. */
  park(): void {
    const { calls } = this.#around;
    calls.park();
    this.#left();
    this.#around.announce(this.#around.words().calls.parkedAs(calls.parked.length));
  }

  /** Takes up the parked call in place `place`, from 0. */
  resume(place: number): void {
    this.#around.undo.withdraw();
    this.#around.calls.resume(place);
    this.#back();
  }

  /** A search was answered: the first look-up of a call. */
  searched(text: string): void {
    if (text.trim() !== '') this.#startItself();
  }

  /** The entry `id` was chosen to be read; `shown` is the one on the card now. */
  opened(id: string, shown: EntryView | null): void {
    this.#startItself();
    this.#wanted = id;
    if (shown !== null) this.cardShown(shown);
  }

  /** A card came: the chosen one belongs to the call. */
  cardShown(entry: EntryView): void {
    if (entry.id !== this.#wanted) return;
    this.#wanted = null;
    if (this.on) this.#around.calls.now.pad.show(entry, Date.now());
  }

  copied(entry: EntryView): void {
    this.#startItself();
    if (this.on) this.#around.calls.now.pad.copy(entry, Date.now());
  }

  #begin(): void {
    this.clock = Date.now();
    this.#around.calls.now.pad.started = this.clock;
    this.#keepTime();
  }

  /** Without a word: the answer to the look-up is what has to be heard. */
  #startItself(): void {
    if (!this.on && this.#around.startsItself()) this.#begin();
  }

  #reopen(call: Call, number: number | null): void {
    const { calls, ask } = this.#around;
    call.pad.ended = null;
    calls.takeUp(call);
    this.#back();
    // What stays in the record then is a call that ended twice; nothing the person could do about.
    if (number !== null) ask('reopen_call', number).catch(() => undefined);
  }

  /** The call before left the screen. */
  #left(): void {
    this.#wanted = null;
    this.#around.undo.withdraw();
    this.#around.clearScreen();
    this.#keepTime();
  }

  /** Another call is on the line: only what belongs to it is on the screen. */
  #back(): void {
    const { pad } = this.#around.calls.now;
    this.#wanted = null;
    this.#around.clearScreen();
    const last = pad.shown.at(-1);
    if (last !== undefined) this.#around.showEntry(last.id);
    this.#keepTime();
    this.#around.announce(this.#around.words().calls.resumed(this.elapsed(this.#around.calls.now)));
  }

  /** The clock goes while there is a call, on the line or put aside. */
  #keepTime(): void {
    clearInterval(this.#beat);
    this.clock = Date.now();
    const { calls } = this.#around;
    if (!this.on && calls.parked.length === 0) return;
    this.#beat = setInterval(() => (this.clock = Date.now()), 1000);
  }
}
