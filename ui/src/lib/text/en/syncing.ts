import type { SyncingWords } from '../syncing-words';
import { counted } from './counted';

/** Syncing and its conflicts. */
export const syncing: SyncingWords = {
  title: 'Sync with colleagues',
  open: 'Sync',
  hint: 'Exchange changes through a shared folder or a stick: theirs come first, then yours go. The first time, choose an empty folder that all of you use.',
  folder: 'Sync folder',
  browse: 'Browse…',
  sync: 'Sync',
  doing: {
    looking: 'Looking into the sync folder…',
    fetching: 'Receiving their changes…',
    merging: 'Merging both sides…',
    saving: 'Writing what came…',
    packing: 'Gathering your changes…',
    sending: 'Sending your changes…',
  },
  figures: {
    looking: (done, of) => progress(done, of, ''),
    fetching: (done, of) => progress(done, of, ' objects'),
    merging: (done, of) => progress(done, of, ' files'),
    saving: (done, of) => progress(done, of, ' files'),
    packing: (done, of) => progress(done, of, ' objects'),
    sending: (done, of) => progress(done, of, ' KB'),
  },
  stop: 'Stop',
  stopping: 'Stopping…',
  stoppedBefore: 'Stopped; nothing was changed and nothing sent',
  stoppedUnsent: 'Stopped; your changes are not sent yet, the next sync sends them',
  runsOn: 'Closing this does not stop the sync; you will be told when it is done.',
  received: (acts) => `${counted(acts, 'change')} received`,
  sent: (acts) => `${counted(acts, 'change')} sent`,
  inReview: (entries) => `${entries} merged, in review again`,
  merged: 'The conflicts are merged as you decided',
  nothing: 'Nothing new on either side',
  changedList: 'Entries that changed',
  inReviewList: 'Entries that both sides changed; the merged text has to be approved again',
  conflicts: (files) =>
    `${counted(files, 'file')} changed on both sides and waiting for your decision; until then nothing is changed or sent`,
  waiting: (files) => `${counted(files, 'conflict')} of the last sync still open`,
  decide: 'Decide',
  conflictHint:
    'Closing this loses nothing: the conflicts stay, and so do your choices until you quit Yingda.',
  place: (at, of) => `${at} of ${of}`,
  earlier: 'Previous',
  later: 'Next',
  choice: 'What to do about this one',
  way: { ours: 'Use mine', theirs: 'Use theirs', text: 'Edit' },
  mine: 'mine',
  theirs: 'theirs',
  deletedHere: 'You deleted this file; they changed it. Yours means it is deleted.',
  deletedThere: 'They deleted this file; you changed it. Theirs means it is deleted.',
  sameText: 'What agents read is the same; only status, approvals or empty lines differ.',
  text: 'The merged text',
  decided: (done, of) => `${done} of ${of} decided`,
  finish: 'Merge and send',
  finishing: 'Merging…',
  abandon: 'Not now',
  abandonHint: 'No file changes; the next sync asks again.',
  abandoned: 'Nothing was merged and no file changed',
};

function progress(done: string, of: string | null, unit: string): string {
  return of === null ? `${done}${unit}` : `${done} of ${of}${unit}`;
}
