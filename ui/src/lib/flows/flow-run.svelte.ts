import type { EntryView } from '../../bindings/EntryView';
import type { StepView } from '../../bindings/StepView';
import { CardSession } from '../desk/card-session.svelte';
import type { CardSurroundings } from '../desk/card-surroundings';
import { joined } from '../text/segments';
import { linkedEntries } from './step-links';

/** A flow on its way in one call: which steps were taken, in their order. */
export class FlowRun {
  /** The flow as it was read last. */
  entry: EntryView = $state.raw() as EntryView;
  /** The steps taken; the last one is where the call is now. Never empty while the flow has steps. */
  path = $state.raw<string[]>([]);
  /** What is not done is listed: the flow is about to end. */
  ending = $state(false);

  /** The flow as a card: its blanks and ticks are those of the call. */
  readonly card: CardSession;
  /** The scripts that the step names, in its order. */
  scripts = $state.raw<CardSession[]>([]);

  readonly #around: CardSurroundings;

  constructor(entry: EntryView, around: CardSurroundings) {
    this.#around = around;
    this.entry = entry;
    this.card = new CardSession(around);
    this.card.put(entry);
    this.path = entry.steps.slice(0, 1).map(({ id }) => id);
    this.#fetchScripts();
  }

  readonly step: StepView | null = $derived(
    this.entry.steps.find(({ id }) => id === this.path.at(-1)) ?? null,
  );
  /** Its place among all, from 1. */
  readonly number: number = $derived(this.entry.steps.findIndex(({ id }) => id === this.step?.id) + 1);
  /** The steps that were taken, each once, in the flow's order. */
  readonly taken: StepView[] = $derived(this.entry.steps.filter(({ id }) => this.path.includes(id)));

  /** Goes on to the step `id`; one that is not there changes nothing. */
  go(id: string): void {
    if (this.entry.steps.every((step) => step.id !== id)) return;
    this.ending = false;
    if (id !== this.step?.id) this.#take([...this.path, id]);
  }

  /** Back to the step before; false at the first. */
  back(): boolean {
    if (this.ending) {
      this.ending = false;
      return true;
    }
    if (this.path.length < 2) return false;
    this.#take(this.path.slice(0, -1));
    return true;
  }

  /** The library changed: goes on where it was, as far as the flow still has those steps. */
  renew(entry: EntryView): void {
    this.entry = entry;
    this.card.put(entry);
    for (const script of this.scripts) script.refresh();
    const kept = this.path.filter((id) => entry.steps.some((step) => step.id === id));
    this.#take(kept.length > 0 ? kept : entry.steps.slice(0, 1).map(({ id }) => id));
  }

  #take(path: string[]): void {
    this.path = path;
    this.#fetchScripts();
  }

  #fetchScripts(): void {
    const before = this.scripts;
    this.scripts = (this.step === null ? [] : linkedEntries(this.step)).map((id) => {
      const known = before.find((script) => script.wants(id));
      if (known !== undefined) return known;
      const script = new CardSession(this.#around);
      script.show(id, '');
      return script;
    });
  }
}

/** A step of a flow with what is left to do in it. */
export interface OpenStep {
  id: string;
  title: string;
  /** The places of its checks that are not done, as ticks name them. */
  left: string[];
  all: number;
}

/** How far the taken steps are; `isDone` tells of a check by its place. */
export function openSteps(run: FlowRun, isDone: (place: string) => boolean): OpenStep[] {
  return run.taken.map(({ id, title, checks }) => {
    const places = checks.map((_, at) => checkPlace(id, at));
    return { id, title: joined(title), left: places.filter((place) => !isDone(place)), all: checks.length };
  });
}

/** Where the check `at` of a step stands in its entry, as ticks name it. */
export function checkPlace(step: string, at: number): string {
  return `step-${step}-${at}`;
}

/** What a flow came to, for the record of the call: ids and counts, nothing that a customer said. */
export interface FlowOutcome {
  entry: string;
  title: string;
  /** The titles of the steps taken, in the order they were taken. */
  steps: string[];
  done: number;
  all: number;
  /** The steps in which something was left out. */
  missed: string[];
}

/** What `run` has come to so far. */
export function outcomeOf(run: FlowRun, isDone: (place: string) => boolean): FlowOutcome {
  const steps = openSteps(run, isDone);
  const all = steps.reduce((sum, step) => sum + step.all, 0);
  const left = steps.reduce((sum, step) => sum + step.left.length, 0);
  const titleOf = (id: string): string => steps.find((step) => step.id === id)?.title ?? id;
  return {
    entry: run.entry.id,
    title: run.entry.title,
    steps: run.path.map(titleOf),
    done: all - left,
    all,
    missed: steps.filter((step) => step.left.length > 0).map(({ title }) => title),
  };
}
