import { expect, it, vi } from 'vitest';
import type { QuickFix } from '../../bindings/QuickFix';
import { fakeAsk, type Answers } from '../../testing/fake-ask';
import { FakeBackend } from '../../testing/fake-backend';
import { checkedOf, rowOf } from '../../testing/write-row';
import { CardSession } from '../desk/card-session.svelte';
import { FieldValues } from '../desk/field-values.svelte';
import { Echoes } from '../filling/echoes.svelte';
import { Ticks } from '../desk/ticks.svelte';
import { LANGUAGES } from '../text/languages';
import { EditingSession } from './editing-session.svelte';

const fix: QuickFix = { label: { zh: '改', en: 'fix' }, line: 1, remove: 1, lines: ['改好了'] };
const problem = {
  line: 1,
  from: 0,
  to: 2,
  weight: 'error' as const,
  code: 'x',
  what: { zh: '错', en: 'wrong' },
  remedy: { zh: '改', en: 'mend' },
  fixes: [fix],
};

function sessionOf(answers: Answers = {}) {
  const said: string[] = [];
  const nowhere = (): void => undefined;
  const words = () => LANGUAGES.zh;
  const { ask, asked } = fakeAsk({
    editing_list: () => ({ rows: [rowOf('fee', '年费'), rowOf('loss', '挂失')], lost: [] }),
    editing_open: (file) => ({
      file,
      text: '原文',
      fingerprint: 'f1',
      recovered: null,
      checked: checkedOf({ problems: [problem] }),
    }),
    editing_check: () => checkedOf(),
    editing_keep: () => '15:42:08',
    editing_forget: () => null,
    ...answers,
  });
  const card = new CardSession({
    backend: new FakeBackend(),
    fields: new FieldValues(),
    echoes: new Echoes(),
    ticks: new Ticks(),
    words,
    announce: nowhere,
    revealLit: nowhere,
    focusBlank: nowhere,
  });
  const session = new EditingSession({
    ask,
    words,
    announce: (sentence) => said.push(sentence),
    card,
  });
  return { session, asked, said };
}

const press = (key: string, part: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, ...part });

it('opens the entry that the cursor in the list is on', async () => {
  const { session } = sessionOf();
  await session.load();
  const focused: string[] = [];
  session.focusPane = (name) => focused.push(name);
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) session.onListKey(press(key));
  await vi.waitFor(() => expect(focused).toEqual(['text']));
  expect(session.entry?.file).toBe('entries/loss.md');
});

it('keeps what was typed before another entry is opened', async () => {
  const { session, asked } = sessionOf();
  await session.load();
  await session.open('entries/fee.md');
  session.entry?.doc.become('改过');
  expect(session.list.row('entries/fee.md')?.unsaved).not.toBe(null);
  await session.open('entries/loss.md');
  expect(asked.slice(-2)).toEqual(['editing_keep', 'editing_open']);
});

it('makes the first fix of the line with Alt+Enter', async () => {
  const { session } = sessionOf();
  await session.load();
  await session.open('entries/fee.md');
  expect(session.onKeydown(press('Enter', { altKey: true }))).toBe(true);
  expect(session.entry?.doc.text).toBe('改好了');
});

it('offers the choice when somebody else saved the file', async () => {
  const { session } = sessionOf({
    editing_save: () => ({ outcome: 'changedMeanwhile', text: '别人的', fingerprint: 'f9', by: '林老师' }),
  });
  await session.open('entries/fee.md');
  session.entry?.doc.become('我的');
  await session.save();
  expect(session.dialog).toBe('theirs');
});

it('says that approved wording has to be approved again', async () => {
  const row = rowOf('fee', '年费', { status: 'inReview' });
  const { session, said } = sessionOf({
    editing_save: () => ({
      outcome: 'saved',
      text: '改过',
      fingerprint: 'f2',
      row,
      tookMs: 9,
      reopened: true,
    }),
  });
  await session.load();
  await session.open('entries/fee.md');
  session.entry?.doc.become('改过');
  await session.save();
  expect(said.at(-1)).toBe(LANGUAGES.zh.editing.reopened);
  expect(session.list.row(row.file)?.status).toBe('inReview');
});

it('has its keys, and leaves the others alone', () => {
  const { session } = sessionOf();
  const focus = vi.fn();
  session.focusPane = focus;
  expect(session.onKeydown(press('n', { ctrlKey: true }))).toBe(true);
  expect(session.dialog).toBe('new');
  session.dialog = null;
  expect(session.onKeydown(press('p', { ctrlKey: true }))).toBe(true);
  expect(session.onKeydown(press('F6'))).toBe(true);
  expect(focus.mock.calls).toEqual([['filter'], ['next']]);
  expect(session.onKeydown(press('x'))).toBe(false);
  expect(session.onKeydown(press('x', { ctrlKey: true }))).toBe(false);
});

it('shows nothing of a workspace that was left', async () => {
  const { session } = sessionOf();
  await session.load();
  await session.open('entries/fee.md');
  session.workspaceChanged();
  expect([session.entry, session.list.rows]).toEqual([null, []]);
});

it('goes to the entry that a link of the preview leads to, though the list is narrowed to others', async () => {
  const { session } = sessionOf();
  await session.load();
  session.list.needle = '年费';
  await session.follow('loss');
  expect(session.entry?.file).toBe('entries/loss.md');
  expect(session.list.current).toBe('entries/loss.md');
  expect(session.list.shown).toHaveLength(2);
  await session.follow('nobody');
  expect(session.entry?.file).toBe('entries/loss.md');
});
