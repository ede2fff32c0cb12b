import type { CallPaper } from '../../bindings/CallPaper';

/** What is said around calls: the pad, its clock, summaries, parked calls. */
export interface CallsWords {
  title: string;
  label: string;
  start: string;
  end: string;
  off: string;
  started: string;
  clock: (elapsed: string) => string;
  endedAfter: (elapsed: string) => string;
  notKept: string;
  undo: string;
  copied: string;
  told: (done: number) => string;
  nothing: string;
  notes: string;
  notesHint: string;
  notesKept: string;
  park: string;
  parkNow: string;
  parkedTitle: string;
  parkedHint: string;
  parked: (count: number) => string;
  parkedAs: (count: number) => string;
  resumed: (elapsed: string) => string;
  noneParked: string;
  number: (place: number) => string;
  unnamed: string;
  paper: Record<CallPaper, string>;
  paperShort: Record<CallPaper, string>;
  paperHint: Record<CallPaper, string>;
  writing: string;
  hidden: string;
  missed: (count: number) => string;
  copy: string;
  paperCopied: string;
  noCall: string;
  settings: {
    tab: string;
    auto: string;
    autoHint: string;
    autoOn: string;
    autoOff: string;
    keep: string;
    keepHint: string;
    keepOn: string;
    keepOff: string;
    kept: string;
    forgetNotes: string;
    forgotten: string;
  };
}
