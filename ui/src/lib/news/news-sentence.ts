import type { NewsItem } from '../../bindings/NewsItem';
import type { NewsWords } from '../text/news-words';

/** What changed in an entry, in a few words; empty where its kind says all. */
export function newsSentence({ what, parts, successor }: NewsItem, words: NewsWords): string {
  if (what === 'changed') return words.changed(parts.map((part) => words.part[part]));
  return successor === null ? '' : words.successor(successor.title);
}
