import type { Hit } from '../../bindings/Hit';

/**
 * The hits as pages of whole lines. Only the visible page is drawn: digits stay beside their lines, nothing
 * scrolls under the cursor, and a long list costs no more to paint than a short one.
 */
export class ResultPages {
  hits = $state.raw<Hit[]>([]);
  /** Index of the selected hit; 0 when there is none. */
  selected = $state(0);
  /** Index of the first visible hit. */
  top = $state(0);
  /** Whole lines that fit; at least 1. */
  size = $state(8);
  /** How many hits of the words are here; those that meaning added don't count for what comes next. */
  fetched = 0;

  readonly visible = $derived(this.hits.slice(this.top, this.top + this.size));
  readonly current = $derived(this.hits[this.selected] ?? null);

  /** Index of the selected hit while it is on the visible page. */
  readonly shown = $derived(
    this.selected >= this.top && this.selected < this.top + this.visible.length ? this.selected : null,
  );

  /** Shows new hits from the start, or with the hit `keep` still selected if it is among them. */
  show(hits: Hit[], keep: string | null): void {
    this.hits = hits;
    this.fetched = hits.length;
    const kept = keep === null ? -1 : hits.findIndex((hit) => hit.id === keep);
    this.selected = Math.max(kept, 0);
    this.top = this.#pageOf(this.selected);
  }

  /** Shows another list on the same page; `keeps` says whether the selected hit or the selected place stays. */
  replace(hits: Hit[], keeps: boolean): void {
    const id = this.current?.id;
    this.hits = hits;
    const kept = keeps ? hits.findIndex((hit) => hit.id === id) : -1;
    if (kept !== -1) this.selected = kept;
  }

  /** Adds hits behind those here; one that is here already stays where it is. */
  append(hits: Hit[]): void {
    const here = this.hits;
    this.fetched += hits.length;
    this.hits = [...here, ...hits.filter(({ id }) => here.every((hit) => hit.id !== id))];
  }

  /** Selects the hit at `index`, as near as the list allows, and brings its page. */
  select(index: number): void {
    this.selected = Math.max(0, Math.min(index, this.hits.length - 1));
    if (this.selected < this.top || this.selected >= this.top + this.size) {
      this.top = this.#pageOf(this.selected);
    }
  }

  /** The line to select when the page `by` further is wanted. */
  lineOfPage(by: 1 | -1): number {
    const next = this.top + by * this.size;
    if (next < 0) return 0;
    return next < this.hits.length ? next : this.hits.length - 1;
  }

  /** Moves what is visible by `lines` without touching the selection: the mouse wheel. */
  scroll(lines: number): void {
    const last = Math.max(0, this.hits.length - this.size);
    this.top = Math.max(0, Math.min(this.top + lines, last));
  }

  /** `lines` whole lines fit now; the selected one stays visible. */
  fit(lines: number): void {
    const size = Math.max(1, lines);
    if (size === this.size) return;
    this.size = size;
    this.top = this.#pageOf(this.selected);
  }

  /** The page after this one is not here yet although `total` says it exists. */
  wantsMore(total: number): boolean {
    return this.fetched < total && this.top + 2 * this.size > this.hits.length;
  }

  #pageOf(index: number): number {
    return Math.floor(index / this.size) * this.size;
  }
}
