import { beforeEach, describe, expect, it } from 'vitest';
import { SettingsSession } from '../desk/settings-session.svelte';
import { FakeBackend } from '../../testing/fake-backend';
import { ACTIONS, actionLine, type ActionName } from './key-list';
import { KeysSession } from './keys-session.svelte';
import { reservedFor, type Reserved } from './reserved';

let settings: SettingsSession;
let keys: KeysSession;

function press(key: string, init: KeyboardEventInit = {}): boolean {
  return keys.onKeydown(new KeyboardEvent('keydown', { key, ...init }));
}

beforeEach(() => {
  settings = new SettingsSession(new FakeBackend());
  keys = new KeysSession(settings);
});

describe('changing a key', () => {
  it('takes the next chord that is pressed', () => {
    expect(press('b', { ctrlKey: true })).toBe(false);
    keys.wait('report');
    press('Control', { ctrlKey: true });
    press('b', { ctrlKey: true, shiftKey: true });
    expect(settings.now.keys).toEqual({ report: 'Ctrl+Shift+B' });
    expect(keys.waiting).toBeNull();
  });

  it('goes on waiting after a chord that can not be given away, and says why', () => {
    keys.wait('report');
    press(' ', { ctrlKey: true });
    expect(keys.refused).toEqual({ name: 'report', keys: 'Ctrl+Space', why: 'inputMethod', by: [] });
    expect(keys.waiting).toBe('report');
    expect(settings.now.keys).toEqual({});
  });

  it('leaves things as they are with Esc, and takes the key away with Backspace', () => {
    keys.wait('report');
    press('Escape');
    expect(settings.now.keys).toEqual({});
    keys.wait('report');
    press('Backspace');
    expect(keys.map.chords('report')).toEqual([]);
  });

  it('listens to nothing that an input method composes', () => {
    keys.wait('report');
    press('b', { ctrlKey: true, isComposing: true });
    expect(keys.waiting).toBe('report');
  });

  it('goes back to what it came with, one or all', () => {
    keys.wait('report');
    press('F10');
    keys.choose('goFavourite', 'Ctrl+Shift');
    keys.reset('report');
    expect(settings.now.keys).toEqual({ goFavourite: 'Ctrl+Shift' });
    keys.reset('goFavourite');
    expect(settings.now.keys).toEqual({});
    keys.choose('goFavourite', 'Ctrl+Alt');
    keys.resetAll();
    expect([settings.now.keys, keys.anyChanged]).toEqual([{}, false]);
  });

  it('is no change when the chord is the one it came with', () => {
    keys.wait('report');
    press('b', { ctrlKey: true });
    expect(keys.isChanged('report')).toBe(false);
  });
});

describe('a key that something else has', () => {
  it('is refused, and can be taken from an action', () => {
    keys.wait('tick');
    press('f', { ctrlKey: true });
    expect(keys.refused).toEqual({ name: 'tick', keys: 'Ctrl+F', why: 'taken', by: ['focusSearch'] });
    expect(settings.now.keys).toEqual({});
    keys.take();
    expect(settings.now.keys).toEqual({ focusSearch: 'Ctrl+K', tick: 'Ctrl+F' });
    expect(keys.map.faults).toEqual([]);
  });

  it('is refused when a family has it, and nothing can be taken from that', () => {
    keys.wait('tick');
    press('3', { code: 'Digit3', altKey: true });
    expect([keys.refused?.by, keys.canTake]).toEqual([['pick'], false]);
    keys.take();
    expect(settings.now.keys).toEqual({});
  });

  it('is refused to a family too, whoever has it', () => {
    keys.choose('pick', 'Ctrl');
    expect(keys.refused).toEqual({ name: 'pick', keys: 'Ctrl+1–9', why: 'taken', by: ['kinds'] });
    keys.wait('tick');
    press('7', { code: 'Digit7', ctrlKey: true, altKey: true });
    keys.choose('pick', 'Ctrl+Alt');
    expect([keys.refused?.by, keys.map.way('pick')]).toEqual([['tick'], 'Alt']);
  });

  it('is refused when resetting would bring it back', () => {
    keys.wait('report');
    press('F10');
    keys.wait('note');
    press('b', { ctrlKey: true });
    keys.reset('report');
    expect([keys.refused?.by, keys.map.chords('report')]).toEqual([['note'], ['F10']]);
  });

  it('is refused when it calls the window from other programs', () => {
    keys.wait('tick');
    press('q', { altKey: true });
    expect(keys.refused?.why).toBe('hotkey');
    settings.now = { ...settings.now, hotkey: 'Ctrl+Alt+5' };
    keys.choose('pick', 'Ctrl+Alt');
    expect([keys.refused?.why, keys.map.way('pick')]).toEqual(['hotkey', 'Alt']);
  });
});

it('forgets stored keys that can not be followed, at once or with the next change', () => {
  settings.now = { ...settings.now, keys: { report: 'Ctrl+D', dance: 'Ctrl+Q', note: 'F10' } };
  expect([keys.map.faults.length, keys.isChanged('report')]).toEqual([2, false]);
  keys.choose('pick', 'Ctrl+Alt');
  expect(settings.now.keys).toEqual({ dance: 'Ctrl+Q', note: 'F10', pick: 'Ctrl+Alt' });
  keys.dropFaults();
  expect(settings.now.keys).toEqual({ note: 'F10', pick: 'Ctrl+Alt' });
});

describe('a chord', () => {
  it.each<[string, ActionName, Reserved | null]>([
    ['Ctrl+Space', 'report', 'inputMethod'],
    ['Ctrl+.', 'report', 'inputMethod'],
    ['Shift+Space', 'readFocus', 'inputMethod'],
    ['Alt+F4', 'report', 'system'],
    ['A', 'report', 'bare'],
    ['Shift+A', 'report', 'bare'],
    ['5', 'report', 'bare'],
    ['Space', 'moveDown', 'bare'],
    ['Enter', 'report', 'fixed'],
    ['Shift+Tab', 'report', 'fixed'],
    ['PgDn', 'report', 'fixed'],
    ['Home', 'moveUp', 'fixed'],
    ['Ctrl+V', 'report', 'editing'],
    ['Ctrl+←', 'report', 'editing'],
    ['PgDn', 'moveDown', null],
    ['→', 'readNext', null],
    ['Alt+5', 'report', null],
  ])('%s for %s: %s', (chord, name, why) => {
    const line = actionLine(name);
    expect(line !== null && reservedFor(chord, line)).toBe(why);
  });

  it('that an action has from the start is never refused', () => {
    const refused = ACTIONS.flatMap((line) => line.caps.filter((chord) => reservedFor(chord, line) !== null));
    expect(refused).toEqual([]);
  });
});
