import type { MeaningState } from '../../bindings/MeaningState';
import type { KeyGroup } from '../keys/key-list';
import type { KeyName } from '../keys/taught';
import type { FacetName } from '../desk/narrowing.svelte';
import type { Obstacle } from '../desk/obstacle';
import type { Told } from './domain-words';

/** What the screen itself says, by the place where it stands. */
export interface ScreenWords {
  app: string;
  /** At the head of the rail: two characters of Chinese width. */
  brand: string;
  retry: string;
  close: string;
  rail: {
    label: string;
    desk: string;
    problems: string;
    theme: (now: string) => string;
    themeShort: string;
    settings: string;
  };
  search: {
    label: string;
    placeholder: string;
    /** At the end of the box: how many and how long; `ms` is whole and at least 1. */
    took: (count: string, ms: string) => string;
    building: (done: string, total: string) => string;
    announce: (count: number) => string;
    announceRelaxed: (count: number) => string;
    announceMeant: (meant: string, count: number) => string;
    /** What meaning added, a moment later. */
    announceNear: (count: number) => string;
    completions: string;
    complete: (text: string) => string;
    /** The line under the box when a slip was set right, and the button that puts it into the box. */
    meant: (text: string) => string;
    takeMeant: string;
    clear: string;
  };
  strip: {
    kinds: string;
    kindsKey: string;
    narrow: string;
    facets: Record<FacetName, string>;
    facet: (sort: string, name: string) => string;
    remove: (sort: string, name: string) => string;
    noFacets: string;
    withExpired: (count: number) => string;
  };
  list: {
    label: string;
    order: string;
    move: string;
    pick: string;
    digits: string;
    more: (count: string) => string;
    page: (from: string, to: string, total: string) => string;
    next: string;
    previous: string;
    option: (
      line: number | null,
      kind: string,
      title: string,
      standing: string,
      why: string,
      snippet: string,
    ) => string;
    endedOn: (date: string) => string;
    replacedBy: string;
    replaced: string;
    /** Words of the query that a line does not hold. */
    without(missing: string[]): string;
    noneOfKind: (kind: string) => string;
    noneNarrowed: string;
    widen: string;
    /** Over lines that no word matched. */
    near: string;
    nearBody: string;
  };
  start: { label: string; recent: string; frequent: string };
  ladder: {
    none: string;
    noneBody: string;
    relaxedBody: (dropped: string) => string;
    label: string;
    maybe: string;
    count: (count: string) => string;
    shorter: string;
    summary: (step: string, words: string, count: string) => string;
  };
  bridge: { title: string; body: string; offer: string; none: string; back: string };
  card: {
    /** The pane, and what a card in it is called. */
    pane: string;
    /** A key was pressed that is about a card. */
    none: string;
    role: string;
    stage: string;
    until: (date: string) => string;
    approvedBy: (roles: string, date: string) => string;
    seconds: (count: number) => string;
    say: string;
    must: string;
    mustTold: (told: number, all: number) => string;
    never: string;
    neverCount: (count: number) => string;
    instead: string;
    internal: string;
    internalBody: string;
    open: string;
    fold: string;
    filled: (filled: number, all: number) => string;
    missing: (names: string) => string;
    optional: (names: string) => string;
    nextBlank: string;
    blank: (name: string, kind: string, required: boolean) => string;
    choose: (name: string) => string;
    related: string;
    source: string;
    owner: string;
    scope: string;
    successor: string;
    steps: string;
    stepOf: (number: number, all: number) => string;
    branches: string;
    goTo: string;
    back: (title: string) => string;
  };
  copy: {
    alone: string;
    withMust: string;
    blocked: Record<Obstacle, string>;
    notYet: (date: string) => string;
    done: (musts: number, at: string) => string;
    missing: (name: string) => string;
    invalid: (name: string, kind: string) => string;
    clear: string;
    clearHint: string;
    cleared: string;
    reasonTitle: string;
    reasonBody: (title: string) => string;
    reasonLabel: string;
    reasonDo: string;
    cancel: string;
  };
  notes: { title: string; none: string; demonstration: string };
  states: {
    loading: string;
    building: (done: string, total: string) => string;
    missing: string;
    missingBody: (folder: string) => string;
    missingSteps: string[];
    readAgain: string;
    indexFailed: string;
    indexFailedBody: (detail: string) => string;
    indexFailedSteps: string[];
    idle: string;
    idleTry: string;
    failed: string;
  };
  welcome: {
    title: string;
    body: string;
    /** Three steps, each a sentence with things to try. */
    steps: (pick: string, copy: string) => { text: string; tries: string[] }[];
    done: string;
  };
  status: {
    label: string;
    entries: (count: string) => string;
    problems: (count: string) => string;
    offline: string;
    index: (ms: string) => string;
    rebuilt: string;
    building: (done: string, total: string) => string;
    indexFailed: string;
    loading: string;
    missing: string;
    meaning: Told<MeaningState>;
    keys: string;
  };
  problems: {
    title: string;
    none: string;
    error: string;
    warning: string;
    line: (line: number) => string;
    remedy: string;
  };
  settings: {
    title: string;
    tabs: { display: string; window: string; keys: string; use: string };
    theme: string;
    language: string;
    languageHint: string;
    textSize: string;
    doublePinyin: string;
    doublePinyinHint: string;
    use: string;
    useHint: string;
    useOn: string;
    useOff: string;
    forget: string;
    forgotten: string;
    version: (version: string) => string;
  };
  keys: { title: string; note: string; groups: Record<KeyGroup, string>; names: Record<KeyName, string> };
}
