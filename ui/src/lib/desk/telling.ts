import type { Backend } from '../backend/backend';
import type { Wording } from '../text/wording';
import type { Announcer } from './announcer.svelte';
import type { Findings } from './findings.svelte';

/** From so long without a key on, in milliseconds, a screen reader is told what meaning added. */
const PAUSE_MS = 800;

/** What a search tells others: a screen reader of its answers, the backend of the entries that were chosen. */
export class Telling {
  readonly #backend: Backend;
  readonly #announcer: Announcer;
  readonly #words: () => Wording;
  /** The entry told of last: going on with it is no second opening. */
  #opened: string | null = null;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: Backend, announcer: Announcer, words: () => Wording) {
    this.#backend = backend;
    this.#announcer = announcer;
    this.#words = words;
  }

  answered({ meant, relaxed, shown }: Findings): void {
    clearTimeout(this.#later);
    const { announce, announceMeant, announceRelaxed } = this.#words().screen.search;
    const total = shown?.total ?? 0;
    if (meant !== null) this.#announcer.say(announceMeant(meant, total));
    else this.#announcer.say((relaxed ? announceRelaxed : announce)(total));
  }

  /** Said when the typing has paused: what came a moment later must not talk into the answer to each key. */
  added(count: number): void {
    clearTimeout(this.#later);
    const sentence = this.#words().screen.search.announceNear(count);
    this.#later = setTimeout(() => this.#announcer.say(sentence), PAUSE_MS);
  }

  opened(id: string): void {
    if (id === this.#opened) return;
    this.#opened = id;
    // Whether it is remembered changes nothing on the screen now.
    this.#backend.opened(id).catch(() => undefined);
  }

  /** The box was emptied: the next search is about something else. */
  emptied(): void {
    clearTimeout(this.#later);
    this.#opened = null;
  }
}
