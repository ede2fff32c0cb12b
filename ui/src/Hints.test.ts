import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import App from './App.svelte';
import type { SearchResponse } from './bindings/SearchResponse';
import { Desk } from './lib/desk/desk.svelte';
import { Training } from './lib/training/training.svelte';
import { FakeBackend, found, settled } from './testing/fake-backend';
import { entry, hit, paragraphs } from './testing/write-entry';

const say = { say: paragraphs('请讲。'), must: [], never: [], internal: [], seconds: 1 };
const LOSS = entry('card-loss', '银行卡挂失', { card: say });
const LIMIT = entry('limit', '转账限额', { card: say });

let backend: FakeBackend;
let desk: Desk;
let answers: Partial<SearchResponse>;

async function drawn(): Promise<void> {
  await settled();
  await tick();
  await settled();
  await tick();
}

const box = (): HTMLInputElement => screen.getByRole('combobox', { name: '搜索知识库' });
const title = (): string | undefined => screen.queryByRole('article')?.querySelector('h2')?.textContent;
const below = (): string =>
  screen.getByRole('group', { name: '补全' }).textContent.replaceAll(/\s+/g, ' ').trim();

async function type(text: string): Promise<void> {
  await fireEvent.input(box(), { target: { value: text } });
  await drawn();
}

async function press(key: string, init: KeyboardEventInit = {}): Promise<boolean> {
  const passed = await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
  await drawn();
  return passed;
}

beforeEach(async () => {
  backend = new FakeBackend();
  backend.entries = [LOSS, LIMIT];
  answers = {};
  backend.results = ({ text }) =>
    found(text, [hit('card-loss', '银行卡挂失'), hit('limit', '转账限额')], answers);
  backend.startNow = { recent: [hit('limit', '转账限额')], frequent: [hit('card-loss', '银行卡挂失')] };
  desk = new Desk(backend);
  await desk.settings.load();
  render(App, { props: { desk, training: new Training(backend, desk) } });
  await desk.status.start();
  await drawn();
});

afterEach(cleanup);

describe('the row under the box', () => {
  it('offers how the text may go on; Tab takes the first', async () => {
    answers = { completions: ['银行卡挂失', '银行卡换卡'] };
    await type('银行卡');
    expect(below()).toBe('Tab银行卡挂失银行卡换卡');
    await press('Tab');
    expect([box().value, document.activeElement]).toEqual(['银行卡挂失', box()]);
  });

  it('is empty while an input method composes, and its Tab stays with the input method', async () => {
    answers = { completions: ['银行卡挂失'] };
    await type('银行卡');
    await fireEvent.compositionStart(box());
    await drawn();
    expect(below()).toBe('');
    await press('Tab');
    expect(box().value).toBe('银行卡');
  });

  it('says what was searched for instead, and the list says it no second time', async () => {
    const ladder = [{ step: 'sound' as const, words: ['挂实→挂失'], count: 2 }];
    answers = { meant: '挂失', ladder };
    await type('挂实');
    expect(below()).toBe('已按「挂失」查找 Tab改成它');
    expect(screen.getByRole('region', { name: '结果' }).textContent).not.toContain('挂实→挂失');
    expect(screen.getByRole('status').textContent).toBe('已按「挂失」查找，2 条结果');
    answers = {};
    await press('Tab');
    expect([box().value, below()]).toEqual(['挂失', '']);
  });

  it('leaves Tab to the next blank when there is nothing to take', async () => {
    await type('银行卡');
    expect(await press('Tab')).toBe(true);
  });
});

describe('before anything is typed', () => {
  const options = (): (string | null)[] =>
    within(screen.getByRole('listbox'))
      .getAllByRole('option')
      .map((line) => line.getAttribute('aria-label'));

  it('offers what was opened last and what is used most, each with its digit', () => {
    expect(options()).toEqual(['1，话术，转账限额，有效', '2，话术，银行卡挂失，有效']);
    expect(screen.getByRole('group', { name: '最近打开' })).toBeTruthy();
    expect(screen.getByRole('group', { name: '常用' })).toBeTruthy();
    expect(screen.queryByRole('article')).toBeNull();
  });

  it('opens them with the arrows, Alt and a digit and Enter, and goes back with Esc', async () => {
    await press('ArrowDown');
    expect([title(), box().getAttribute('aria-activedescendant')]).toEqual(['转账限额', 'start-0']);
    await press('2', { code: 'Digit2', altKey: true });
    expect(title()).toBe('银行卡挂失');
    await press('Enter');
    expect(document.activeElement).toBe(screen.getByRole('article'));
    await press('Escape');
    expect([title(), document.activeElement]).toEqual(['银行卡挂失', box()]);
    await press('Escape');
    expect([title(), document.activeElement]).toEqual([undefined, box()]);
    expect(backend.openings).toEqual(['card-loss']);
  });

  it('gives way to the results, and comes back with what is new', async () => {
    await type('卡');
    expect(screen.queryByRole('group', { name: '常用' })).toBeNull();
    backend.startNow = { recent: [hit('card-loss', '银行卡挂失')], frequent: [] };
    await press('Escape');
    expect(options()).toEqual(['1，话术，银行卡挂失，有效']);
  });
});

describe('facets', () => {
  const facets = {
    tags: [{ name: '挂失', count: 2 }],
    products: [{ name: '借记卡', count: 1 }],
    stages: [{ name: '受理' as const, count: 1 }],
  };

  it('open by a key, narrow, and are taken away by Esc before the text', async () => {
    answers = { facets };
    await type('卡');
    await press('l', { ctrlKey: true });
    expect(document.activeElement?.textContent.trim()).toBe('借记卡 1');
    await press('ArrowRight');
    await fireEvent.click(document.activeElement ?? document.body);
    await drawn();
    expect([backend.asked.at(-1)?.tag, document.activeElement]).toEqual(['挂失', box()]);
    expect(screen.getByRole('button', { name: '去掉标签「挂失」' })).toBeTruthy();
    await press('Escape');
    expect([backend.asked.at(-1)?.tag, box().value]).toEqual([null, '卡']);
    await press('Escape');
    expect(box().value).toBe('');
  });

  it('close with Esc and give the cursor back', async () => {
    await press('l', { ctrlKey: true });
    expect(screen.getByRole('toolbar', { name: '筛选' })).toBeTruthy();
    await press('Escape');
    expect([screen.queryByRole('toolbar', { name: '筛选' }), document.activeElement]).toEqual([null, box()]);
  });
});

describe('what is found by meaning', () => {
  it('is told apart from what words found', async () => {
    backend.tellStatus({ ...backend.statusNow, meaning: { state: 'ready' } });
    backend.results = ({ text }) => found(text, []);
    await type('钱被锁了');
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await backend.nears[0]?.answer(found('', [hit('limit', '转账限额', { why: ['semantic'] })]));
    await drawn();
    const results = screen.getByRole('region', { name: '结果' });
    expect(results.textContent).toContain('没有词语匹配，以下意思相近');
    expect(within(results).getByRole('option').getAttribute('aria-label')).toContain('语义');
    expect(screen.getByRole('region', { name: '先稳住通话' })).toBeTruthy();
  });

  it('leaves the digits of the bridge wording alone until a line is chosen', async () => {
    backend.tellStatus({ ...backend.statusNow, meaning: { state: 'ready' } });
    backend.results = ({ text }) => found(text, []);
    await type('钱被锁了');
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const near = ['a', 'b', 'c', 'd'].map((id) => hit(id, id, { why: ['semantic'] }));
    await backend.nears[0]?.answer(found('', near));
    await drawn();
    const digits = (): (string | undefined)[] =>
      screen.getAllByRole('option').map((line) => /^\d/.exec(line.getAttribute('aria-label') ?? '')?.[0]);
    expect(digits()).toEqual(['1', '2', '3', undefined]);
    await press('ArrowDown');
    expect(digits()).toEqual(['1', '2', '3', '4']);
  });

  it('is off without a model, and the status bar says so', async () => {
    await type('卡');
    expect(backend.nears).toEqual([]);
    expect(screen.getByRole('contentinfo').textContent).toContain('语义查找：关（没有模型）');
  });
});

describe('settings', () => {
  it('choose the double pinyin, and forget what was used', async () => {
    await press(',', { ctrlKey: true });
    await fireEvent.click(screen.getByRole('tab', { name: '本机' }));
    await fireEvent.click(screen.getByRole('radio', { name: '小鹤双拼' }));
    expect(backend.saved.at(-1)?.doublePinyin).toBe('xiaohe');
    await fireEvent.click(screen.getByRole('button', { name: '清除使用记录' }));
    await drawn();
    expect([backend.forgotten, desk.start.open]).toEqual([1, false]);
    expect(screen.getByRole('dialog').textContent).toContain('使用记录已清除');
  });
});
