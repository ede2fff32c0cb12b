import type { EntryView } from '../../bindings/EntryView';
import type { StandingView } from '../../bindings/StandingView';

/** Why an entry can't be copied at all, whatever is filled in. */
export type Obstacle = 'nothingToSay' | 'withdrawn' | 'notApproved' | 'notYet';

/** Whether what has this standing may be said now. */
export function isUsable(standing: StandingView): boolean {
  return standing.state === 'valid' || standing.state === 'ending';
}

/** What stands in the way of copying `entry`; an expired entry has no obstacle, only a question. */
export function obstacleOf(entry: EntryView): Obstacle | null {
  if (entry.standing.state === 'withdrawn') return 'withdrawn';
  if (entry.standing.state === 'unapproved') return 'notApproved';
  if (entry.standing.state === 'notYet') return 'notYet';
  return entry.card.say.length === 0 ? 'nothingToSay' : null;
}
