import { describe, expect, it } from 'vitest';
import { actionOf, belongsToInputMethod } from './keys';

function press(key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, ...init });
}

describe('keys', () => {
  it('never take a bare digit', () => {
    expect(actionOf(press('3', { code: 'Digit3' }))).toBeNull();
  });

  it('pick a line with Alt and a digit, whatever character Alt makes of it', () => {
    expect(actionOf(press('¡', { code: 'Digit1', altKey: true }))).toEqual({ do: 'pick', line: 1 });
  });

  it('choose kinds with Ctrl and a digit; 0 is all', () => {
    expect(actionOf(press('0', { code: 'Digit0', ctrlKey: true }))).toEqual({ do: 'kind', kind: null });
    expect(actionOf(press('6', { code: 'Digit6', ctrlKey: true }))).toEqual({ do: 'kind', kind: 'flow' });
    expect(actionOf(press('7', { code: 'Digit7', ctrlKey: true }))).toBeNull();
  });

  it('open the settings with the comma key of a Chinese input method too', () => {
    expect(actionOf(press('，', { code: 'Comma', ctrlKey: true }))).toEqual({ do: 'settings' });
  });

  it("leave an input method's own keys alone", () => {
    expect(actionOf(press(' ', { code: 'Space', ctrlKey: true }))).toBeNull();
    expect(actionOf(press('.', { code: 'Period', ctrlKey: true }))).toBeNull();
    expect(actionOf(press('Shift', { shiftKey: true }))).toBeNull();
  });

  it('page the list plainly and the card with Shift', () => {
    expect(actionOf(press('PageDown'))).toEqual({ do: 'pageDown' });
    expect(actionOf(press('PageUp', { shiftKey: true }))).toEqual({ do: 'scrollUp' });
  });

  it("belong to an input method while it composes, and for WebKit's key after it", () => {
    expect(belongsToInputMethod(press('Enter', { isComposing: true }))).toBe(true);
    expect(belongsToInputMethod(press('Enter', { keyCode: 229 }))).toBe(true);
    expect(belongsToInputMethod(press('Enter', { keyCode: 13 }))).toBe(false);
  });
});
