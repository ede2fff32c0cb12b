import { beforeEach, expect, it } from 'vitest';
import type { Hit } from '../../bindings/Hit';
import { FakeBackend, settled } from '../../testing/fake-backend';
import { hit } from '../../testing/write-entry';
import { StartSession } from './start-session.svelte';

let backend: FakeBackend;
let start: StartSession;
let shown: string[];
let opened: string[];

const lines = (name: string, count: number): Hit[] =>
  Array.from({ length: count }, (_, at) => hit(`${name}-${at}`, `${name}${at}`));
const ids = (hits: Hit[]): string[] => hits.map(({ id }) => id);

async function load(recent: number, frequent: number): Promise<void> {
  backend.startNow = { recent: lines('recent', recent), frequent: lines('usual', frequent) };
  start.load();
  await settled();
}

beforeEach(() => {
  backend = new FakeBackend();
  shown = [];
  opened = [];
  start = new StartSession(backend, {
    selected: ({ id }) => shown.push(id),
    opened: ({ id }) => opened.push(id),
  });
});

it.each([
  [12, 12, 5, 4],
  [12, 1, 8, 1],
  [2, 12, 2, 7],
  [3, 0, 3, 0],
])('of %i recent and %i usual entries it shows %i and %i: a digit for each', async (...numbers) => {
  const [recent, frequent, ...expected] = numbers;
  await load(recent, frequent);
  expect([start.recent.length, start.frequent.length]).toEqual(expected);
});

it('names an entry once, and lets none of the usual ones go because it was opened a while ago', async () => {
  const recent = lines('entry', 8);
  backend.startNow = { recent, frequent: [...recent].reverse() };
  start.load();
  await settled();
  expect([ids(start.recent), ids(start.frequent)]).toEqual([
    ['entry-0', 'entry-1', 'entry-2', 'entry-3', 'entry-4'],
    ['entry-7', 'entry-6', 'entry-5'],
  ]);
});

it('selects nothing until somebody moves or picks', async () => {
  await load(3, 2);
  expect([start.current, shown]).toEqual([null, []]);
  start.enter(() => opened.push('nothing'));
  start.move(1);
  start.move(1);
  expect([shown, opened]).toEqual([['recent-0', 'recent-1'], []]);
  start.enter(() => undefined);
  start.pick(5);
  expect(opened).toEqual(['recent-1', 'usual-1']);
});

it('goes on from the recent to the usual ones and stays inside', async () => {
  await load(1, 1);
  for (let times = 0; times < 3; times += 1) start.move(1);
  start.pick(7);
  expect([shown, start.active]).toEqual([['recent-0', 'usual-0', 'usual-0'], 'start-1']);
});

it('keeps the selected entry when the lists are read again', async () => {
  await load(3, 0);
  start.pick(1);
  backend.startNow = { recent: [hit('recent-2', ''), hit('recent-0', '')], frequent: [] };
  start.load();
  await settled();
  expect([ids(start.all), start.selected]).toEqual([['recent-2', 'recent-0'], 1]);
});
