import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import App from './App.svelte';
import type { PasteOutcome } from './bindings/PasteOutcome';
import type { WindowMode } from './bindings/WindowMode';
import type { WindowView } from './bindings/WindowView';
import { Desk } from './lib/desk/desk.svelte';
import { Training } from './lib/training/training.svelte';
import { WINDOW_VIEW } from './lib/window/window-session.svelte';
import { fakeAsk, type Answers } from './testing/fake-ask';
import { FakeBackend, found, READY, settled } from './testing/fake-backend';
import { entry, hit, paragraphs } from './testing/write-entry';

const LOSS = entry('card-loss', '银行卡挂失', {
  card: {
    say: paragraphs('我马上帮您停用。'),
    must: [[{ type: 'text', text: '请带身份证。' }]],
    never: [],
    internal: [],
    seconds: 3,
  },
});
const RECEIPT = { id: 'card-loss', title: '', text: '', musts: 1, at: '15:42:10' };

let backend: FakeBackend;
let desk: Desk;
let view: WindowView;
let asked: string[];
let outcome: PasteOutcome;

async function drawn(): Promise<void> {
  await settled();
  await tick();
  await settled();
  await tick();
}

/** What waits for two frames has run. */
async function frames(): Promise<void> {
  await drawn();
  for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  await drawn();
}

const box = (): HTMLInputElement => screen.getByRole('combobox', { name: '搜索知识库' });

async function type(text: string): Promise<void> {
  await fireEvent.input(box(), { target: { value: text } });
  await drawn();
}

async function press(key: string, init: KeyboardEventInit = {}): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
  await drawn();
}

function becomes(mode: WindowMode): WindowView {
  view = { ...view, mode };
  return view;
}

/** The summonses that hiding was asked for. */
let hiddenAt: (number | null)[] = [];

beforeEach(async () => {
  hiddenAt = [];
  backend = new FakeBackend();
  backend.entries = [LOSS];
  backend.results = ({ text }) => found(text, [hit('card-loss', '银行卡挂失'), hit('limit', '转账限额')]);
  view = { ...WINDOW_VIEW, mode: 'bar', hotkey: { state: 'held', chord: 'Alt+Q' } };
  outcome = { result: 'copied', receipt: RECEIPT, why: { why: 'titleChanged' } };
  const answers: Answers = {
    workspace: () => null,
    window: () => view,
    set_window_mode: (mode) => becomes(mode),
    hide_window: (...given) => {
      hiddenAt.push(given[0] ?? null);
      return null;
    },
    drawn: () => null,
    quit: () => null,
    searched: () => null,
    paste_entry: () => outcome,
    undo_paste: () => null,
  };
  const fake = fakeAsk(answers);
  backend.ask = fake.ask;
  asked = fake.asked;
  desk = new Desk(backend);
  await Promise.all([desk.settings.load(), desk.window.start()]);
  render(App, { props: { desk, training: new Training(backend, desk) } });
  await desk.status.start();
  await drawn();
});

afterEach(cleanup);

describe('the bar', () => {
  it('shows the first line’s wording under it, with how much must be said', async () => {
    await type('挂失');
    const first = screen.getAllByRole('option')[0]?.closest('li');
    expect(first?.textContent).toContain('我马上帮您停用。');
    expect(first?.textContent).toContain('1 句，复制时自动带上');
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  it('reads the picked line whole; Esc goes back, then clears, then hides', async () => {
    await type('挂失');
    await press('1', { altKey: true, code: 'Digit1' });
    expect(screen.getByRole('article').textContent).toContain('请带身份证。');
    await press('Escape');
    expect(screen.queryByRole('article')).toBeNull();
    expect(box().value).toBe('挂失');
    await press('Escape');
    expect(box().value).toBe('');
    expect(asked).not.toContain('hide_window');
    await press('Escape');
    expect(asked).toContain('hide_window');
  });

  it('hides for the summons that it has heard of, so that a late Esc hides no newer one', async () => {
    backend.listeners.summoned?.({ mode: 'bar', summons: 3 });
    await press('Escape');
    expect(hiddenAt).toEqual([3]);
  });

  it('offers to stay on top only where a program may say so', async () => {
    expect(screen.queryByRole('button', { name: '始终在最前，按下取消' })).not.toBeNull();
    const hotkey = { state: 'desktop', command: 'yingda --summon' } as const;
    backend.listeners.window?.({ ...view, hotkey });
    await drawn();
    expect(screen.queryByRole('button', { name: '始终在最前，按下取消' })).toBeNull();
  });

  it('tells that it is painted where nobody sees it, once the library is read and not before', async () => {
    backend.tellStatus({ ...READY, library: { state: 'loading' } });
    backend.listeners.window?.({ ...view, drawing: true });
    await frames();
    expect(asked).not.toContain('drawn');
    backend.tellStatus(READY);
    await frames();
    expect(asked).toContain('drawn');
  });

  it('goes back to the list when one types on', async () => {
    await type('挂失');
    await press('1', { altKey: true, code: 'Digit1' });
    await type('挂失补');
    expect(screen.queryByRole('article')).toBeNull();
  });

  it('Enter opens the same card in full', async () => {
    await type('挂失');
    await press('Enter');
    expect(view.mode).toBe('full');
    expect(box().value).toBe('挂失');
    expect(screen.getByRole('article').getAttribute('data-card')).toBe('card-loss');
  });

  it('is called with the search box’s text selected, whatever stood there', async () => {
    await type('挂失');
    desk.show('keys');
    await drawn();
    backend.listeners.summoned?.({ mode: 'bar', summons: 1 });
    await drawn();
    expect(desk.dialog).toBeNull();
    expect(document.activeElement).toBe(box());
    expect([box().selectionStart, box().selectionEnd]).toEqual([0, 2]);
  });
});

describe('pasting', () => {
  it('says why it only copied', async () => {
    await type('挂失');
    await press('Enter', { ctrlKey: true });
    expect(
      screen.getByText(/^已复制，请手动粘贴。那个窗口的标题变了/, { selector: 'div span' }),
    ).toBeTruthy();
  });

  it('does not paste again while the key stays down', async () => {
    await type('挂失');
    await press('Enter', { ctrlKey: true, repeat: true });
    expect(asked).not.toContain('paste_entry');
  });

  it('says where it went and takes it back once', async () => {
    outcome = { result: 'pasted', receipt: RECEIPT, program: 'crm', title: '', undo_ms: 10000 };
    await type('挂失');
    await press('Enter', { ctrlKey: true });
    await fireEvent.click(screen.getByRole('button', { name: '撤销粘贴' }));
    await drawn();
    expect(asked.filter((name) => name === 'undo_paste')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: '撤销粘贴' })).toBeNull();
  });
});

describe('the larger window', () => {
  beforeEach(async () => {
    backend.listeners.window?.({ ...WINDOW_VIEW, hotkey: { state: 'taken', chord: 'Alt+Q' } });
    await drawn();
  });

  it('says that another program holds the hotkey, and what to do', () => {
    expect(screen.getByRole('alert').textContent).toContain('Alt+Q 已被别的程序占用');
  });

  it('does not hide on Esc', async () => {
    await press('Escape');
    await press('Escape');
    expect(asked).not.toContain('hide_window');
  });

  it('says once that closing hides, and can end the program instead', async () => {
    backend.listeners.hiding?.(null);
    await drawn();
    await fireEvent.click(screen.getByRole('button', { name: '退出应答' }));
    expect(asked).toContain('quit');
  });
});
