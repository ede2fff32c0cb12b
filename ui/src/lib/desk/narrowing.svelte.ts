import type { Kind } from '../../bindings/Kind';
import type { SearchRequest } from '../../bindings/SearchRequest';
import type { Stage } from '../../bindings/Stage';

/** What a result can be narrowed by besides its kind. */
export type FacetName = 'product' | 'tag' | 'stage';

/** One choice of a facet. */
export type Facet = { by: 'product' | 'tag'; name: string } | { by: 'stage'; name: Stage };

/** How the results are narrowed: their kind, their facets, and whether what has expired is among them. */
export class Narrowing {
  kind = $state<Kind | null>(null);
  product = $state<string | null>(null);
  tag = $state<string | null>(null);
  stage = $state<Stage | null>(null);
  currentOnly = $state(false);

  /** The chosen facets, each removable. */
  readonly facets: Facet[] = $derived([
    ...(this.product === null ? [] : [{ by: 'product' as const, name: this.product }]),
    ...(this.tag === null ? [] : [{ by: 'tag' as const, name: this.tag }]),
    ...(this.stage === null ? [] : [{ by: 'stage' as const, name: this.stage }]),
  ]);
  /** A kind or a facet is chosen: that alone is a search. */
  readonly asks: boolean = $derived(this.kind !== null || this.facets.length > 0);
  /** Something else than the kind may be why nothing is left. */
  readonly hides: boolean = $derived(this.facets.length > 0 || this.currentOnly);

  has(facet: Facet): boolean {
    return this[facet.by] === facet.name;
  }

  /** Chooses `facet`, instead of another of its sort; once more takes it away. */
  toggle(facet: Facet): void {
    const chosen = this.has(facet);
    if (facet.by === 'stage') this.stage = chosen ? null : facet.name;
    else this[facet.by] = chosen ? null : facet.name;
  }

  dropFacets(): void {
    this.product = null;
    this.tag = null;
    this.stage = null;
  }

  dropAll(): void {
    this.dropFacets();
    this.kind = null;
    this.currentOnly = false;
  }

  /** Its part of a request. */
  get request(): Omit<SearchRequest, 'text' | 'skip' | 'limit'> {
    const { kind, stage, tag, product, currentOnly } = this;
    return { kind, stage, tag, product, currentOnly };
  }
}
