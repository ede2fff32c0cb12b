import { expect, it } from 'vitest';
import { LANGUAGES } from './languages';

/** Every place in a wording table, as a path with what stands there. */
function places(value: unknown, path = ''): [string, unknown][] {
  if (Array.isArray(value)) return [[`${path}[]`, value.length]];
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => places(inner, `${path}.${key}`));
}

it('says everything in both languages', () => {
  const paths = (tag: 'zh' | 'en'): string[] => places(LANGUAGES[tag]).map(([path]) => path);
  expect(paths('en')).toEqual(paths('zh'));
});

it('leaves nothing empty except the word after a successor, which English does not need', () => {
  for (const language of Object.values(LANGUAGES)) {
    const empty = places(language).filter(([, said]) => said === '');
    expect(empty.map(([path]) => path).filter((path) => path !== '.screen.list.replaced')).toEqual([]);
  }
});

it('speaks Chinese in Chinese and English in English', () => {
  const texts = (tag: 'zh' | 'en'): string[] =>
    places(LANGUAGES[tag].domain.error)
      .map(([, said]) => (typeof said === 'function' ? (said as (detail: string) => string)('X') : ''))
      .filter((text) => text !== '');
  expect(texts('zh').every((text) => /\p{Script=Han}/u.test(text))).toBe(true);
  expect(texts('en').some((text) => /\p{Script=Han}/u.test(text))).toBe(false);
});
