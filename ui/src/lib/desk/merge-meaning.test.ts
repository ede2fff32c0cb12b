import { describe, expect, it } from 'vitest';
import type { Hit } from '../../bindings/Hit';
import { found } from '../../testing/fake-backend';
import { hit } from '../../testing/write-entry';
import { mergeMeaning, withMeaning, type OnScreen } from './merge-meaning';

const near = (id: string, part: Partial<Hit> = {}): Hit => hit(id, id, { why: ['semantic'], ...part });
const word = (id: string): Hit => hit(id, id);

/** Three lines of words on the screen, just painted, nobody at them. */
const fresh: OnScreen = {
  hits: [word('exact'), word('b'), word('c')],
  shown: 3,
  touched: false,
  age: 40,
};
const ids = (hits: Hit[]): string[] => hits.map(({ id }) => id);

/** The order the backend made: an exact match stays where it was. */
const merged = [word('exact'), near('new'), word('c'), word('b')];

describe('what is found by meaning', () => {
  it('takes its place among the words’ hits while nobody looked at them', () => {
    expect(ids(mergeMeaning(fresh, merged))).toEqual(['exact', 'new', 'c', 'b']);
  });

  it('comes below the lines when somebody touched them', () => {
    expect(ids(mergeMeaning({ ...fresh, touched: true }, merged))).toEqual(['exact', 'b', 'c', 'new']);
  });

  it('comes below the lines when they were there long enough to be read', () => {
    expect(ids(mergeMeaning({ ...fresh, age: 151 }, merged))).toEqual(['exact', 'b', 'c', 'new']);
    expect(ids(mergeMeaning({ ...fresh, age: 150 }, merged))).toEqual(['exact', 'new', 'c', 'b']);
  });

  it('moves only lines that are not on the screen', () => {
    const scrolled = { ...fresh, shown: 2, touched: true };
    expect(ids(mergeMeaning(scrolled, merged))).toEqual(['exact', 'b', 'new', 'c']);
  });

  it('never moves an exact match', () => {
    for (const touched of [false, true]) {
      for (const age of [0, 1000]) {
        expect(mergeMeaning({ ...fresh, touched, age }, merged)[0]?.id).toBe('exact');
      }
    }
  });

  it('loses no hit of the words, even one that the merged page had no room for', () => {
    expect(ids(mergeMeaning(fresh, [word('exact'), near('new')]))).toEqual(['exact', 'new', 'b', 'c']);
  });

  it('is all there is when the words found nothing, however late it comes', () => {
    const none = { hits: [], shown: 0, touched: false, age: 900 };
    expect(ids(mergeMeaning(none, [near('new'), near('other')]))).toEqual(['new', 'other']);
  });

  it('is counted once, with its kind; what words found too is not counted again', () => {
    const answer = found('卡', [word('exact')]);
    const list = [{ ...word('exact'), why: ['title', 'semantic'] } as Hit, near('new', { kind: 'faq' })];
    const { total, counts } = withMeaning(answer, list);
    expect([total, counts.all, counts.script, counts.faq]).toEqual([2, 2, 1, 1]);
  });
});
