import { SvelteSet } from 'svelte/reactivity';
import type { NewsItem } from '../../bindings/NewsItem';
import type { NewsView } from '../../bindings/NewsView';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';

const NONE: NewsView = { items: [], total: 0, mustRead: 0 };

/** What changed since the person looked last. Quiet: a number, and a list when it is asked for. */
export class NewsSession {
  now = $state.raw<NewsView>(NONE);
  error = $state.raw<BackendError | null>(null);
  busy = $state(false);
  /** What was opened from the list: only what was opened can be confirmed as read. */
  readonly opened = new SvelteSet<string>();

  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** What is told of the entry `id`; null when nothing is. */
  of(id: string): NewsItem | null {
    return this.now.items.find((item) => item.id === id) ?? null;
  }

  async load(): Promise<void> {
    try {
      this.now = await this.#ask('news');
      this.error = null;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    }
  }

  /** Somebody else sits here. */
  async forget(): Promise<void> {
    this.opened.clear();
    this.now = NONE;
    await this.load();
  }

  /** It was opened to be read; what does not have to be confirmed is read with that. */
  async open(item: NewsItem): Promise<void> {
    this.opened.add(item.id);
    if (!item.mustRead) await this.read(item.id);
  }

  /** Whether `item` can be confirmed: a receipt says that it was read. */
  canConfirm(item: NewsItem): boolean {
    return !item.mustRead || this.opened.has(item.id);
  }

  /** It was read; of what must be read the trainer gets a receipt. */
  async read(id: string): Promise<boolean> {
    return this.#read({ ids: [id], rest: false });
  }

  /** Everything that does not have to be confirmed was read. */
  async readRest(): Promise<boolean> {
    return this.#read({ ids: [], rest: true });
  }

  async #read(read: { ids: string[]; rest: boolean }): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      this.now = await this.#ask('read_news', read);
      this.error = null;
      return true;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
