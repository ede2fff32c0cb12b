import type { Hit } from '../bindings/Hit';
import type { KindCounts } from '../bindings/KindCounts';
import type { SearchRequest } from '../bindings/SearchRequest';
import type { SearchResponse } from '../bindings/SearchResponse';
import type { Segment } from '../bindings/Segment';
import type { Settings } from '../bindings/Settings';
import type { StartView } from '../bindings/StartView';
import type { Status } from '../bindings/Status';
import type { Why } from '../bindings/Why';
import type { Backend } from '../lib/backend/backend';
import { BackendError } from '../lib/backend/error';
import { FIRST_SETTINGS } from '../lib/desk/settings-session.svelte';
import { EXAMPLES, type Example } from './examples';

const FOLDER = '/srv/yingda/knowledge';

const LIBRARIES: Record<string, Status['library']> = {
  loading: { state: 'loading' },
  missing: { state: 'missing', folder: FOLDER },
};
const INDEXES: Record<string, Status['index']> = {
  building: { state: 'building', done: 320, total: 1286 },
  failed: { state: 'failed', detail: 'No space left on device (os error 28)' },
};

const MEANINGS: Record<string, Status['meaning']> = {
  none: { state: 'off', reason: 'noModel' },
  failed: { state: 'off', reason: 'failed' },
  building: { state: 'building', done: 320, total: 1286 },
};

/**
 * Examples instead of a shell, for looking at the window in a browser. The address says what to show:
 * `?library=missing`, `?index=building`, `?theme=dark`, `?language=en`, `?welcomed`, `?error` (every search
 * fails), `?problems=0`, `?meaning=building`, `?recent=5`.
 */
export function fixtureBackend(address: URLSearchParams): Backend {
  let settings: Settings = {
    ...FIRST_SETTINGS,
    theme: (address.get('theme') as Settings['theme'] | null) ?? 'light',
    language: (address.get('language') as Settings['language'] | null) ?? 'zh',
    textSize: 'normal',
    doublePinyin: 'none',
    rememberUse: true,
    sharedComputer: address.has('shared'),
    welcomed: address.has('welcomed'),
  };
  const problems = Number(address.get('problems') ?? 2);
  const status: Status = {
    library: LIBRARIES[address.get('library') ?? ''] ?? {
      state: 'ready',
      entries: 1286,
      problems,
      folder: FOLDER,
      demonstration: true,
    },
    index: INDEXES[address.get('index') ?? ''] ?? {
      state: 'ready',
      took_ms: 8,
      rebuilt: address.has('rebuilt'),
    },
    meaning: MEANINGS[address.get('meaning') ?? ''] ?? { state: 'ready' },
    version: '0.1.0',
  };
  return {
    search: (request) =>
      address.has('error') ? Promise.reject(new BackendError('internal', 'search')) : later(search(request)),
    searchMeaning: (request) => later(searchMeaning(request), 60),
    start: () => later(start(Number(address.get('recent') ?? 5))),
    opened: () => later(null),
    forgetUse: () => later(null),
    entry: ({ id, query }) => {
      const found = EXAMPLES.find((example) => example.entry.id === id)?.entry;
      if (found === undefined) return Promise.reject(new BackendError('entryUnknown', id));
      return later(query === '' ? found : { ...found, litTitle: lit(found.title, query) });
    },
    copyEntry: ({ id }) => {
      const found = EXAMPLES.find((example) => example.entry.id === id)?.entry;
      if (found === undefined) return Promise.reject(new BackendError('entryUnknown', id));
      const musts = found.card.must.length;
      return later({ id, title: found.title, text: found.title, musts, at: '15:42:10' });
    },
    status: () => later(status),
    problems: () => later(PROBLEMS.slice(0, problems)),
    settings: () => later(settings),
    saveSettings: (chosen) => later((settings = chosen)),
    reload: () => later(status),
    onStatus: () => later(() => undefined),
    ask: (...asked) => Promise.reject(new BackendError('noWorkspace', asked[0])),
    onWorkspace: () => later(() => undefined),
    onClosing: () => later(() => undefined),
    onWorkspaceRefused: () => later(() => undefined),
    on: () => later(() => undefined),
  };
}

const PROBLEMS = [
  {
    file: 'entries/account/card-loss.md',
    line: 12,
    error: true,
    code: 'unknown-key',
    what: { zh: '不认识的字段「stages」。', en: 'Unknown key “stages”.' },
    remedy: { zh: '改成「stage」，或删掉这一行。', en: 'Write “stage”, or remove the line.' },
  },
  {
    file: 'entries/wealth/wealth-nav.md',
    line: null,
    error: false,
    code: 'review-due',
    what: { zh: '复核日期已过。', en: 'The review date has passed.' },
    remedy: { zh: '请负责的部门复核后改日期。', en: 'Have its department review it and set a new date.' },
  },
];

function later<Value>(value: Value, ms = 4): Promise<Value> {
  return new Promise((resolve) => setTimeout(resolve, ms, value));
}

function start(count: number): StartView {
  const hits = EXAMPLES.flatMap((example) => match(example, '') ?? []);
  return { recent: hits.slice(0, count), frequent: hits.slice(count, 2 * count) };
}

/** One more entry that no word found, in the third place. */
function searchMeaning(request: SearchRequest): SearchResponse {
  const words = search(request);
  const others = EXAMPLES.flatMap((example) => match(example, '') ?? []);
  const more = others.filter(({ id }) => words.hits.every((hit) => hit.id !== id)).slice(0, 2);
  const near = more.map((hit): Hit => ({ ...hit, why: ['semantic'] }));
  return { ...words, hits: [...words.hits.slice(0, 2), ...near, ...words.hits.slice(2)] };
}

function search({ text, kind, stage, tag, currentOnly, skip, limit }: SearchRequest): SearchResponse {
  const exact = EXAMPLES.flatMap((example) => match(example, text) ?? []);
  const words = [...text.matchAll(/\p{Script=Han}{2}|[a-z0-9]+/giu)].map(([word]) => word);
  const any = words.flatMap((word) => EXAMPLES.flatMap((example) => match(example, word) ?? []));
  const relaxed = exact.length === 0;
  const pool = relaxed ? any.slice(0, 3) : exact;
  const narrowed = pool.filter(
    (hit) =>
      (stage === null || hit.stage === stage) &&
      (tag === null || EXAMPLES.find(({ entry }) => entry.id === hit.id)?.entry.tags.includes(tag)) &&
      !(currentOnly && gone(hit)),
  );
  const hits = narrowed.filter((hit) => kind === null || hit.kind === kind);
  const ladder = [
    { step: 'asTyped' as const, words, count: 0 },
    { step: 'sound' as const, words: ['吞咔→吞卡'], count: 0 },
    { step: 'slip' as const, words: ['吞长→吞卡'], count: 0 },
    { step: 'fewerWords' as const, words: words.slice(1), count: 0 },
    { step: 'anyWord' as const, words, count: hits.length },
  ];
  return {
    query: text,
    tookUs: 6200,
    counts: count(narrowed),
    expired: narrowed.filter(gone).length,
    total: hits.length,
    relaxed: relaxed ? words.slice(1) : [],
    ladder: relaxed ? ladder : [],
    suggestions: relaxed ? ['卡丢', '挂失', '稍等'] : [],
    completions: narrowed.slice(0, 5).map(({ title }) => title.map((run) => run.text).join('')),
    meant: text === '挂实' ? '挂失' : null,
    facets: {
      tags: [
        { name: '借记卡', count: 6 },
        { name: '挂失', count: 4 },
        { name: '盗刷', count: 2 },
      ],
      products: [
        { name: '借记卡', count: 7 },
        { name: '信用卡', count: 3 },
      ],
      stages: [
        { name: '核身', count: 1 },
        { name: '受理', count: 5 },
      ],
    },
    hits: hits.slice(skip, skip + limit),
  };
}

function gone(hit: Hit): boolean {
  return hit.standing.state === 'expired' || hit.standing.state === 'withdrawn';
}

function count(hits: Hit[]): KindCounts {
  const counts = { all: hits.length, script: 0, faq: 0, product: 0, guide: 0, compliance: 0, flow: 0 };
  for (const hit of hits) counts[hit.kind] += 1;
  return counts;
}

function match({ entry, aliases, initials, snippet }: Example, text: string): Hit | null {
  const why: Why[] = [];
  if (entry.title.includes(text)) why.push('title');
  if (aliases.some((alias) => alias.includes(text))) why.push('alias');
  if (snippet.includes(text)) why.push('body');
  if (/^[a-z]+$/i.test(text) && initials.includes(text.toLowerCase())) why.push('initials');
  if (why.length === 0) return null;
  const { id, kind, standing, successor, stage } = entry;
  return {
    id,
    missing: [],
    kind,
    standing,
    successor,
    stage,
    why,
    score: 1,
    title: lit(entry.title, text),
    snippet: lit(snippet, text),
  };
}

function lit(text: string, query: string): Segment[] {
  if (query === '') return [{ text, hit: false }];
  return text
    .split(new RegExp(`(${query}|[${query}])`, 'u'))
    .filter((part) => part !== '')
    .map((part) => ({ text: part, hit: query.includes(part) }));
}
