import { describe, expect, it } from 'vitest';
import { ariaKeys, chordOf } from './chord';
import { FAMILIES } from './families';
import { ACTIONS } from './key-list';
import { DEFAULT_KEYS, KeyMap } from './key-map';
import { actionOf } from './keys';

function press(key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, ...init });
}

const digit = (number: number, init: KeyboardEventInit): KeyboardEvent =>
  press(`${number}`, { code: `Digit${number}`, ...init });

describe('the keys', () => {
  it('have no chord twice until somebody changes them', () => {
    const names = [...ACTIONS, ...FAMILIES].map(({ name }) => name);
    const clashes = ACTIONS.flatMap(({ name, caps }) => DEFAULT_KEYS.holders(name, caps));
    expect([clashes, new Set(names).size]).toEqual([[], names.length]);
  });

  it('are what a person made of them', () => {
    const keys = new KeyMap({ report: 'Ctrl+Shift+B' });
    expect(actionOf(press('B', { ctrlKey: true, shiftKey: true }), keys)).toEqual({ do: 'report' });
    expect(actionOf(press('b', { ctrlKey: true }), keys)).toBeNull();
  });

  it('can be taken away', () => {
    expect(new KeyMap({ report: '', pick: '' }).chords('report')).toEqual([]);
    expect(actionOf(digit(1, { altKey: true }), new KeyMap({ pick: '' }))).toBeNull();
  });

  it('move with other keys as well', () => {
    const keys = new KeyMap({ moveDown: 'Alt+J', moveUp: 'Alt+K' });
    expect(actionOf(press('j', { altKey: true }), keys)).toEqual({ do: 'moveDown' });
    expect(actionOf(press('ArrowDown'), keys)).toBeNull();
  });

  it('open favourites with F2 to F9', () => {
    expect(actionOf(press('F2'))).toEqual({ do: 'goFavourite', slot: 1 });
    expect(actionOf(press('F9'))).toEqual({ do: 'goFavourite', slot: 8 });
    expect(actionOf(press('F10'))).toBeNull();
  });

  it('open favourites and pick lines with the modifiers a person chose', () => {
    const keys = new KeyMap({ goFavourite: 'Ctrl+Shift', pick: 'Ctrl+Alt' });
    expect(actionOf(digit(8, { ctrlKey: true, shiftKey: true }), keys)).toEqual({
      do: 'goFavourite',
      slot: 8,
    });
    expect(actionOf(digit(3, { ctrlKey: true, altKey: true }), keys)).toEqual({ do: 'pick', line: 3 });
    expect(actionOf(digit(3, { altKey: true }), keys)).toBeNull();
    expect(actionOf(press('F2'), keys)).toBeNull();
    expect([keys.familyCap('goFavourite', 1, 8), keys.picksWith('Control'), keys.picksWith('Shift')]).toEqual(
      ['Ctrl+Shift+1–8', true, false],
    );
  });

  it('of the reading view may be those of what lies under it, and of nothing else', () => {
    expect(DEFAULT_KEYS.action('Ctrl+L')).toBe('narrow');
    expect(DEFAULT_KEYS.action('Ctrl+L', true)).toBe('readFocus');
    expect(DEFAULT_KEYS.holders('readFocus', ['Ctrl+L', 'Ctrl+T'])).toEqual(['tick']);
  });

  it('never reload, print or save the page', () => {
    expect(actionOf(press('s', { ctrlKey: true }))).toEqual({ do: 'nothing' });
    expect(actionOf(press('F5'))).toEqual({ do: 'goFavourite', slot: 4 });
  });
});

describe('stored keys that can not be followed', () => {
  it.each([
    ['nobody has the name', { dance: 'Ctrl+Q' }, 'unknown'],
    ['the value is no chord', { report: 'Ctrl+Nonsense' }, 'unreadable'],
    ['the value is no text of a chord at all', { report: '[1,2]' }, 'unreadable'],
    ['the chord types a letter', { report: 'a' }, 'unreadable'],
    ['an input method has it', { report: 'Ctrl+Space' }, 'unreadable'],
    ['no such modifier', { pick: 'Hyper' }, 'unreadable'],
    ['two have it', { report: 'Ctrl+D' }, 'taken'],
    ['a family has it', { report: 'Alt+3' }, 'taken'],
    ['two families have it', { pick: 'Ctrl' }, 'taken'],
  ])('leave the first keys and are told: %s', (_, stored, why) => {
    const keys = new KeyMap(stored);
    expect(keys.faults.map((fault) => fault.why)).toEqual([why]);
    expect(keys.chords('report')).toEqual(['Ctrl+B']);
    expect(keys.way('pick')).toBe('Alt');
  });

  it('spoil nothing else', () => {
    const keys = new KeyMap({ report: 'Ctrl+Nonsense', note: 'Ctrl+Shift+M', favourite: 'Ctrl+M' });
    expect([keys.faults.length, keys.chords('note'), keys.chords('favourite')]).toEqual([
      1,
      ['Ctrl+Shift+M'],
      ['Ctrl+M'],
    ]);
  });

  it('give way in turn when a first key is somebody else’s by now', () => {
    const keys = new KeyMap({ note: 'Ctrl+B', report: 'Ctrl+D' });
    expect(keys.faults.map(({ name }) => name)).toEqual(['report', 'note']);
  });
});

describe('a chord', () => {
  it('is no modifier alone', () => {
    expect(chordOf(press('Shift', { shiftKey: true }))).toBeNull();
  });

  it('is written the same whatever an input method makes of the key', () => {
    expect(chordOf(press('，', { code: 'Comma', ctrlKey: true }))).toBe('Ctrl+,');
    expect(chordOf(press('ｂ', { code: 'KeyB', ctrlKey: true }))).toBe('Ctrl+B');
  });

  it('is Tab with Shift on X11 too, where WebKit has no name for that key', () => {
    expect(chordOf(press('Unidentified', { code: 'Tab', shiftKey: true }))).toBe('Shift+Tab');
    expect(chordOf(press('Unidentified', { code: 'Unidentified' }))).toBeNull();
  });

  it('is told to a screen reader by the names it knows', () => {
    expect(ariaKeys(['Ctrl+L', 'Shift+PgUp', '↓'])).toBe('Control+L Shift+PageUp ArrowDown');
    expect(ariaKeys([])).toBeUndefined();
  });
});
