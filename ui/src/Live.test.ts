import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallTextRequest } from './bindings/CallTextRequest';
import type { FavouriteView } from './bindings/FavouriteView';
import type { NewsView } from './bindings/NewsView';
import type { ReportNote } from './bindings/ReportNote';
import App from './App.svelte';
import { Desk } from './lib/desk/desk.svelte';
import { Training } from './lib/training/training.svelte';
import { fakeAsk } from './testing/fake-ask';
import { FakeBackend, found, settled } from './testing/fake-backend';
import { entry, field, hit, line, paragraphs } from './testing/write-entry';

const LOSS = entry('card-loss', '银行卡挂失', {
  fields: [field('客户称呼')],
  card: {
    say: paragraphs('{{客户称呼}}，为您停用。'),
    must: [line('这是临时停用。')],
    never: [],
    internal: [],
    seconds: 5,
  },
});
const LIMIT = entry('limit', '转账限额', {
  card: { say: paragraphs('限额五万。'), must: [], never: [], internal: [], seconds: 2 },
});

let backend: FakeBackend;
let desk: Desk;
let written: CallTextRequest[];
let reported: ReportNote[];
let favourites: FavouriteView[];
let news: NewsView;
let notes: Map<string, string>;

async function drawn(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await settled();
    await tick();
  }
}

async function open(): Promise<void> {
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

async function press(key: string, init: KeyboardEventInit = {}): Promise<boolean> {
  const passed = await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
  await drawn();
  return passed;
}

const ctrl = (key: string): Promise<boolean> => press(key, { ctrlKey: true });
const title = (): string | undefined => screen.queryByRole('article')?.querySelector('h2')?.textContent;
const blank = (): HTMLInputElement => screen.getByRole('textbox', { name: /客户称呼/u });
const pad = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: /^备注/u });

beforeEach(() => {
  backend = new FakeBackend();
  backend.entries = [LOSS, LIMIT];
  backend.results = ({ text, tag }) => {
    if (tag !== null) return found('', []);
    if (text.includes('限')) return found(text, [hit('limit', '转账限额')]);
    return found(text, text.includes('挂') ? [hit('card-loss', '银行卡挂失')] : []);
  };
  [written, reported, favourites] = [[], [], []];
  news = { items: [], total: 0, mustRead: 0 };
  notes = new Map();
  const writes = (request: CallTextRequest) => {
    written.push(request);
    return { text: `【通话小结】${request.call.notes}`, hidden: true, missed: 1 };
  };
  backend.ask = fakeAsk({
    workspace: () => null,
    searched: () => null,
    favourites: () => favourites,
    keep_favourites: (marks) => {
      favourites = marks.map(({ id, slot }) => ({ hit: hit(id, id), slot }));
      return favourites;
    },
    entry_note: (id) => (notes.has(id) ? { text: notes.get(id) ?? '', on: '2026-11-22' } : null),
    keep_entry_note: ({ id, text }) => {
      notes.set(id, text);
      return { text, on: '2026-11-22' };
    },
    news: () => news,
    read_news: () => ({ items: [], total: 0, mustRead: 0 }),
    end_call: () => 1,
    reopen_call: () => null,
    call_text: writes,
    copy_call_text: writes,
    report: (note) => {
      reported.push(note);
      return 1;
    },
  }).ask;
});
afterEach(() => {
  desk.live.undo.withdraw();
  cleanup();
});

describe('the call pad', () => {
  beforeEach(open);

  it('fills itself, and Ctrl+J goes there and back', async () => {
    await type('挂失');
    await press('1', { code: 'Digit1', altKey: true });
    const region = screen.getByRole('region', { name: '本次通话' });
    expect(within(region).getByRole('button', { name: '银行卡挂失' })).toBeTruthy();
    await ctrl('j');
    expect(document.activeElement).toBe(pad());
    await ctrl('j');
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '搜索知识库' }));
  });

  it('leaves arrows, Enter and Ctrl+C to who writes in it', async () => {
    await type('挂失');
    await ctrl('j');
    for (const key of ['ArrowDown', 'Enter']) expect(await press(key)).toBe(true);
    expect(await ctrl('c')).toBe(true);
    expect(backend.copied).toEqual([]);
  });

  it('ends with an empty screen, and comes back whole', async () => {
    await type('挂失');
    await press('1', { code: 'Digit1', altKey: true });
    await fireEvent.input(blank(), { target: { value: '王女士' } });
    await ctrl('e');
    expect([title(), desk.search.text, document.body.textContent.includes('王女士')]).toEqual([
      undefined,
      '',
      false,
    ]);
    expect(screen.getByRole('button', { name: /通话已结束.*撤销/u })).toBeTruthy();
    await ctrl('z');
    expect([title(), blank().value]).toEqual(['银行卡挂失', '王女士']);
  });

  it('shows the summary before it is copied', async () => {
    await type('挂失');
    await press('1', { code: 'Digit1', altKey: true });
    await fireEvent.input(pad(), { target: { value: '要补卡' } });
    await press('S', { ctrlKey: true, shiftKey: true });
    const dialog = screen.getByRole('dialog', { name: '通话小结' });
    expect(dialog.textContent).toContain('【通话小结】要补卡');
    expect(dialog.textContent).toContain('已隐去');
    expect(written.length).toBe(1);
    await fireEvent.click(within(dialog).getByRole('button', { name: /复制/u }));
    await drawn();
    expect([written.length, dialog.textContent.includes('已复制到剪贴板')]).toEqual([2, true]);
  });
});

describe('a key that can do nothing', () => {
  beforeEach(open);
  afterEach(() => (desk.announcer.shown = null));
  const told = (): string => screen.getByRole('contentinfo').textContent;

  it('says beside the clock that it needs a card, for eyes and ears', async () => {
    for (const key of ['c', 'r', 't', 'd', 'm', 'o']) {
      desk.announcer.shown = null;
      await ctrl(key);
      expect(told(), key).toContain('先查到一个条目');
    }
    expect(screen.getByRole('status').textContent).toContain('先查到一个条目');
    await type('挂失');
    desk.announcer.shown = null;
    await ctrl('c');
    expect(told()).not.toContain('先查到一个条目');
  });

  it('says that there is no call, and that none waits', async () => {
    await press('S', { ctrlKey: true, shiftKey: true });
    expect(told()).toContain('现在没有通话');
    await ctrl('p');
    expect(told()).toContain('没有暂挂的通话');
  });
});

describe('a parked call', () => {
  beforeEach(open);

  it('takes its blanks along, and another call never shows them', async () => {
    await type('挂失');
    await press('1', { code: 'Digit1', altKey: true });
    await fireEvent.input(blank(), { target: { value: '王女士' } });
    await ctrl('p');
    expect(title()).toBeUndefined();
    await type('挂失');
    expect(blank().value).toBe('');
    await fireEvent.input(blank(), { target: { value: '李先生' } });
    await ctrl('p');
    const dialog = screen.getByRole('dialog', { name: '暂挂的通话' });
    expect(dialog.textContent).not.toContain('王女士');
    await fireEvent.click(within(dialog).getByRole('button', { name: /第 1 通/u }));
    await drawn();
    expect(blank().value).toBe('王女士');
    expect(screen.getByRole('button', { name: /暂挂 1 通/u })).toBeTruthy();
  });
});

describe('favourites', () => {
  it('are marked with Ctrl+D and opened with their key from anywhere', async () => {
    await open();
    await type('挂失');
    await ctrl('d');
    expect(screen.getByRole('button', { name: '收藏' }).getAttribute('aria-pressed')).toBe('true');
    await type('限额');
    await press('F2');
    expect(title()).toBe('银行卡挂失');
  });

  it('stand on top of the list before anything is typed, with their keys', async () => {
    favourites = [{ hit: hit('limit', '转账限额'), slot: 3 }];
    backend.startNow = { recent: [hit('card-loss', '银行卡挂失'), hit('limit', '转账限额')], frequent: [] };
    await open();
    const options = within(screen.getByRole('listbox')).getAllByRole('option');
    expect(options.map((option) => option.textContent.replace(/\s+/gu, ' ').trim())).toEqual([
      '1 话术 转账限额 F4',
      '2 话术 银行卡挂失',
    ]);
  });
});

it('a note is mine: written with Ctrl+M, kept, and not what Ctrl+C copies', async () => {
  await open();
  await type('挂失');
  await ctrl('m');
  const [note] = screen.getAllByRole('textbox', { name: /我的备注/u });
  if (note === undefined) throw new Error('no note');
  expect(document.activeElement?.getAttribute('data-note')).toBe('');
  await fireEvent.input(note, { target: { value: '先问卡种' } });
  await ctrl('m');
  expect(notes.get('card-loss')).toBe('先问卡种');
  expect(screen.getByRole('article').textContent).toContain('先问卡种');
  await ctrl('c');
  expect(backend.copied.map(({ id }) => id)).toEqual(['card-loss']);
});

it('a report is about the card, or about a search without results', async () => {
  await open();
  for (const text of ['挂失', '境外']) {
    await type(text);
    await ctrl('b');
    await fireEvent.submit(
      screen.getByRole('dialog', { name: '报错' }).querySelector('form') as HTMLFormElement,
    );
    await drawn();
  }
  expect(reported.map(({ id, query, kind }) => [id, query, kind])).toEqual([
    ['card-loss', '', 'wrong'],
    ['', '境外', 'missing'],
  ]);
  expect(screen.getByRole('button', { name: /已报给培训师/u })).toBeTruthy();
});

it('announcements are a number until they are asked for, and open their entry', async () => {
  const about = { id: 'limit', kind: 'script' as const, title: '转账限额' };
  news = {
    items: [
      {
        id: 'limit',
        entry: about,
        title: '转账限额',
        what: 'new',
        mustRead: true,
        parts: [],
        successor: null,
      },
    ],
    total: 1,
    mustRead: 1,
  };
  await open();
  expect([screen.queryByRole('dialog'), screen.getByRole('button', { name: '公告 1' })]).toEqual([
    null,
    expect.anything(),
  ]);
  await ctrl('u');
  const dialog = screen.getByRole('dialog', { name: /公告/u });
  expect(within(dialog).getByRole('button', { name: /^已读/u }).getAttribute('aria-disabled')).toBe('true');
  await fireEvent.click(within(dialog).getByRole('button', { name: /^必读/u }));
  await drawn();
  expect([title(), screen.queryByRole('dialog')]).toEqual(['转账限额', null]);
  expect(desk.live.calling.on).toBe(false);
  await fireEvent.click(screen.getByRole('button', { name: '已读' }));
  await drawn();
  expect(screen.queryByRole('button', { name: '公告 1' })).toBeNull();
});
