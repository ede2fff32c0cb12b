import { SvelteSet } from 'svelte/reactivity';

/** Which sentences were told and which steps were done in this call, by entry and place in it. */
export class Ticks {
  readonly #done = new SvelteSet<string>();

  has(entry: string, place: string): boolean {
    return this.#done.has(`${entry}#${place}`);
  }

  toggle(entry: string, place: string): void {
    const key = `${entry}#${place}`;
    if (!this.#done.delete(key)) this.#done.add(key);
  }

  get empty(): boolean {
    return this.#done.size === 0;
  }

  clear(): void {
    this.#done.clear();
  }
}
