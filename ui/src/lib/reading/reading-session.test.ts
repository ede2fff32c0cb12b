import { beforeEach, describe, expect, it } from 'vitest';
import { Desk } from '../desk/desk.svelte';
import { FakeBackend, settled } from '../../testing/fake-backend';
import { entry, line, paragraphs } from '../../testing/write-entry';

const CARD = entry('card-loss', '银行卡挂失', {
  card: {
    say: paragraphs('您别着急。我帮您停用。', '请稍等。'),
    must: [line('这是临时停用。')],
    never: [],
    internal: paragraphs('系统登记。'),
    seconds: 5,
  },
});

let backend: FakeBackend;
let desk: Desk;

async function open(lineFocus = false): Promise<void> {
  backend = new FakeBackend();
  backend.entries = [CARD];
  backend.settingsNow = { ...backend.settingsNow, lineFocus };
  desk = new Desk(backend);
  await desk.settings.load();
  desk.card.show('card-loss', '');
  await settled();
  desk.reading.show();
}

function press(key: string, init: KeyboardEventInit = {}): boolean {
  return desk.reading.onKeydown(new KeyboardEvent('keydown', { key, ...init }));
}

const spot = (): string => `${desk.reading.at.passage}.${desk.reading.at.sentence}`;

describe('the reading view', () => {
  beforeEach(() => open());

  it('goes by paragraphs with Space, and stops at both ends', () => {
    expect(spot()).toBe('0.0');
    press(' ');
    expect(spot()).toBe('1.0');
    press(' ');
    press(' ');
    expect(spot()).toBe('2.0');
    press(' ', { shiftKey: true });
    press(' ', { shiftKey: true });
    press(' ', { shiftKey: true });
    expect(spot()).toBe('0.0');
  });

  it('goes by sentences once only one is clear, and back into the paragraph before', async () => {
    await open(true);
    press(' ');
    expect(spot()).toBe('0.1');
    press(' ');
    expect(spot()).toBe('1.0');
    press(' ', { shiftKey: true });
    expect(spot()).toBe('0.1');
  });

  it('ticks the 必须说 in front of the reader with Enter', () => {
    press('Enter');
    expect(desk.card.told).toBe(0);
    press(' ');
    press(' ');
    press('Enter');
    expect(desk.card.told).toBe(1);
  });

  it('makes the text larger and smaller between 28 and 56', async () => {
    press('=', { ctrlKey: true, code: 'Equal' });
    expect(backend.saved.at(-1)?.readingSize).toBe(32);
    for (let turn = 0; turn < 10; turn += 1) press('=', { ctrlKey: true, code: 'Equal' });
    await settled();
    expect(desk.reading.size).toBe(56);
    for (let turn = 0; turn < 10; turn += 1) press('-', { ctrlKey: true, code: 'Minus' });
    expect(desk.reading.size).toBe(28);
  });

  it('is left with Esc, and by typing for the search box', () => {
    expect(press('Escape')).toBe(true);
    expect(desk.reading.shown).toBe(false);
    desk.reading.show();
    expect(press('k')).toBe(false);
    expect(desk.reading.shown).toBe(false);
  });

  it('begins at the top of another card and goes with the last', async () => {
    press(' ');
    backend.entries = [entry('other', '另一条', { card: CARD.card })];
    desk.card.show('other', '');
    await settled();
    expect([desk.reading.shown, spot()]).toEqual([true, '0.0']);
    desk.card.empty();
    expect(desk.reading.shown).toBe(false);
  });
});

describe('what may not be said', () => {
  it('is not read either, and why is told', async () => {
    await open();
    desk.reading.close();
    backend.entries = [{ ...CARD, id: 'gone', standing: { state: 'withdrawn' } }];
    desk.card.show('gone', '');
    await settled();
    desk.reading.show();
    expect(desk.reading.shown).toBe(false);
    expect(desk.announcer.message).toBe('这个条目已撤回，不能照着念');
  });
});
