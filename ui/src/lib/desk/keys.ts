import type { Kind } from '../../bindings/Kind';

/** The kinds in the order of `Ctrl+1` … `Ctrl+6`. */
export const KINDS: readonly Kind[] = ['script', 'faq', 'product', 'guide', 'compliance', 'flow'];

/** What a key press asks of the desk. */
export type Action =
  | { do: 'kind'; kind: Kind | null }
  | { do: 'pick'; line: number }
  | { do: 'move'; by: 1 | -1 }
  | { do: 'page'; by: 1 | -1 }
  | { do: 'scrollCard'; by: 1 | -1 }
  | { do: 'open' | 'narrow' | 'blank' | 'clear' | 'focusSearch' | 'copy' | 'tick' | 'settings' | 'keys' }
  /** Keys that a browser would take for printing, saving or reloading: they do nothing. */
  | { do: 'nothing' };

/** Whether an input method is at work on this key: nothing may act on it. */
export function belongsToInputMethod(event: KeyboardEvent): boolean {
  // WebKit reports the key that ends a composition after `compositionend`, with isComposing already false;
  // only the deprecated key code 229 gives it away.
  return event.isComposing || event.keyCode === 229;
}

/** What `event` asks for; null when the key is not the desk's. */
export function actionOf(event: KeyboardEvent): Action | null {
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && event.altKey) return null;
  if (ctrl) return event.shiftKey ? null : withCtrl(event);
  if (event.altKey) return withAlt(event);
  return plain(event);
}

function withCtrl(event: KeyboardEvent): Action | null {
  const digit = /^(?:Digit|Numpad)([0-6])$/.exec(event.code)?.[1];
  if (digit !== undefined) return { do: 'kind', kind: KINDS[Number(digit) - 1] ?? null };
  // The comma by its place: a Chinese input method gives 「，」.
  if (event.code === 'Comma' || event.key === ',') return { do: 'settings' };
  switch (event.key.toLowerCase()) {
    case 'k':
    case 'f':
      return { do: 'focusSearch' };
    case 'l':
      return { do: 'narrow' };
    case 'c':
      return { do: 'copy' };
    case 't':
      return { do: 'tick' };
    case 'p':
    case 's':
      return { do: 'nothing' };
    default:
      return null;
  }
}

function withAlt(event: KeyboardEvent): Action | null {
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1] ?? /^[1-9]$/.exec(event.key)?.[0];
  return digit === undefined ? null : { do: 'pick', line: Number(digit) };
}

function plain(event: KeyboardEvent): Action | null {
  switch (event.key) {
    case 'ArrowDown':
      return event.shiftKey ? null : { do: 'move', by: 1 };
    case 'ArrowUp':
      return event.shiftKey ? null : { do: 'move', by: -1 };
    case 'PageDown':
      return { do: event.shiftKey ? 'scrollCard' : 'page', by: 1 };
    case 'PageUp':
      return { do: event.shiftKey ? 'scrollCard' : 'page', by: -1 };
    case 'Enter':
      return { do: 'open' };
    case 'Tab':
      return event.shiftKey ? null : { do: 'blank' };
    case 'Escape':
      return { do: 'clear' };
    case 'F1':
      return { do: 'keys' };
    default:
      return null;
  }
}
