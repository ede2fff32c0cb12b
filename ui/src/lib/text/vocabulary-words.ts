import type { BenchChangeKind } from '../../bindings/BenchChangeKind';
import type { RankRule } from '../../bindings/RankRule';
import type { Tab } from '../vocabulary/tabs';

/** The words of the vocabulary's screen. */
export interface VocabularyWords {
  title: string;
  loading: string;
  tabs: Record<Tab, string>;
  /** Classes of judged queries, by their word in the files; one without a name is shown as it is. */
  classes: Partial<Record<string, string>>;
  tabsLabel: string;
  filter: string;
  shown: (shown: string, all: string) => string;
  none: string;
  nothingFits: string;
  /** How lists are typed. */
  listHint: string;
  aliases: string;
  notFor: string;
  pin: string;
  of: (column: string, name: string) => string;
  columns: {
    word: string;
    frequency: string;
    syllables: string;
    group: string;
    query: string;
    class: string;
    expected: string;
    hard: string;
  };
  add: string;
  addTo: string;
  remove: (name: string) => string;
  restore: string;
  removed: string;
  save: (count: string) => string;
  saving: string;
  saved: string;
  faults: (count: string) => string;
  undo: string;
  redo: string;
  notes: (count: string) => string;
  contradiction: string;
  double: string;
  panes: { trial: string; bench: string };
  panesLabel: string;
  trial: {
    label: string;
    placeholder: string;
    hint: string;
    took: (count: string, ms: string) => string;
    preparing: string;
    nothing: string;
    gone: string;
    same: string;
    up: (by: string) => string;
    down: (by: string) => string;
    new: string;
    why: (title: string) => string;
    score: string;
    judge: string;
    judgeFile: string;
    judged: (query: string) => string;
    unsaved: string;
  };
  rule: Record<RankRule, string>;
  bench: {
    run: string;
    stop: string;
    hint: string;
    progress: (done: string, total: string) => string;
    stopped: string;
    done: (failed: string, below: string) => string;
    columns: { class: string; queries: string; first: string; three: string };
    floor: (share: string) => string;
    below: string;
    hard: string;
    failed: (count: string) => string;
    allPass: string;
    expected: string;
    found: string;
    nothingFound: string;
    changes: (day: string) => string;
    noChanges: string;
    noMark: string;
    mark: string;
    marked: (day: string) => string;
    markHint: string;
    change: Record<BenchChangeKind, string>;
    rank: (before: string, now: string) => string;
    beyond: string;
    try: (query: string) => string;
  };
}
