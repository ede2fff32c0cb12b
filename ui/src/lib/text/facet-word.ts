import type { Facet } from '../desk/narrowing.svelte';
import type { DomainWords } from './domain-words';

/** What a facet is called on the screen: tags and products are the library's words, stages the screen's. */
export function facetWord(words: DomainWords, facet: Facet): string {
  return facet.by === 'stage' ? words.stage[facet.name] : facet.name;
}
