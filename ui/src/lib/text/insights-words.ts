import type { DueWhy } from '../../bindings/DueWhy';
import type { ReportedKind } from '../../bindings/ReportedKind';
import type { GapFilter } from '../insights/gap-filter';

/** What is said on the insights screen. */
export interface InsightsWords {
  title: string;
  summary: (days: number, machines: string) => string;
  period: string;
  days: (days: number) => string;
  merge: string;
  send: string;
  loading: string;
  retry: string;
  failed: string;
  empty: { title: string; body: string };
  kept: { setAside: (file: string) => string; notKept: (what: string) => string };
  totals: {
    label: string;
    searches: string;
    failed: string;
    first: string;
    speed: string;
    speedOf: (ms: string) => string;
    budget: string;
    gaps: string;
    old: (count: string) => string;
    noneOld: string;
    noBefore: string;
    more: (percent: string) => string;
    fewer: (percent: string) => string;
    pointsMore: (points: string) => string;
    pointsFewer: (points: string) => string;
    same: string;
  };
  gaps: {
    title: string;
    masked: string;
    show: string;
    filter: Record<GapFilter, string>;
    words: string;
    count: string;
    last: string;
    nearest: string;
    act: string;
    move: string;
    today: string;
    daysAgo: (days: number) => string;
    noNearest: string;
    alias: string;
    draft: string;
    aside: string;
    undo: string;
    confirm: string;
    none: string;
    willBeAlias: (alias: string, title: string) => string;
    willBeDraft: (alias: string) => string;
    needsWorkspace: string;
    aliased: (alias: string, title: string) => string;
    drafted: (alias: string) => string;
    setAside: (words: string) => string;
    undone: (words: string) => string;
    nothingToUndo: string;
    counts: (failed: number, relaxed: number, retyped: number, slow: number) => string;
  };
  plot: {
    title: string;
    summary: (days: number, from: string, to: string) => string;
    table: string;
    date: string;
    searches: string;
    failed: string;
    share: string;
    today: string;
  };
  used: { title: string; meta: string; none: string };
  unused: { title: string; none: string; more: (count: string) => string };
  due: {
    title: string;
    none: string;
    why: Record<DueWhy, string>;
    left: (days: number) => string;
    over: (days: number) => string;
  };
  reports: {
    title: string;
    none: string;
    kind: Record<ReportedKind, string>;
    gone: string;
    ofSearch: string;
  };
  read: {
    title: string;
    none: string;
    by: (count: string, names: string) => string;
    nobody: string;
    outdated: (names: string) => string;
  };
  merged: (added: string, known: string) => string;
  notMerged: (file: string, why: string) => string;
  sent: (count: string, file: string) => string;
  name: string;
}
