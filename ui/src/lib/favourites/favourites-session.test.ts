import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeAsk } from '../../testing/fake-ask';
import { settled } from '../../testing/fake-backend';
import { hit } from '../../testing/write-entry';
import { UndoOffer } from '../calls/undo-offer.svelte';
import { BackendError } from '../backend/error';
import { DEFAULT_KEYS } from '../keys/key-map';
import { LANGUAGES } from '../text/languages';
import { FavouritesSession } from './favourites-session.svelte';

let undo: UndoOffer;
let said: string[];
let fails: boolean;
let favourites: FavouritesSession;

beforeEach(() => {
  undo = new UndoOffer();
  said = [];
  fails = false;
  const { ask } = fakeAsk({
    keep_favourites: (marks) => {
      if (fails) throw new BackendError('recordFailed', '');
      return marks.map(({ id, slot }) => ({ hit: hit(id, id), slot }));
    },
  });
  favourites = new FavouritesSession({
    ask,
    undo,
    words: () => LANGUAGES.zh,
    keys: () => DEFAULT_KEYS,
    announce: (sentence) => void said.push(sentence),
    warn: (sentence) => void said.push(sentence),
  });
});
afterEach(() => undo.withdraw());

const list = (): [string, number | null][] => favourites.list.map((one) => [one.hit.id, one.slot]);

async function addAll(...ids: string[]): Promise<void> {
  for (const id of ids) await favourites.toggle(id, id);
}

it('gives each new one the first free key, and none when all are taken', async () => {
  await addAll('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i');
  expect(list().map(([, slot]) => slot)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, null]);
  expect([favourites.keyOf('a'), favourites.on(8), favourites.keyOf('i')]).toEqual(['F2', 'h', null]);
  expect(said[0]).toBe('已收藏：a，按 F2 打开');
});

it('brings one back that was removed, in its place with its key', async () => {
  await addAll('a', 'b', 'c');
  await favourites.toggle('b', 'b');
  expect(list()).toEqual([
    ['a', 1],
    ['c', 3],
  ]);
  undo.take();
  await settled();
  expect(list()).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
});

it('takes a key from the one that had it', async () => {
  await addAll('a', 'b');
  await favourites.give('b', 1);
  expect(list()).toEqual([
    ['a', null],
    ['b', 1],
  ]);
});

it('moves one up and no further', async () => {
  await addAll('a', 'b');
  await favourites.move('b', -1);
  await favourites.move('b', -1);
  expect(list().map(([id]) => id)).toEqual(['b', 'a']);
});

it('says when nothing could be kept, and shows what is', async () => {
  fails = true;
  await favourites.toggle('a', 'a');
  expect([list(), favourites.error?.code]).toEqual([[], 'recordFailed']);
  expect(said).toEqual([LANGUAGES.zh.domain.error.recordFailed('')]);
});
