import type { FlowRun, FlowOutcome } from './flow-run.svelte';

/** The flows of one call: those on their way, which one is in front, and what the ended ones came to. */
export class CallFlows {
  runs = $state.raw<FlowRun[]>([]);
  now = $state.raw<FlowRun | null>(null);
  /** The runner is on the screen; while something is looked up it is not, and keeps its step. */
  shown = $state(false);
  ended = $state.raw<FlowOutcome[]>([]);

  get untouched(): boolean {
    return this.runs.length === 0 && this.ended.length === 0;
  }

  /** Puts `run` in front. */
  show(run: FlowRun): void {
    if (!this.runs.includes(run)) this.runs = [...this.runs, run];
    this.now = run;
    this.shown = true;
  }

  /** The flow in front is over; the one before it comes back. */
  end(outcome: FlowOutcome): void {
    this.runs = this.runs.filter((run) => run !== this.now);
    this.ended = [...this.ended, outcome];
    this.now = this.runs.at(-1) ?? null;
    if (this.now === null) this.shown = false;
  }
}
