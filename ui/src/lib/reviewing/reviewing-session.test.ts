import { expect, it, vi } from 'vitest';
import type { ReviewDone } from '../../bindings/ReviewDone';
import { fakeAsk, type Answers } from '../../testing/fake-ask';
import { reviewOf } from '../../testing/write-review';
import { BackendError } from '../backend/error';
import { LANGUAGES } from '../text/languages';
import { ReviewingSession } from './reviewing-session.svelte';
import { Selection } from './selection.svelte';

const FILE = 'entries/card-loss.md';

function done(over: Partial<ReviewDone> = {}): ReviewDone {
  return { version: 'v1', message: '送审：银行卡挂失', changed: 1, left: [], ...over };
}

function session(answers: Answers = {}) {
  const said: string[] = [];
  const changed = vi.fn(() => Promise.resolve());
  const { ask, asked } = fakeAsk({
    review: () => reviewOf(),
    review_history: () => [],
    review_waiting: () => [],
    outside_changes: () => [],
    review_do: () => done(),
    review_undo: () => null,
    ...answers,
  });
  const words = () => LANGUAGES.zh;
  const reviewing = new ReviewingSession({ ask, words, announce: (one) => said.push(one), changed });
  return { reviewing, said, changed, asked };
}

it('asks before a step that needs a word, and does the others at once', async () => {
  const { reviewing, asked } = session();
  reviewing.step('withdraw', [FILE]);
  expect([reviewing.dialog, reviewing.about]).toEqual(['withdraw', [FILE]]);
  expect(asked).not.toContain('review_do');
  reviewing.step('submit', [FILE]);
  await vi.waitFor(() => expect(reviewing.last?.version).toBe('v1'));
});

it('tells what was done and what was left alone, and why', async () => {
  const left = [{ title: '年费标准', why: '从未审批过。' }];
  const { reviewing, said, changed } = session({ review_do: () => done({ left }) });
  await reviewing.do({ type: 'submit' }, [FILE]);
  expect(said).toEqual(['已完成 送审：银行卡挂失 未处理：年费标准。从未审批过。']);
  expect(changed).toHaveBeenCalledOnce();
});

it('keeps the dialog open with the reason when the rules refuse', async () => {
  const refuse = () => {
    throw new BackendError('workspaceRefused', '上次审批以后您改过这一条，请另一位同事来审。');
  };
  const { reviewing, changed } = session({ review_do: refuse });
  reviewing.step('approve', [FILE]);
  expect(await reviewing.do({ type: 'approve', role: '业务', number: '' }, [FILE])).toBe(false);
  expect([reviewing.dialog, reviewing.error?.detail]).toEqual([
    'approve',
    '上次审批以后您改过这一条，请另一位同事来审。',
  ]);
  expect(changed).not.toHaveBeenCalled();
});

it('takes the last act back once', async () => {
  const { reviewing, asked } = session();
  expect(reviewing.undo()).toBe(false);
  await reviewing.do({ type: 'submit' }, [FILE]);
  expect(reviewing.undo()).toBe(true);
  await vi.waitFor(() => expect(reviewing.last).toBeNull());
  expect(asked.filter((name) => name === 'review_undo')).toHaveLength(1);
  expect(reviewing.undo()).toBe(false);
});

it('takes an act back that is still being finished, as soon as it is', async () => {
  const { reviewing, asked, changed } = session();
  let finish: () => void = () => undefined;
  changed.mockReturnValueOnce(new Promise<void>((done) => (finish = done)));
  void reviewing.do({ type: 'submit' }, [FILE]);
  await vi.waitFor(() => expect(reviewing.last).not.toBeNull());
  expect([reviewing.busy, reviewing.undo()]).toEqual([true, true]);
  expect(asked).not.toContain('review_undo');
  finish();
  await vi.waitFor(() => expect(asked.filter((name) => name === 'review_undo')).toHaveLength(1));
});

it('shows the review of the file that is open now, not of the one before', async () => {
  const answers: Record<string, (title: string) => void> = {};
  const { reviewing } = session({
    review: (file) =>
      new Promise((resolve) => (answers[file] = (title) => resolve(reviewOf({ file, title })))),
  });
  reviewing.show('entries/a.md');
  reviewing.show('entries/b.md');
  answers['entries/a.md']?.('甲');
  await vi.waitFor(() => expect(answers['entries/b.md']).toBeDefined());
  answers['entries/b.md']?.('乙');
  await vi.waitFor(() => expect(reviewing.view?.title).toBe('乙'));
});

it('offers only the steps that begin where the entry is', async () => {
  const steps = [
    { step: 'submit' as const, fits: true, refused: null },
    { step: 'approve' as const, fits: false, refused: '现在是「草稿」，不能这样做。' },
  ];
  const { reviewing } = session({ review: () => reviewOf({ steps }) });
  reviewing.show(FILE);
  await vi.waitFor(() => expect(reviewing.steps.map(({ step }) => step)).toEqual(['submit']));
});

it('selects by one key and takes both ends of a step in', () => {
  const selection = new Selection();
  selection.toggle('a');
  selection.toggle('a');
  expect(selection.count).toBe(0);
  selection.extend('a', 'b');
  selection.extend('b', 'c');
  expect([...selection.files]).toEqual(['a', 'b', 'c']);
});
