import { SvelteMap } from 'svelte/reactivity';

/** What was ticked, and when, in milliseconds since 1970. */
export interface Tick {
  entry: string;
  place: string;
  at: number;
}

/** Which sentences were told and which steps were done in this call, by entry and place in it. */
export class Ticks {
  readonly #done = new SvelteMap<string, Tick>();

  has(entry: string, place: string): boolean {
    return this.#done.has(`${entry}#${place}`);
  }

  toggle(entry: string, place: string): void {
    const key = `${entry}#${place}`;
    if (!this.#done.delete(key)) this.#done.set(key, { entry, place, at: Date.now() });
  }

  /** In the order they were ticked. */
  get all(): Tick[] {
    return [...this.#done.values()];
  }

  get empty(): boolean {
    return this.#done.size === 0;
  }

  clear(): void {
    this.#done.clear();
  }
}
