import type { SyncDoing } from '../../bindings/SyncDoing';
import type { Way } from '../syncing/syncing-session.svelte';

/** The words of 同步 and of its conflicts. */
export interface SyncingWords {
  title: string;
  open: string;
  hint: string;
  folder: string;
  browse: string;
  sync: string;
  /** What a running sync does. */
  doing: Record<SyncDoing, string>;
  /** How far that is; `of` is null while it is not known. */
  figures: Record<SyncDoing, (done: string, of: string | null) => string>;
  stop: string;
  stopping: string;
  /** What a sync that was stopped did not do: all of it, or the sending. */
  stoppedBefore: string;
  stoppedUnsent: string;
  /** While it runs: what closing the dialog means. */
  runsOn: string;
  received: (acts: number) => string;
  sent: (acts: number) => string;
  inReview: (entries: number) => string;
  merged: string;
  nothing: string;
  changedList: string;
  inReviewList: string;
  conflicts: (files: number) => string;
  /** On the banner over the list. */
  waiting: (files: number) => string;
  decide: string;
  conflictHint: string;
  place: (at: number, of: number) => string;
  earlier: string;
  later: string;
  choice: string;
  way: Record<Way, string>;
  mine: string;
  theirs: string;
  /** One side deleted the file. */
  deletedHere: string;
  deletedThere: string;
  /** Both sides read the same to an agent. */
  sameText: string;
  text: string;
  decided: (done: number, of: number) => string;
  finish: string;
  finishing: string;
  abandon: string;
  abandonHint: string;
  abandoned: string;
}
