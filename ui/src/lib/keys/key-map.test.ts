import { describe, expect, it } from 'vitest';
import { chordOf } from './chord';
import { ACTIONS } from './key-list';
import { DEFAULT_KEYS, KeyMap } from './key-map';
import { actionOf } from './keys';

function press(key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, ...init });
}

describe('the keys', () => {
  it('have no chord twice until somebody changes them', () => {
    expect(ACTIONS.flatMap(({ name }) => DEFAULT_KEYS.conflicts(name))).toEqual([]);
  });

  it('are what a person made of them', () => {
    const keys = new KeyMap({ report: 'Ctrl+Shift+B' });
    expect(actionOf(press('B', { ctrlKey: true, shiftKey: true }), keys)).toEqual({ do: 'report' });
    expect(actionOf(press('b', { ctrlKey: true }), keys)).toBeNull();
  });

  it('tell which other action has the same chord', () => {
    const keys = new KeyMap({ report: 'Ctrl+D' });
    expect(keys.conflicts('report')).toEqual(['favourite']);
    expect(keys.action('Ctrl+D')).toBe('favourite');
  });

  it('can be taken away', () => {
    expect(new KeyMap({ report: '' }).chords('report')).toEqual([]);
  });

  it('open favourites with F2 to F9', () => {
    expect(actionOf(press('F2'))).toEqual({ do: 'goFavourite', slot: 1 });
    expect(actionOf(press('F9'))).toEqual({ do: 'goFavourite', slot: 8 });
    expect(actionOf(press('F10'))).toBeNull();
  });

  it('never reload, print or save the page', () => {
    expect(actionOf(press('s', { ctrlKey: true }))).toEqual({ do: 'nothing' });
    expect(actionOf(press('F5'))).toEqual({ do: 'goFavourite', slot: 4 });
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
});
