import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import App from './App.svelte';
import { Desk } from './lib/desk/desk.svelte';
import { Training } from './lib/training/training.svelte';
import { FakeBackend, found, settled } from './testing/fake-backend';
import { entry, field, hit, line, paragraphs } from './testing/write-entry';

const LOSS = entry('card-loss', '银行卡挂失', {
  fields: [field('客户称呼'), field('尾号后四位', { kind: 'digits', required: true })],
  card: {
    say: paragraphs('{{客户称呼}}，为您停用尾号{{尾号后四位}}的卡。'),
    must: [line('这是临时停用。')],
    never: [{ phrase: line('这不归我管'), instead: line('我帮您转') }],
    internal: paragraphs('系统登记口头挂失。'),
    seconds: 5,
  },
});
const FREEZE = entry('card-freeze', '临时冻结', {
  card: { say: paragraphs('先冻结。'), must: [], never: [], internal: [], seconds: 2 },
});
const HOLD = entry('hold-please', '请客户稍候', {
  tags: ['过渡话术'],
  card: { say: paragraphs('请您稍等。'), must: [], never: [], internal: [], seconds: 2 },
});

let backend: FakeBackend;
let desk: Desk;

async function drawn(): Promise<void> {
  await settled();
  await tick();
  await settled();
  await tick();
}

async function open(): Promise<void> {
  desk = new Desk(backend);
  await desk.settings.load();
  render(App, { props: { desk, training: new Training(backend, desk) } });
  await desk.status.start();
  await drawn();
}

const box = (): HTMLInputElement => screen.getByRole('combobox', { name: '搜索知识库' });
const title = (): string | undefined => screen.queryByRole('article')?.querySelector('h2')?.textContent;

async function type(text: string): Promise<void> {
  await fireEvent.input(box(), { target: { value: text } });
  await drawn();
}

async function press(key: string, init: KeyboardEventInit = {}): Promise<boolean> {
  const passed = await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
  await drawn();
  return passed;
}

beforeEach(() => {
  backend = new FakeBackend();
  backend.entries = [LOSS, FREEZE, HOLD];
  backend.results = ({ text, tag }) => {
    if (tag === '过渡话术') return found('', [hit('hold-please', '请客户稍候')]);
    if (!text.includes('卡')) return found(text, []);
    return found(text, [
      hit('card-loss', '银行卡挂失', { why: ['alias'], snippet: [{ text: '卡丢了', hit: true }] }),
      hit('card-freeze', '临时冻结'),
    ]);
  };
});

afterEach(cleanup);

describe('the search box', () => {
  beforeEach(open);

  it('is a combobox over a listbox whose options say everything', async () => {
    await type('卡丢');
    expect(box().getAttribute('aria-expanded')).toBe('true');
    expect(box().getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
    const options = within(screen.getByRole('listbox')).getAllByRole('option');
    expect(options.map((option) => option.getAttribute('aria-label'))).toEqual([
      '1，话术，银行卡挂失，有效，别名：卡丢了',
      '2，话术，临时冻结，有效，标题',
    ]);
    expect(box().getAttribute('aria-activedescendant')).toBe(options[0]?.id);
  });

  it('tells a screen reader how many results there are', async () => {
    await type('卡丢');
    expect(screen.getByRole('status').textContent).toBe('2 条结果');
  });

  it('neither searches nor picks while an input method composes', async () => {
    await type('卡');
    const asked = backend.asked.length;
    await fireEvent.compositionStart(box());
    await fireEvent.input(box(), { target: { value: '卡diu' } });
    await press('2', { code: 'Digit2', altKey: true });
    expect(backend.asked).toHaveLength(asked);
    expect(title()).toBe('银行卡挂失');
    box().value = '卡丢';
    await fireEvent.compositionEnd(box());
    await fireEvent.input(box(), { target: { value: '卡丢' } });
    await drawn();
    expect(backend.asked.map(({ text }) => text)).toEqual(['卡', '卡丢']);
  });
});

describe('keys', () => {
  beforeEach(async () => {
    await open();
    await type('卡丢');
  });

  it('Alt and a digit pick, and the card follows at once', async () => {
    expect(title()).toBe('银行卡挂失');
    await press('2', { code: 'Digit2', altKey: true });
    expect(title()).toBe('临时冻结');
    await press('ArrowUp');
    expect(title()).toBe('银行卡挂失');
  });

  it('a bare digit is only text', async () => {
    expect(await press('2', { code: 'Digit2' })).toBe(true);
    expect(title()).toBe('银行卡挂失');
  });

  it('a bare digit picks once the list has the focus, and Esc leads back to the box', async () => {
    await press('Tab', { shiftKey: true });
    expect(document.activeElement?.getAttribute('role')).toBe('listbox');
    await press('2', { code: 'Digit2' });
    expect(title()).toBe('临时冻结');
    const text = box().value;
    await press('Escape');
    expect([document.activeElement === box(), box().value]).toEqual([true, text]);
  });

  it('Enter goes to the first empty blank and Tab through them', async () => {
    await press('Enter');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('填空：客户称呼，文字，可不填');
    await press('Tab');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('填空：尾号后四位，数字，必填');
  });

  it('Ctrl+C copies the card, but leaves text selected in the box to the box', async () => {
    desk.card.fill('尾号后四位', '1234');
    box().focus();
    box().setSelectionRange(0, 2);
    expect(await press('c', { ctrlKey: true })).toBe(true);
    expect(backend.copied).toEqual([]);
    box().setSelectionRange(2, 2);
    expect(await press('c', { ctrlKey: true })).toBe(false);
    expect(backend.copied.map(({ id }) => id)).toEqual(['card-loss']);
    expect(screen.getByRole('article').textContent).toContain('已复制 · 含 1 句必须说 · 15:42:10');
  });

  it('Ctrl+C with an empty required blank goes there instead', async () => {
    await press('c', { ctrlKey: true });
    expect(backend.copied).toEqual([]);
    expect(document.activeElement?.getAttribute('data-blank')).toBe('尾号后四位');
  });

  it('Ctrl+T ticks, Ctrl and a digit filter, Esc clears', async () => {
    await press('t', { ctrlKey: true });
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '这是临时停用。' }).checked).toBe(true);
    await press('1', { code: 'Digit1', ctrlKey: true });
    expect(screen.getByRole('button', { name: /话术/ }).getAttribute('aria-pressed')).toBe('true');
    await press('Escape');
    expect(box().value).toBe('');
  });

  it('F1 and Ctrl+, open their dialogs', async () => {
    await press('F1');
    expect(screen.getByRole('dialog', { name: '按键' })).toBeTruthy();
    desk.dialog = null;
    await drawn();
    await press(',', { ctrlKey: true });
    expect(screen.getByRole('dialog', { name: '设置' })).toBeTruthy();
  });
});

describe('the copy door', () => {
  beforeEach(async () => {
    await open();
    await type('卡丢');
    desk.card.fill('尾号后四位', '1234');
  });

  it.each(['可直接说', '必须说', '不能说'])('turns any copy in %s into the card’s own', async (part) => {
    expect(await fireEvent.copy(screen.getByRole('region', { name: part }))).toBe(false);
    await drawn();
    expect(backend.copied).toHaveLength(1);
  });

  it('gives 仅内部 to no one: not by copy, cut, drag, menu or selection', async () => {
    const internal = screen.getByText('系统登记口头挂失。');
    for (const name of ['copy', 'cut', 'dragstart', 'contextmenu', 'selectstart']) {
      const event = new Event(name, { bubbles: true, cancelable: true });
      expect(internal.dispatchEvent(event), name).toBe(false);
    }
    await drawn();
    expect(backend.copied.map(({ id }) => id)).toEqual(['card-loss']);
  });

  it('lets nothing be selected or copied from the result lines', () => {
    const option = within(screen.getByRole('listbox')).getAllByRole('option')[0];
    for (const name of ['copy', 'selectstart', 'dragstart']) {
      expect(option?.dispatchEvent(new Event(name, { bubbles: true, cancelable: true })), name).toBe(false);
    }
    expect(backend.copied).toEqual([]);
  });
});

describe('without results', () => {
  it('offers the bridge wording, copied by Alt+4', async () => {
    await open();
    await type('境外');
    expect(screen.getByRole('region', { name: '先稳住通话' }).textContent).toContain('请您稍等。');
    expect(screen.getByRole('status').textContent).toBe('没有结果，右侧有过渡话术');
    await press('4', { code: 'Digit4', altKey: true });
    expect(backend.copied.map(({ id }) => id)).toEqual(['hold-please']);
  });
});

describe('the first run', () => {
  it('welcomes once and is over with Enter', async () => {
    backend.settingsNow = { ...backend.settingsNow, welcomed: false };
    await open();
    expect(screen.getByRole('heading', { name: '第一次使用，三步就会' })).toBeTruthy();
    await press('Enter');
    expect(backend.saved.map(({ welcomed }) => welcomed)).toEqual([true]);
    expect(screen.queryByRole('heading', { name: '第一次使用，三步就会' })).toBeNull();
  });
});

describe('a library that is not there', () => {
  it('says where it was looked for and what to do', async () => {
    backend.statusNow = { ...backend.statusNow, library: { state: 'missing', folder: '/srv/kb' } };
    await open();
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('/srv/kb');
    expect(alert.textContent).toContain('重新读取');
  });
});
