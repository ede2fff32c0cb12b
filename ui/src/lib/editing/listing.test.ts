import { expect, it } from 'vitest';
import { rowOf } from '../../testing/write-row';
import { Listing } from './listing.svelte';

function listing(): Listing {
  const list = new Listing();
  list.rows = [
    rowOf('card-loss', '银行卡挂失', { aliases: ['卡丢了'], mine: true }),
    rowOf('fee', '年费', { status: 'inReview' }),
    rowOf('old', '旧条目', { due: { day: '2026-05-01', left: -3 } }),
    rowOf('later', '以后', { due: { day: '2027-05-01', left: 300 } }),
  ];
  return list;
}
const ids = (list: Listing): (string | null)[] => list.shown.map((row) => row.id);

it('counts what each filter leaves', () => {
  const list = listing();
  expect(list.counts).toEqual({ all: 4, mine: 1, inReview: 1, due: 1 });
  list.filter = 'due';
  expect(ids(list)).toEqual(['old']);
});

it('finds by title, alias and id', () => {
  const list = listing();
  for (const needle of ['挂失', '卡丢', 'CARD-']) {
    list.needle = needle;
    expect(ids(list)).toEqual(['card-loss']);
  }
});

it('moves the cursor within what is shown and stays at the ends', () => {
  const list = listing();
  list.move(1);
  expect(list.current).toBe('entries/card-loss.md');
  list.move(10);
  expect(list.at).toBe(3);
  list.move(-10);
  expect(list.at).toBe(0);
});

it('puts a changed row in its place and a new one at the end', () => {
  const list = listing();
  list.put(rowOf('fee', '年费怎么收'));
  list.put(rowOf('new', '新'));
  expect(list.rows.map((row) => row.title)).toEqual(['银行卡挂失', '年费怎么收', '旧条目', '以后', '新']);
});
