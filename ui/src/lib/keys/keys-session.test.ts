import { beforeEach, describe, expect, it } from 'vitest';
import { SettingsSession } from '../desk/settings-session.svelte';
import { FakeBackend } from '../../testing/fake-backend';
import { ACTIONS } from './key-list';
import { KeyMap } from './key-map';
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
    expect(keys.refused).toEqual({ chord: 'Ctrl+Space', why: 'inputMethod' });
    expect(keys.waiting).toBe('report');
    expect(settings.now.keys).toEqual({});
  });

  it('leaves things as they are with Esc, and takes the key away with Backspace', () => {
    keys.wait('report');
    press('Escape');
    expect(settings.now.keys).toEqual({});
    keys.wait('report');
    press('Backspace');
    expect(new KeyMap(settings.now.keys).chords('report')).toEqual([]);
  });

  it('listens to nothing that an input method composes', () => {
    keys.wait('report');
    press('b', { ctrlKey: true, isComposing: true });
    expect(keys.waiting).toBe('report');
  });

  it('goes back to what it came with, one or all', () => {
    keys.wait('report');
    press('F10');
    keys.wait('news');
    press('F10', { shiftKey: true });
    keys.reset('report');
    expect(settings.now.keys).toEqual({ news: 'Shift+F10' });
    keys.resetAll();
    expect([settings.now.keys, keys.anyChanged]).toEqual([{}, false]);
  });

  it('is no change when the chord is the one it came with', () => {
    keys.wait('report');
    press('b', { ctrlKey: true });
    expect(keys.isChanged('report')).toBe(false);
  });
});

describe('a chord', () => {
  it.each<[string, Reserved]>([
    ['Ctrl+Space', 'inputMethod'],
    ['Ctrl+.', 'inputMethod'],
    ['Alt+F4', 'system'],
    ['A', 'bare'],
    ['Shift+A', 'bare'],
    ['5', 'bare'],
    ['Alt+5', 'digits'],
    ['Ctrl+6', 'digits'],
    ['F4', 'digits'],
    ['Enter', 'fixed'],
    ['Shift+Tab', 'fixed'],
    ['Ctrl+V', 'editing'],
  ])('%s stays what it is: %s', (chord, why) => {
    expect(reservedFor(chord)).toBe(why);
  });

  it('that an action has from the start is never refused', () => {
    const refused = ACTIONS.flatMap(({ caps }) => caps).filter((chord) => reservedFor(chord) !== null);
    expect(refused).toEqual([]);
  });
});
