import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import App from './App.svelte';
import { BackendError } from './lib/backend/error';
import { Desk } from './lib/desk/desk.svelte';
import { Training } from './lib/training/training.svelte';
import { fakeAsk, type Answers } from './testing/fake-ask';
import { FakeBackend, settled } from './testing/fake-backend';
import { gap, insightsView } from './testing/write-insights';

let asked: readonly string[] = [];

async function drawn(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await settled();
    await tick();
  }
}

/** The window with a trainer's workspace open, on the insights. */
async function open(answers: Answers): Promise<void> {
  const backend = new FakeBackend();
  const workspace = { folder: '/u/w', person: '周老师', role: 'trainer' as const };
  const fake = fakeAsk({ workspace: () => workspace, ...answers });
  backend.ask = fake.ask;
  asked = fake.asked;
  const desk = new Desk(backend);
  await desk.settings.load();
  const training = new Training(backend, desk);
  render(App, { props: { desk, training } });
  await training.start();
  training.go('insights');
  await drawn();
}

async function press(key: string, init: KeyboardEventInit = {}): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
  await drawn();
}

const rows = () => screen.getAllByRole('row').filter((row) => row.hasAttribute('data-gap'));

beforeEach(() => {
  // jsdom draws nothing, so it has nowhere to scroll.
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

it('lists the searches that failed, with what becomes of the selected one', async () => {
  await open({ insights: () => insightsView([gap('境外※赔偿'), gap('钱被锁', { nearest: null })]) });
  expect(rows().map((row) => within(row).getByRole('rowheader').textContent.trim())).toEqual([
    '境外※赔偿',
    '钱被锁',
  ]);
  expect(screen.getByText('「境外※赔偿」将成为「银行卡挂失」的别名，保存后立即可搜。')).toBeTruthy();
  await press('ArrowDown');
  expect(screen.getByText('将以「钱被锁」为标题新建一个草稿条目。')).toBeTruthy();
});

it('makes an alias with A and takes it back with Ctrl+Z', async () => {
  await open({
    insights: () => insightsView([gap('卡丢了')]),
    gap_to_alias: ({ words, id }) => ({ words, version: 'a'.repeat(40), entry: id }),
    undo_gap: () => null,
  });
  await press('a');
  // On the screen, and to a screen reader.
  expect(screen.getAllByText('「卡丢了」已加为「银行卡挂失」的别名。')).toHaveLength(2);
  await press('z', { ctrlKey: true });
  expect(asked.slice(-3)).toEqual(['gap_to_alias', 'undo_gap', 'insights']);
  expect(rows()).toHaveLength(1);
});

it('does nothing with a letter that an input method composes', async () => {
  await open({ insights: () => insightsView([gap('卡丢了')]) });
  await press('a', { isComposing: true });
  expect(asked).not.toContain('gap_to_alias');
});

it('draws the days, and has them as a table for who does not see them', async () => {
  const series = [
    { date: '2026-11-21', searches: 10, failed: 4, relaxed: 0 },
    { date: '2026-11-22', searches: 10, failed: 1, relaxed: 0 },
  ];
  await open({ insights: () => insightsView([gap('卡丢了')], { series }) });
  expect(screen.getByRole('img', { name: '近 2 天没有结果的搜索占比，从 40% 到 10%' })).toBeTruthy();
  const table = screen.getByRole('table', { name: '逐日数据' });
  expect(within(table).getByRole('row', { name: '2026-11-21 10 4 40%' })).toBeTruthy();
});

it('says what to expect while nothing was recorded', async () => {
  await open({ insights: () => insightsView([]) });
  expect(screen.getByRole('heading', { name: '还没有使用记录' })).toBeTruthy();
});

it('says why there are no figures, and tries again', async () => {
  let broken = true;
  await open({
    insights: () =>
      broken
        ? Promise.reject(new BackendError('recordFailed', 'disk I/O error'))
        : insightsView([gap('卡丢了')]),
  });
  expect(screen.getByRole('alert').textContent).toContain('disk I/O error');
  broken = false;
  await fireEvent.click(screen.getByRole('button', { name: '重试' }));
  await drawn();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(rows()).toHaveLength(1);
});

it('tells that a damaged record was kept and begun anew', async () => {
  const record = { state: 'setAside' as const, file: '/u/desk.damaged-1.sqlite' };
  await open({ insights: () => insightsView([gap('卡丢了')], { record }) });
  expect(screen.getByText(/\/u\/desk\.damaged-1\.sqlite/u)).toBeTruthy();
});
