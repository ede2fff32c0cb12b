import type { CallNotes } from '../../bindings/CallNotes';
import { outcomeOf } from '../flows/flow-run.svelte';
import type { Call } from './call.svelte';

/** A call as it is written up and kept: no blank that was filled in is part of it. */
export function notesOf({ pad, ticks, flows }: Call, now: number): CallNotes {
  const going = flows.runs.map((run) => outcomeOf(run, (place) => ticks.has(run.entry.id, place)));
  const ticked = ticks.all.flatMap(({ entry, place, at }) => {
    const must = /^must-(\d+)$/.exec(place)?.[1];
    return must === undefined ? [] : [{ id: entry, must: Number(must), at }];
  });
  return {
    started: pad.started ?? now,
    ended: pad.ended,
    shown: pad.shown,
    ticked,
    notes: pad.notes,
    flows: [...flows.ended, ...going],
  };
}
