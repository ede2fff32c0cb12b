import { beforeEach, expect, it, vi } from 'vitest';
import type { SearchNote } from '../../bindings/SearchNote';
import { found } from '../../testing/fake-backend';
import { REST_MS, SearchRecorder } from './search-recorder';

let notes: SearchNote[] = [];
let recorder = new SearchRecorder((note) => notes.push(note));

beforeEach(() => {
  vi.useFakeTimers();
  notes = [];
  recorder = new SearchRecorder((note) => notes.push(note));
});

const texts = () => notes.map(({ text }) => text);

it('tells a search when the hand has rested, not with every key', () => {
  for (const text of ['卡', '卡丢', '卡丢了']) recorder.answered(found(text, []));
  vi.advanceTimersByTime(REST_MS - 1);
  expect(texts()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(texts()).toEqual(['卡丢了']);
});

it('tells at once what was opened, and rests no more', () => {
  recorder.answered(found('卡丢了', []));
  recorder.opened('card-loss', 1);
  vi.advanceTimersByTime(REST_MS);
  expect(notes).toHaveLength(1);
  expect(notes[0]?.opened).toEqual({ id: 'card-loss', line: 1 });
});

it('tells what was cleared before the hand rested', () => {
  recorder.answered(found('卡丢了', []));
  recorder.emptied();
  expect(texts()).toEqual(['卡丢了']);
});

it('takes letters that are taken back for no search', () => {
  for (const text of ['卡丢了', '卡丢', '卡']) recorder.answered(found(text, []));
  vi.advanceTimersByTime(REST_MS);
  recorder.emptied();
  expect(texts()).toEqual([]);
});

it('tells a text once, however often it is answered', () => {
  recorder.answered(found('年费', []));
  vi.advanceTimersByTime(REST_MS);
  recorder.answered(found('年费', []));
  vi.advanceTimersByTime(REST_MS);
  recorder.emptied();
  expect(texts()).toEqual(['年费']);
});

it('names the step that found something, and none where nothing was found', () => {
  const ladder = [
    { step: 'asTyped', words: [], count: 0 },
    { step: 'fewerWords', words: ['年费'], count: 2 },
  ] as const;
  const part = { ladder: ladder.map((rung) => ({ ...rung, words: [...rung.words] })) };
  const counts = { all: 2, script: 2, faq: 0, product: 0, guide: 0, compliance: 0, flow: 0 };
  recorder.answered(found('年费怎么', [], { ...part, counts }));
  recorder.emptied();
  recorder.answered(found('年费', [], part));
  recorder.emptied();
  expect(notes.map(({ rung, total }) => [rung, total])).toEqual([
    ['fewerWords', 2],
    [null, 0],
  ]);
});
