import type { Hit } from '../../bindings/Hit';
import type { StartView } from '../../bindings/StartView';
import type { Backend } from '../backend/backend';
import { LatestOnly } from './latest-only';
import type { Lines } from './lines';

/** As many lines as there are digits to pick them. */
const LINES = 9;
/** What the usual entries keep of them when both lists are long. */
const USUAL = 4;
/** What the other lists keep of the lines when many entries are pinned. */
const LEAST = 4;

/** What the lists before typing tell the desk. */
export interface StartListener {
  /** A line became the selected one. */
  selected(hit: Hit): void;
  /** A line was chosen, not only passed. */
  opened(hit: Hit): void;
  /** What the person keeps at hand: it stands first. */
  pinned?(): Hit[];
}

/** What is offered while the box is empty: the entries opened last, and the usual ones. */
export class StartSession implements Lines {
  readonly listId = 'start';
  /** The place of the selected line among all; null while none is. */
  selected = $state<number | null>(null);

  readonly #listener: StartListener;
  readonly #requests: LatestOnly<null, StartView>;
  #view = $state.raw<StartView>({ recent: [], frequent: [] });

  constructor(backend: Backend, listener: StartListener) {
    this.#listener = listener;
    this.#requests = new LatestOnly(() => backend.start(), {
      done: (view) => this.#accept(view),
      // Without it the desk is as empty as on the first day; nothing that needs an error's words.
      failed: () => undefined,
    });
  }

  readonly pinned: Hit[] = $derived.by(() => this.#listener.pinned?.() ?? []);
  readonly #room: number = $derived(Math.max(LEAST, LINES - this.pinned.length));
  /** The recent ones that stand first, whatever else there is. */
  readonly #last: Hit[] = $derived(
    without(this.#view.recent, this.pinned).slice(0, Math.max(1, this.#room - USUAL)),
  );
  readonly frequent: Hit[] = $derived(
    without(this.#view.frequent, [...this.pinned, ...this.#last]).slice(0, this.#room - this.#last.length),
  );
  readonly recent: Hit[] = $derived(
    without(this.#view.recent, [...this.pinned, ...this.frequent]).slice(
      0,
      this.#room - this.frequent.length,
    ),
  );
  readonly all: Hit[] = $derived([...this.pinned, ...this.recent, ...this.frequent]);
  readonly current: Hit | null = $derived(this.selected === null ? null : (this.all[this.selected] ?? null));

  get open(): boolean {
    return this.all.length > 0;
  }

  get active(): string | null {
    return this.current === null ? null : `start-${this.selected}`;
  }

  /** Fetches the lists; what is shown stays until they are here. */
  load(): void {
    this.#requests.ask(null);
  }

  /** No line is selected any more. */
  leave(): void {
    this.selected = null;
  }

  move(by: 1 | -1): void {
    if (this.selected === null) this.#select(by === 1 ? 0 : this.all.length - 1);
    else this.#select(this.selected + by);
  }

  page(by: 1 | -1): void {
    this.#select(by === 1 ? this.all.length - 1 : 0);
  }

  pick(line: number): void {
    this.choose(line - 1);
  }

  /** Chooses the line at `index`, from 0. */
  choose(index: number): void {
    const hit = this.all[index];
    if (hit === undefined) return;
    this.#select(index);
    this.#listener.opened(hit);
  }

  enter(act: (hit: Hit) => void): void {
    if (this.current === null) return;
    this.#listener.opened(this.current);
    act(this.current);
  }

  #select(index: number): void {
    if (this.all.length === 0) return;
    this.selected = Math.max(0, Math.min(index, this.all.length - 1));
    if (this.current !== null) this.#listener.selected(this.current);
  }

  #accept(view: StartView): void {
    const id = this.current?.id;
    this.#view = view;
    const kept = this.all.findIndex((hit) => hit.id === id);
    this.selected = kept === -1 ? null : kept;
  }
}

/** The hits of `list` that are not among `others`: no entry stands there twice. */
function without(list: Hit[], others: Hit[]): Hit[] {
  return list.filter(({ id }) => others.every((other) => other.id !== id));
}
