import type { FindRequest } from '../../bindings/FindRequest';
import type { FindView } from '../../bindings/FindView';
import type { FoundEntry } from '../../bindings/FoundEntry';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import { LatestOnly } from '../desk/latest-only';
import { Acting } from '../training/acting.svelte';
import { chosenHits, NONE_SKIPPED, withEntry, withHit, type Skipped } from './skipped';

/** Find and replace over all entries: what is found, what of it is chosen, and the last act. */
export class ReplacingSession extends Acting<{ version: string; files: number }> {
  request: FindRequest = $state({ find: '', replace: '', folded: false, parts: [], kinds: [] });
  view = $state.raw<FindView | null>(null);
  /** The hits that are not replaced; those of entries that can't be written are never chosen. */
  #skipped = $state.raw<Skipped>(NONE_SKIPPED);
  readonly chosen = $derived(chosenHits(this.view, this.#skipped));
  readonly count = $derived(this.chosen.reduce((sum, one) => sum + one.hits.length, 0));
  readonly lapsing = $derived(
    (this.view?.entries ?? []).filter((one) => one.lapses && this.chosen.some(({ id }) => id === one.id))
      .length,
  );

  readonly #ask: Ask;
  readonly #written: () => void;
  readonly #latest: LatestOnly<FindRequest, FindView>;
  /** What `view` was found by. */
  #found: FindRequest | null = null;

  /** `written` is called after the workspace was changed by this. */
  constructor(ask: Ask, written: () => void) {
    super();
    this.#ask = ask;
    this.#written = written;
    this.#latest = new LatestOnly((request) => ask('find_everywhere', request), {
      done: (view) => {
        this.view = view;
        this.busy = false;
      },
      failed: (thrown) => {
        this.error = BackendError.from(thrown);
        this.busy = false;
      },
    });
  }

  /** Looks for what the form says. */
  find(): void {
    this.#skipped = NONE_SKIPPED;
    this.done = null;
    this.undone = false;
    this.error = null;
    this.busy = true;
    this.#found = $state.snapshot(this.request);
    this.#latest.ask(this.#found);
  }

  isChosen(entry: FoundEntry, hit: number): boolean {
    return entry.refused === null && this.#skipped.get(entry.id)?.has(hit) !== true;
  }

  choose(entry: FoundEntry, hit: number, chosen: boolean): void {
    this.#skipped = withHit(this.#skipped, entry.id, hit, chosen);
  }

  chooseAll(entry: FoundEntry, chosen: boolean): void {
    this.#skipped = withEntry(this.#skipped, entry, chosen);
  }

  /** Replaces what is chosen, by the form as it was when it was found. */
  async apply(): Promise<void> {
    const find = this.#found;
    if (find === null || this.busy || this.count === 0) return;
    await this.act(async () => {
      this.done = await this.#ask('replace_everywhere', { find, chosen: this.chosen });
      this.view = null;
      this.#written();
    });
  }

  /** Another workspace is open: nothing that was found belongs to it. */
  forget(): void {
    this.#latest.forget();
    this.view = null;
    this.done = null;
    this.error = null;
    this.busy = false;
  }

  protected async takeBack(done: { version: string }): Promise<void> {
    await this.#ask('undo_replacing', done.version);
    this.#written();
  }
}
