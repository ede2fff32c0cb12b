import { beforeEach, expect, it } from 'vitest';
import type { GapView } from '../../bindings/GapView';
import type { InsightsView } from '../../bindings/InsightsView';
import { fakeAsk, type Answers } from '../../testing/fake-ask';
import { gap, insightsView as view } from '../../testing/write-insights';
import { BackendError } from '../backend/error';
import { insights as words } from '../text/zh/insights';
import { InsightsSession } from './insights-session.svelte';

let said: string[] = [];

function session(answers: Answers, edits = true) {
  said = [];
  const { ask, asked } = fakeAsk(answers);
  const made = new InsightsSession({
    ask,
    words: () => words,
    announce: (sentence) => said.push(sentence),
    edits: () => edits,
    language: () => 'zh',
  });
  return { made, asked };
}

const done = (text: string) => ({ words: text, version: 'a'.repeat(40), entry: 'card-loss' });
const key = (name: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key: name, ...more });
const later = () => new Promise((resolve) => setTimeout(resolve));

let listed: GapView[] = [];
beforeEach(() => {
  listed = [gap('卡丢了'), gap('钱被锁', { nearest: null }), gap('年费', { failed: 0, slow: 2 })];
});

it('lists what failed, and what was slow when that is asked', async () => {
  const { made } = session({ insights: () => view(listed) });
  await made.load();
  expect(made.gaps.map(({ alias }) => alias)).toEqual(['卡丢了', '钱被锁']);
  made.show('slow');
  expect(made.gaps.map(({ alias }) => alias)).toEqual(['年费']);
});

it('makes the selected gap an alias with one key, and the next line comes under the hand', async () => {
  const { made, asked } = session({ insights: () => view(listed), gap_to_alias: () => done('卡丢了') });
  await made.load();
  expect(made.onKeydown(key('a'))).toBe(true);
  await later();
  expect(asked).toEqual(['insights', 'gap_to_alias']);
  expect(made.current?.alias).toBe('钱被锁');
  expect(said).toEqual(['「卡丢了」已加为「银行卡挂失」的别名。']);
});

it('takes it back with Ctrl+Z, and the gap is selected again', async () => {
  const { made, asked } = session({
    insights: () => view(listed),
    gap_to_alias: () => done('卡丢了'),
    undo_gap: () => null,
  });
  await made.load();
  await made.toAlias();
  made.onKeydown(key('z', { ctrlKey: true }));
  await later();
  expect(asked.slice(2)).toEqual(['undo_gap', 'insights']);
  expect(made.current?.alias).toBe('卡丢了');
  expect(made.undoable).toBe(false);
});

it('begins a draft by Enter where nothing is near, and no alias', async () => {
  const { made, asked } = session({ insights: () => view(listed), gap_to_draft: () => done('钱被锁') });
  await made.load();
  made.onKeydown(key('ArrowDown'));
  made.onKeydown(key('a'));
  made.onKeydown(key('Enter'));
  await later();
  expect(asked).toEqual(['insights', 'gap_to_draft']);
});

it('keeps the gap and says why when an act is refused', async () => {
  const refuse = () => Promise.reject(new BackendError('noWorkspace'));
  const { made } = session({ insights: () => view(listed), gap_to_alias: refuse });
  await made.load();
  await made.toAlias();
  expect(made.refusal?.code).toBe('noWorkspace');
  expect(made.current?.alias).toBe('卡丢了');
  expect(made.undoable).toBe(false);
});

it('shows the last figures asked for, however late the ones before come', async () => {
  const waiting: ((view: InsightsView) => void)[] = [];
  const { made } = session({ insights: () => new Promise((resolve) => waiting.push(resolve)) });
  const first = made.over(7);
  const second = made.over(90);
  waiting[1]?.({ ...view([]), days: 90 });
  waiting[0]?.({ ...view([]), days: 7 });
  await Promise.all([first, second]);
  expect(made.view?.days).toBe(90);
});

it('says what was merged and what was not', async () => {
  const fault = { zh: '第 3 行读不懂', en: 'line 3' };
  const { made } = session({
    insights: () => view([]),
    choose: () => ['/u/a.jsonl', 'C:\\u\\b.jsonl'],
    merge_outboxes: () => [
      { file: '/u/a.jsonl', added: 5, known: 1, fault: null },
      { file: 'C:\\u\\b.jsonl', added: 0, known: 0, fault },
    ],
  });
  await made.merge();
  expect(made.told).toEqual(['已合并 5 条，1 条以前合并过。', 'b.jsonl 没有合并：第 3 行读不懂']);
});

it('merges nothing when no file was chosen', async () => {
  const { made, asked } = session({ choose: () => [] });
  await made.merge();
  expect(asked).toEqual(['choose']);
});
