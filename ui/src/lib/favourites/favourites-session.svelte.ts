import type { FavouriteMark } from '../../bindings/FavouriteMark';
import type { FavouriteView } from '../../bindings/FavouriteView';
import type { Hit } from '../../bindings/Hit';
import type { UndoOffer } from '../calls/undo-offer.svelte';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import type { KeyMap } from '../keys/key-map';
import type { Wording } from '../text/wording';

/** The numbers of the favourites that have a key. */
export const SLOTS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

interface Surroundings {
  ask: Ask;
  undo: UndoOffer;
  words: () => Wording;
  keys: () => KeyMap;
  announce: (sentence: string) => void;
  /** Says it to eyes, too. */
  warn: (sentence: string) => void;
}

/** What the person keeps at hand, in their order, with keys of their own. */
export class FavouritesSession {
  list = $state.raw<FavouriteView[]>([]);
  error = $state.raw<BackendError | null>(null);

  readonly #around: Surroundings;
  /** Changes follow each other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  readonly hits: Hit[] = $derived(this.list.map(({ hit }) => hit));
  readonly #marks: FavouriteMark[] = $derived(this.list.map(({ hit, slot }) => ({ id: hit.id, slot })));

  has(id: string): boolean {
    return this.list.some(({ hit }) => hit.id === id);
  }

  /** The key of the favourite `id`, as printed; null when it has none. */
  keyOf(id: string): string | null {
    const slot = this.list.find(({ hit }) => hit.id === id)?.slot ?? null;
    return slot === null ? null : this.#around.keys().numberCap('goFavourite', slot);
  }

  /** The entry on key `slot`, from 1. */
  on(slot: number): string | null {
    return this.list.find((one) => one.slot === slot)?.hit.id ?? null;
  }

  async load(): Promise<void> {
    try {
      this.list = await this.#around.ask('favourites');
      this.error = null;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    }
  }

  /** Keeps the entry at hand with the first free key, or no more; that can be taken back. */
  async toggle(id: string, title: string): Promise<void> {
    const before = this.#marks;
    const words = this.#around.words().favourites;
    if (this.has(id)) {
      await this.#keep(before.filter((mark) => mark.id !== id));
      if (this.has(id)) return;
      const sentence = words.removed(title);
      this.#around.announce(sentence);
      this.#around.undo.offer(sentence, () => void this.#keep(before));
      return;
    }
    const slot = SLOTS.find((free) => this.on(free) === null) ?? null;
    await this.#keep([...before, { id, slot }]);
    if (this.has(id)) this.#around.announce(words.added(title, this.keyOf(id)));
  }

  /** Gives the favourite `id` a key, taken from the one that had it; null takes its key away. */
  async give(id: string, slot: number | null): Promise<void> {
    await this.#keep(
      this.#marks.map((mark) => {
        if (mark.id === id) return { ...mark, slot };
        return mark.slot === slot ? { ...mark, slot: null } : mark;
      }),
    );
  }

  /** Moves the favourite `id` one place. */
  async move(id: string, by: 1 | -1): Promise<void> {
    const marks = [...this.#marks];
    const from = marks.findIndex((mark) => mark.id === id);
    const [moved] = marks.splice(from, 1);
    if (from === -1 || moved === undefined) return;
    marks.splice(Math.max(0, from + by), 0, moved);
    await this.#keep(marks);
  }

  #keep(marks: FavouriteMark[]): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      try {
        this.list = await this.#around.ask('keep_favourites', marks);
        this.error = null;
      } catch (thrown) {
        this.error = BackendError.from(thrown);
        const { domain } = this.#around.words();
        this.#around.warn(domain.error[this.error.code](this.error.detail));
      }
    });
    return this.#queue;
  }
}
