import { beforeEach, expect, it } from 'vitest';
import type { NewsItem } from '../../bindings/NewsItem';
import type { NewsRead } from '../../bindings/NewsRead';
import { fakeAsk } from '../../testing/fake-ask';
import { LANGUAGES } from '../text/languages';
import { newsSentence } from './news-sentence';
import { NewsSession } from './news-session.svelte';

function item(id: string, part: Partial<NewsItem> = {}): NewsItem {
  const entry = { id, kind: 'script' as const, title: id };
  return { id, entry, title: id, what: 'changed', mustRead: false, parts: [], successor: null, ...part };
}

let items: NewsItem[];
let read: NewsRead[];
let news: NewsSession;

beforeEach(() => {
  items = [item('fraud', { mustRead: true, what: 'new' }), item('fee', { parts: ['say', 'must'] })];
  read = [];
  const view = () => ({ items, total: items.length, mustRead: items.filter((one) => one.mustRead).length });
  const { ask } = fakeAsk({
    news: view,
    read_news: (what) => {
      read.push(what);
      items = items.filter(({ id, mustRead }) => !what.ids.includes(id) && !(what.rest && !mustRead));
      return view();
    },
  });
  news = new NewsSession(ask);
});

it('is read by opening it, unless it has to be confirmed', async () => {
  await news.load();
  for (const one of [...items]) await news.open(one);
  expect([read, news.now.items.map(({ id }) => id)]).toEqual([[{ ids: ['fee'], rest: false }], ['fraud']]);
});

it('can be confirmed once it was opened', async () => {
  await news.load();
  const [fraud] = items;
  if (fraud === undefined) throw new Error('no news');
  expect(news.canConfirm(fraud)).toBe(false);
  await news.open(fraud);
  expect(news.canConfirm(fraud)).toBe(true);
  await news.read('fraud');
  expect(news.of('fraud')).toBeNull();
});

it('keeps what must be read when the rest is read', async () => {
  await news.load();
  await news.readRest();
  expect(news.now.items.map(({ id }) => id)).toEqual(['fraud']);
});

it('says what changed, or what replaces it', () => {
  const { news: words } = LANGUAGES.zh;
  const successor = { id: 'new', kind: 'script' as const, title: '新话术' };
  expect(newsSentence(item('a', { parts: ['say', 'must'] }), words)).toBe('改了可直接说、必须说');
  expect(newsSentence(item('a'), words)).toBe('内容有改动');
  expect(newsSentence(item('a', { what: 'withdrawn', successor }), words)).toBe('由「新话术」代替');
  expect(newsSentence(item('a', { what: 'new' }), words)).toBe('');
});
