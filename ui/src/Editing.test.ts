import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeAll, expect, it } from 'vitest';
import App from './App.svelte';
import type { EntryForm } from './bindings/EntryForm';
import type { FormChange } from './bindings/FormChange';
import { Desk } from './lib/desk/desk.svelte';
import { Training } from './lib/training/training.svelte';
import { fakeAsk, type Answers } from './testing/fake-ask';
import { FakeBackend, settled } from './testing/fake-backend';
import { entry, paragraphs } from './testing/write-entry';
import { checkedOf, rowOf } from './testing/write-row';

const FORM: EntryForm = {
  id: 'fee',
  kind: 'faq',
  title: '年费',
  aliases: ['卡费'],
  notFor: [],
  tags: [],
  product: '',
  stage: null,
  channel: ['phone', 'counter'],
  scope: [],
  related: [],
  relatedTitles: [],
  owner: '',
  mustRead: false,
  pin: 0,
  fields: [],
  valid: { from: '', until: '' },
  reviewBy: '',
  supersededBy: '',
  source: null,
  parts: [{ part: 'say', text: '首年免费。' }],
};
const CARD = entry('fee', '年费', {
  kind: 'faq',
  standing: { state: 'unapproved' },
  card: { say: paragraphs('首年免费。'), must: [], never: [], internal: [], seconds: 2 },
});
const PROBLEM = {
  line: null,
  from: 0,
  to: 0,
  weight: 'hint' as const,
  code: 'review-by-missing',
  what: { zh: '没有填复核日期。', en: '' },
  remedy: { zh: '到期会提醒。', en: '' },
  fixes: [{ label: { zh: '设为 2027-05-21', en: '' }, line: 1, remove: 0, lines: ['review_by: 2027-05-21'] }],
};

let training: Training;
const changes: FormChange[] = [];

/** The editor's screen over a workspace with two entries, the first one open in the form. */
async function open(answers: Answers = {}): Promise<void> {
  const checked = checkedOf({ form: FORM, card: CARD, problems: [PROBLEM] });
  const backend = new FakeBackend();
  backend.ask = fakeAsk({
    workspace: () => ({ folder: '/w', person: '周老师', role: 'trainer' }),
    editing_list: () => ({
      rows: [rowOf('fee', '年费', { author: '周老师' }), rowOf('loss', '挂失', { errors: 2 })],
      lost: [],
    }),
    editing_open: (file) => ({ file, text: '原文', fingerprint: 'f1', recovered: null, checked }),
    editing_check: () => checked,
    editing_form: ({ text, change }) => {
      changes.push(change);
      return text;
    },
    ...answers,
  }).ask;
  const desk = new Desk(backend);
  await desk.settings.load();
  training = new Training(backend, desk);
  render(App, { props: { desk, training } });
  await Promise.all([desk.status.start(), training.start()]);
  training.go('trainer');
  training.editing.view = 'form';
  await waitFor(() => screen.getByRole('option', { name: /年费/ }));
}

async function openFirst(): Promise<void> {
  await fireEvent.click(screen.getByRole('option', { name: /年费/ }));
  await waitFor(() => screen.getByLabelText('标题'));
}

// The screen is fetched when it is first shown; a test should not wait for that.
beforeAll(async () => {
  await import('./components/editing/EditingScreen.svelte');
});

afterEach(() => {
  training.editing.entry?.close();
  cleanup();
  changes.length = 0;
});

it('lists entries with who, state and problems in their names', async () => {
  await open();
  expect(screen.getByRole('option', { name: '年费，草稿，周老师' })).toBeTruthy();
  expect(screen.getByRole('option', { name: '挂失，草稿，2 个问题' })).toBeTruthy();
});

it('shows the card as an agent will see it, without a way out of it', async () => {
  await open();
  await openFirst();
  expect(screen.getByRole('article').textContent).toContain('首年免费。');
  expect(screen.queryByRole('button', { name: /复制.*Ctrl\+C/ })).toBe(null);
  expect(screen.getByText('未审批，座席不会当作可用话术')).toBeTruthy();
});

it('changes one value of the form at a time', async () => {
  await open();
  await openFirst();
  await fireEvent.input(screen.getByLabelText('标题'), { target: { value: '年费怎么收' } });
  await fireEvent.blur(screen.getByLabelText('标题'));
  await fireEvent.input(screen.getByRole('textbox', { name: '可直接说' }), {
    target: { value: '次年起收。' },
  });
  await settled();
  expect(changes).toEqual([
    { key: 'title', value: '年费怎么收' },
    { key: 'part', value: { part: 'say', text: '次年起收。' } },
  ]);
});

it('adds an alias with Enter, but not while an input method composes', async () => {
  await open();
  await openFirst();
  const box = screen.getByLabelText('添加别名');
  await fireEvent.input(box, { target: { value: '年费多少' } });
  await fireEvent.keyDown(box, { key: 'Enter', isComposing: true });
  expect(changes).toEqual([]);
  await fireEvent.keyDown(box, { key: 'Enter' });
  await settled();
  expect(changes).toEqual([{ key: 'aliases', value: ['卡费', '年费多少'] }]);
});

it('makes the fix that a problem offers', async () => {
  await open({ editing_keep: () => '15:42:08' });
  await openFirst();
  await fireEvent.click(screen.getByRole('button', { name: /设为 2027-05-21/ }));
  await tick();
  expect(training.editing.entry?.doc.text).toBe('review_by: 2027-05-21\n原文');
});

it('says what to do while nothing is open', async () => {
  await open();
  expect(screen.getByText('还没有打开条目')).toBeTruthy();
});
