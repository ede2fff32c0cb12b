import type { CopyWay } from '../desk/copying.svelte';
import type { Branch } from '../../bindings/Branch';
import type { EntryView } from '../../bindings/EntryView';
import type { CallsSession } from '../calls/calls-session.svelte';
import type { CardSurroundings } from '../desk/card-surroundings';
import { chordOf } from '../keys/chord';
import type { KeyMap } from '../keys/key-map';
import { joined } from '../text/segments';
import { FlowRun, openSteps, outcomeOf, type OpenStep } from './flow-run.svelte';

/** What the runner needs from the desk. */
export interface FlowSurroundings {
  calls: CallsSession;
  card: CardSurroundings;
  keys: () => KeyMap;
  /** The screen has room for the runner; the quick bar has none. */
  room: () => boolean;
  /** Makes room for it. */
  makeRoom: () => Promise<void>;
  /** Another step is drawn: the cursor goes there. */
  stepped: () => void;
  /** Something is looked up beside the flow: the cursor goes to the search box. */
  aside: () => void;
  /** Opens another entry beside the flow. */
  open: (id: string) => void;
}

const TYPING = 'input:not([type=checkbox]), select, textarea';

/** The flow runner: one step at a time, what must be done in it, and where it can go next. */
export class FlowsSession {
  readonly #around: FlowSurroundings;

  constructor(around: FlowSurroundings) {
    this.#around = around;
  }

  get runs(): FlowRun[] {
    return this.#around.calls.now.flows.runs;
  }

  get now(): FlowRun | null {
    return this.#around.calls.now.flows.now;
  }

  /** The runner is on the screen. */
  readonly shown: boolean = $derived.by(
    () => this.#around.calls.now.flows.shown && this.now !== null && this.#around.room(),
  );
  /** How far every taken step of the flow in front is. */
  readonly steps: OpenStep[] = $derived.by(() => (this.now === null ? [] : this.stepsOf(this.now)));
  /** The taken steps in which something is left to do. */
  readonly missed: OpenStep[] = $derived(this.steps.filter(({ left }) => left.length > 0));

  stepsOf(run: FlowRun): OpenStep[] {
    return openSteps(run, (place) => this.#around.card.ticks.has(run.entry.id, place));
  }

  /** Starts the flow `entry`, or goes back to it when it is on its way. */
  start(entry: EntryView): boolean {
    if (entry.steps.length === 0) return false;
    const running = this.runs.find((run) => run.entry.id === entry.id);
    this.#show(running ?? new FlowRun(entry, this.#around.card));
    return true;
  }

  /** Goes back to a flow that is on its way: `run`, or the one in front. */
  resume(run: FlowRun | null = this.now): boolean {
    if (run === null) return false;
    this.#show(run);
    return true;
  }

  /** Looks something up beside the flow, which keeps its step. */
  aside(): void {
    if (!this.shown) return;
    this.#around.calls.now.flows.shown = false;
    this.#around.aside();
  }

  /** The screen shows something else; the flow keeps its step. */
  hide(): void {
    this.#around.calls.now.flows.shown = false;
  }

  go(id: string): void {
    this.now?.go(id);
    this.#stepped();
  }

  back(): void {
    if (this.now?.back() === true) this.#stepped();
  }

  /** Takes the branch `number`, from 1; at the end of a flow goes to the missed step `number`. */
  branch(number: number): boolean {
    const run = this.now;
    if (run === null) return false;
    if (run.ending) {
      const missed = this.missed[number - 1];
      if (missed !== undefined) this.go(missed.id);
      return missed !== undefined;
    }
    const branch = run.step?.branches[number - 1];
    if (branch !== undefined) this.#take(branch);
    return branch !== undefined;
  }

  /** Ends the flow; what is not done is listed first, once. */
  end(): void {
    const run = this.now;
    if (run === null) return;
    if (!run.ending && this.missed.length > 0) {
      run.ending = true;
      this.#around.card.announce(this.#around.card.words().flows.missedCount(this.missed.length));
      this.#around.stepped();
      return;
    }
    const { flows } = this.#around.calls.now;
    flows.end(outcomeOf(run, (place) => this.#around.card.ticks.has(run.entry.id, place)));
    this.#around.card.announce(this.#around.card.words().flows.ended(run.entry.title));
    if (flows.now === null) this.#around.aside();
    else this.#show(flows.now);
  }

  /** Ticks the next thing to do in this step. */
  tickNext(): void {
    const step = this.now?.step;
    const next = this.steps.find(({ id }) => id === step?.id)?.left[0];
    if (next === undefined) return;
    this.now?.card.toggle(next);
    const { words, announce } = this.#around.card;
    const open = this.steps.find(({ id }) => id === step?.id);
    if (open !== undefined) announce(words().flows.done(open.all - open.left.length, open.all));
  }

  /** Copies the script that `target` is on, else the first of the step. */
  copy(way?: CopyWay, target: EventTarget | null = document.activeElement): void {
    const id =
      target instanceof Element ? target.closest<HTMLElement>('[data-card]')?.dataset.card : undefined;
    const scripts = this.now?.scripts ?? [];
    const chosen = scripts.find(({ entry }) => entry?.id === id);
    (chosen ?? scripts.find(({ obstacle }) => obstacle === null))?.copy(way);
  }

  /** Acts on a key while the runner is on the screen; false when the key means the same as everywhere. */
  onKeydown(event: KeyboardEvent): boolean {
    if (!this.shown) return false;
    const chord = chordOf(event);
    const target = event.target instanceof Element ? event.target : null;
    if (chord === null || target === null) return false;
    if (target.closest('[data-flow]') === null) return this.#fromElsewhere(chord);
    const typing = target.matches(TYPING);
    if (this.#picked(chord) !== null) return this.#fromElsewhere(chord);
    if (typing) return false;
    if (/^[1-9]$/.test(chord)) return this.branch(Number(chord));
    switch (chord) {
      case 'Backspace':
        this.back();
        return true;
      case 'Esc':
        if (this.now?.ending === true) this.back();
        else this.aside();
        return true;
      case 'Enter':
        if (target.closest('button, a, summary, input') !== null || this.now?.ending !== true) return false;
        this.end();
        return true;
      default:
        return false;
    }
  }

  /** The library changed. */
  async refresh(): Promise<void> {
    const { backend } = this.#around.card;
    for (const run of this.runs) {
      try {
        run.renew(await backend.entry({ id: run.entry.id, query: '' }));
      } catch {
        // The flow is gone from the library: the call goes on with the steps it began with.
      }
    }
  }

  /** Where the cursor is not in the runner, the chords that pick a line still mean its branches. */
  #fromElsewhere(chord: string): boolean {
    const number = this.#picked(chord);
    return number !== null && this.branch(number);
  }

  #picked(chord: string): number | null {
    const asked = this.#around.keys().numbered(chord);
    return asked?.family === 'pick' ? asked.number : null;
  }

  #take({ to }: Branch): void {
    if (to.type === 'step') {
      this.go(to.id);
      return;
    }
    void this.#open(to.id);
  }

  /** Another flow is started in this one's place, which waits; anything else is opened beside it. */
  async #open(id: string): Promise<void> {
    const from = this.now;
    try {
      const entry = await this.#around.card.backend.entry({ id, query: '' });
      if (this.now !== from) return;
      if (!this.start(entry)) this.#around.open(id);
    } catch {
      this.#around.open(id);
    }
  }

  #show(run: FlowRun): void {
    this.#around.calls.now.flows.show(run);
    if (this.#around.room()) this.#stepped();
    else void this.#around.makeRoom().then(() => this.#stepped());
  }

  #stepped(): void {
    const run = this.now;
    if (run === null) return;
    if (run.step !== null) {
      const { words, announce } = this.#around.card;
      announce(words().flows.at(run.number, run.entry.steps.length, joined(run.step.title)));
    }
    this.#around.stepped();
  }
}
