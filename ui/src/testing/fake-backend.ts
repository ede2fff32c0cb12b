import type { CopyReceipt } from '../bindings/CopyReceipt';
import type { CopyRequest } from '../bindings/CopyRequest';
import type { Events } from '../bindings/Events';
import type { EntryView } from '../bindings/EntryView';
import type { Hit } from '../bindings/Hit';
import type { SearchRequest } from '../bindings/SearchRequest';
import type { SearchResponse } from '../bindings/SearchResponse';
import type { Settings } from '../bindings/Settings';
import type { StartView } from '../bindings/StartView';
import type { Status } from '../bindings/Status';
import type { Backend } from '../lib/backend/backend';
import type { WorkspaceView } from '../bindings/WorkspaceView';
import type { Ask } from '../lib/backend/commands';
import { BackendError } from '../lib/backend/error';
import { FIRST_SETTINGS } from '../lib/desk/settings-session.svelte';
import { WINDOW_VIEW } from '../lib/window/window-session.svelte';
import { fakeAsk } from './fake-ask';

/** A promise that the test settles when it wants to. */
interface Held<Request, Response> {
  request: Request;
  answer: (response: Response) => Promise<void>;
  fail: (error: BackendError) => Promise<void>;
}

/** What a search finds, written short. */
export function found(query: string, hits: Hit[], part: Partial<SearchResponse> = {}): SearchResponse {
  const counts = { all: hits.length, script: 0, faq: 0, product: 0, guide: 0, compliance: 0, flow: 0 };
  for (const hit of hits) counts[hit.kind] += 1;
  return {
    query,
    tookUs: 6000,
    counts,
    expired: 0,
    total: hits.length,
    relaxed: [],
    ladder: [],
    suggestions: [],
    completions: [],
    meant: null,
    facets: { tags: [], products: [], stages: [] },
    hits,
    ...part,
  };
}

export const READY: Status = {
  library: { state: 'ready', entries: 2, problems: 0, folder: '/library', demonstration: false },
  index: { state: 'ready', took_ms: 8, rebuilt: false },
  meaning: { state: 'off', reason: 'noModel' },
  version: '0.1.0',
};

/** A backend that remembers what was asked. Answers come from its tables, or by hand while `hold` is on. */
export class FakeBackend implements Backend {
  readonly asked: SearchRequest[] = [];
  readonly copied: CopyRequest[] = [];
  readonly saved: Settings[] = [];
  readonly searches: Held<SearchRequest, SearchResponse>[] = [];
  readonly nears: Held<SearchRequest, SearchResponse | null>[] = [];
  readonly openings: string[] = [];
  readonly cards: Held<string, EntryView>[] = [];
  /** Searches and cards wait for the test. */
  hold = false;
  entries: EntryView[] = [];
  results: (request: SearchRequest) => SearchResponse = ({ text }) => found(text, []);
  startNow: StartView = { recent: [], frequent: [] };
  forgotten = 0;
  refuseCopy: BackendError | null = null;
  statusNow: Status = READY;
  settingsNow: Settings = {
    ...FIRST_SETTINGS,
    theme: 'light',
    language: 'zh',
    textSize: 'normal',
    welcomed: true,
    doublePinyin: 'none',
    rememberUse: true,
    sharedComputer: false,
  };
  tellStatus: (status: Status) => void = () => undefined;

  search(request: SearchRequest): Promise<SearchResponse> {
    this.asked.push(request);
    return this.hold ? held(this.searches, request) : Promise.resolve(this.results(request));
  }

  /** Always by hand: the words' answer is drawn first. */
  searchMeaning(request: SearchRequest): Promise<SearchResponse | null> {
    return held(this.nears, request);
  }

  start(): Promise<StartView> {
    return Promise.resolve(this.startNow);
  }

  opened(id: string): Promise<null> {
    this.openings.push(id);
    return Promise.resolve(null);
  }

  forgetUse(): Promise<null> {
    this.forgotten += 1;
    this.startNow = { recent: [], frequent: [] };
    return Promise.resolve(null);
  }

  entry({ id }: { id: string }): Promise<EntryView> {
    if (this.hold) return held(this.cards, id);
    const entry = this.entries.find((known) => known.id === id);
    return entry === undefined
      ? Promise.reject(new BackendError('entryUnknown', id))
      : Promise.resolve(entry);
  }

  copyEntry(request: CopyRequest): Promise<CopyReceipt> {
    this.copied.push(request);
    if (this.refuseCopy !== null) return Promise.reject(this.refuseCopy);
    const entry = this.entries.find((known) => known.id === request.id);
    const musts = entry?.card.must.length ?? 0;
    return Promise.resolve({ id: request.id, title: '', text: '', musts, at: '15:42:10' });
  }

  status(): Promise<Status> {
    return Promise.resolve(this.statusNow);
  }

  problems(): Promise<never[]> {
    return Promise.resolve([]);
  }

  settings(): Promise<Settings> {
    return Promise.resolve(this.settingsNow);
  }

  saveSettings(settings: Settings): Promise<Settings> {
    this.saved.push(settings);
    return Promise.resolve(settings);
  }

  reload(): Promise<Status> {
    return Promise.resolve(this.statusNow);
  }

  /** The trainer's side; a test of it puts its own here. */
  ask: Ask = fakeAsk({ workspace: () => null, window: () => WINDOW_VIEW }).ask;
  tellWorkspace: (view: WorkspaceView | null) => void = () => undefined;

  onWorkspace(listener: (view: WorkspaceView | null) => void): Promise<() => void> {
    this.tellWorkspace = listener;
    return Promise.resolve(() => undefined);
  }

  tellClosing: () => void = () => undefined;

  onClosing(listener: () => void): Promise<() => void> {
    this.tellClosing = listener;
    return Promise.resolve(() => undefined);
  }

  onWorkspaceRefused(): Promise<() => void> {
    return Promise.resolve(() => undefined);
  }

  /** What listens to events, by name; a test tells them something. */
  readonly listeners: { [Name in keyof Events]?: (carried: Events[Name]) => void } = {};

  on<Name extends keyof Events>(name: Name, listener: (carried: Events[Name]) => void): Promise<() => void> {
    Object.assign(this.listeners, { [name]: listener });
    return Promise.resolve(() => undefined);
  }

  onStatus(listener: (status: Status) => void): Promise<() => void> {
    this.tellStatus = listener;
    return Promise.resolve(() => undefined);
  }
}

/** Lets everything that waits for an answered promise run. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
}

function held<Request, Response>(list: Held<Request, Response>[], request: Request): Promise<Response> {
  return new Promise((resolve, reject) => {
    list.push({
      request,
      answer: (response) => {
        resolve(response);
        return settled();
      },
      fail: (error) => {
        reject(error);
        return settled();
      },
    });
  });
}
