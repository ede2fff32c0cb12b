import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import App from './App.svelte';
import { Desk } from './lib/desk/desk.svelte';
import { Training } from './lib/training/training.svelte';
import { FakeBackend, found, settled } from './testing/fake-backend';
import { entry, hit, paragraphs } from './testing/write-entry';

const say = { say: paragraphs('请讲。'), must: [], never: [], internal: [], seconds: 1 };
const LOSS = entry('card-loss', '银行卡挂失', { card: say });
const LIMIT = entry('limit', '转账限额', { card: say });

let backend: FakeBackend;
let desk: Desk;

async function drawn(): Promise<void> {
  await settled();
  await tick();
  await settled();
  await tick();
}

async function open(keys: Record<string, string>): Promise<void> {
  backend = new FakeBackend();
  backend.entries = [LOSS, LIMIT];
  backend.settingsNow = { ...backend.settingsNow, keys };
  backend.results = ({ text }) =>
    found(text, [hit('card-loss', '银行卡挂失'), hit('limit', '转账限额')], {
      completions: ['挂失银行卡'],
    });
  desk = new Desk(backend);
  await desk.settings.load();
  render(App, { props: { desk, training: new Training(backend, desk) } });
  await desk.status.start();
  await drawn();
}

async function type(text: string): Promise<void> {
  await fireEvent.input(screen.getByRole('combobox', { name: '搜索知识库' }), { target: { value: text } });
  await drawn();
}

async function press(key: string, init: KeyboardEventInit = {}): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
  await drawn();
}

const title = (): string | undefined => screen.queryByRole('article')?.querySelector('h2')?.textContent;
const page = (): string => document.body.textContent.replaceAll(/\s+/g, ' ');

async function openKeys(): Promise<HTMLElement> {
  desk.show('settings', 'keys');
  await drawn();
  return screen.getByRole('dialog');
}

afterEach(cleanup);

describe('keys that a person chose', () => {
  const CHOSEN = {
    pick: 'Ctrl+Alt',
    kinds: 'Ctrl+Shift',
    moveDown: 'Alt+J',
    complete: 'Ctrl+;',
    pageDown: 'Alt+N',
    narrow: 'Alt+L',
    keys: 'F10',
  };
  beforeEach(() => open(CHOSEN));

  it('act, and those before them do not', async () => {
    await type('挂失');
    await press('2', { code: 'Digit2', altKey: true });
    expect(title()).toBe('银行卡挂失');
    await press('2', { code: 'Digit2', altKey: true, ctrlKey: true });
    expect(title()).toBe('转账限额');
    await press('1', { code: 'Digit1', altKey: true, ctrlKey: true });
    await press('ArrowDown');
    expect(title()).toBe('银行卡挂失');
    await press('j', { altKey: true });
    expect(title()).toBe('转账限额');
  });

  it('take the hint under the box', async () => {
    await type('挂失');
    await press(';', { code: 'Semicolon', ctrlKey: true });
    expect(desk.search.text).toBe('挂失银行卡');
  });

  it('are the ones that the page names', async () => {
    await type('挂失');
    for (const shown of ['Ctrl+Alt+ 数字', 'Ctrl+Shift+', '↑Alt+J', 'Ctrl+;', 'Alt+L', '按键 F10'])
      expect(page()).toContain(shown);
    expect(page()).not.toMatch(/(?<!Ctrl\+)Alt\+ 数字|Ctrl\+L|F1(?!0)/);
  });

  it('are in the list that the help key opens', async () => {
    await press('F10');
    const list = within(screen.getByRole('dialog'));
    expect(list.getByText('选这一页的第几条').previousElementSibling?.textContent.trim()).toBe(
      'Ctrl+Alt+1–9',
    );
    expect(list.getByText('在结果里移动，右边马上显示').previousElementSibling?.textContent.trim()).toBe(
      '↑Alt+J',
    );
    expect(list.getByText('没有结果时，复制过渡话术').previousElementSibling?.textContent.trim()).toBe(
      'Ctrl+Alt+4–6',
    );
  });
});

describe('the settings', () => {
  it('refuse a modifier whose keys something else has, in words, and leave the choice as it is', async () => {
    await open({});
    const dialog = await openKeys();
    const pick = within(dialog).getByRole<HTMLSelectElement>('combobox', {
      name: '「选这一页的第几条」按什么',
    });
    await fireEvent.change(pick, { target: { value: 'Ctrl' } });
    await drawn();
    expect(within(dialog).getByRole('alert').textContent).toContain(
      'Ctrl+1–9 和「换类别，0 是全部」相同，没有改。',
    );
    expect([pick.value, desk.settings.now.keys]).toEqual(['Alt', {}]);
    await fireEvent.change(pick, { target: { value: 'Ctrl+Alt' } });
    await drawn();
    expect([pick.value, desk.settings.now.keys]).toEqual(['Ctrl+Alt', { pick: 'Ctrl+Alt' }]);
    await fireEvent.click(within(dialog).getByRole('button', { name: '恢复「选这一页的第几条」原来的按键' }));
    await drawn();
    expect([pick.value, desk.settings.now.keys]).toEqual(['Alt', {}]);
  });

  it('say of every key that stays why it does', async () => {
    await open({});
    const fixed = within(await openKeys()).getByRole('region', { name: '不能改的按键' });
    for (const line of within(fixed).getAllByRole('listitem'))
      expect(line.querySelector('.meta')?.textContent).not.toBe('');
    expect(within(fixed).getAllByRole('listitem')).toHaveLength(7);
  });

  it('say which stored keys can not be followed, and forget them', async () => {
    await open({ report: 'Ctrl+D', dance: 'Ctrl+Q' });
    expect(screen.getByRole('alert').textContent).toContain('存着的按键有 2 个不能用');
    await fireEvent.click(screen.getByRole('button', { name: '看看按键' }));
    await drawn();
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('报错：Ctrl+D 已经有别的用处');
    await fireEvent.click(within(dialog).getByRole('button', { name: '知道了，清掉这些' }));
    await drawn();
    expect([desk.settings.now.keys, within(dialog).queryByRole('alert')]).toEqual([{}, null]);
  });
});
