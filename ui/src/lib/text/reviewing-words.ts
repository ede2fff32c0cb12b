import type { OutsideKind } from '../../bindings/OutsideKind';
import type { ReviewState } from '../../bindings/ReviewState';
import type { ReviewStep } from '../../bindings/ReviewStep';

/** What is said around reviews: approvals, remarks, history, changes of other programs. */
export interface ReviewingWords {
  tabs: Record<'difference' | 'history' | 'review', string>;
  sides: string;
  state: Record<ReviewState, string>;
  step: Record<ReviewStep, string>;
  loading: string;
  saveFirst: string;
  /** Difference. */
  since: (date: string, by: string) => string;
  neverApproved: string;
  same: string;
  removedLine: string;
  addedLine: string;
  changes: (added: number, removed: number) => string;
  /** Review. */
  keyless: string;
  effective: (from: string) => string;
  until: (day: string) => string;
  where: string;
  everywhere: string;
  writers: (names: string[]) => string;
  needed: string;
  given: string;
  approvedBy: string;
  approval: (role: string, by: string, date: string, number: string | null) => string;
  officeGiven: string;
  officeMissing: string;
  minorBy: (name: string) => string;
  withdrawnBy: (by: string, at: string, reason: string) => string;
  successor: (title: string) => string;
  unread: (lines: number) => string;
  refused: (step: string, why: string) => string;
  /** Remarks. */
  remarks: (open: number) => string;
  noRemarks: string;
  line: (line: number) => string;
  lineGone: string;
  whole: string;
  remarkBox: string;
  remarkHere: (line: number) => string;
  remarkWhole: string;
  send: string;
  answer: string;
  resolve: string;
  reopen: string;
  resolvedBy: (name: string) => string;
  said: (by: string, at: string) => string;
  /** History. */
  versions: string;
  noHistory: string;
  restore: string;
  restoreHint: string;
  showChange: (message: string) => string;
  lines: string;
  notYet: string;
  /** Dialogs. */
  cancel: string;
  approveTitle: (title: string) => string;
  approveRule: string;
  role: string;
  number: string;
  numberHint: string;
  as: (person: string) => string;
  returnTitle: (title: string) => string;
  returnHint: (open: number) => string;
  returnRemark: string;
  withdrawTitle: (titles: string[]) => string;
  withdrawHint: string;
  retireTitle: (titles: string[]) => string;
  retireHint: string;
  reason: string;
  replacement: string;
  replacementHint: string;
  noneFound: string;
  noReplacement: string;
  /** After an act. */
  done: (message: string) => string;
  left: (titles: string[], why: string) => string;
  undo: string;
  undone: string;
  /** A selection. */
  selected: (count: number) => string;
  clear: string;
  selectHint: string;
  reviewBy: string;
  owner: string;
  addTags: string;
  removeTags: string;
  tagsHint: string;
  apply: string;
  /** What waits. */
  waiting: (count: number) => string;
  waitingTitle: string;
  /** Changes of other programs. */
  outside: (count: number) => string;
  outsideHint: string;
  outsideKind: Record<OutsideKind, string>;
  keep: string;
  discard: string;
  kept: string;
  discarded: (folder: string) => string;
}
