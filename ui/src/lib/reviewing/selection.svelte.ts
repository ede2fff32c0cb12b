import { SvelteSet } from 'svelte/reactivity';

/** The entries that were selected in a list, by their files. */
export class Selection {
  readonly files = new SvelteSet<string>();

  get count(): number {
    return this.files.size;
  }

  toggle(file: string): void {
    if (!this.files.delete(file)) this.files.add(file);
  }

  /** Takes both ends of a step through the list in. */
  extend(from: string | null, to: string | null): void {
    if (from !== null) this.files.add(from);
    if (to !== null) this.files.add(to);
  }

  clear(): void {
    this.files.clear();
  }
}
