import type { Kind } from '../../bindings/Kind';
import { chordOf } from './chord';
import type { ActionName } from './key-list';
import { DEFAULT_KEYS, type KeyMap } from './key-map';

/** The kinds in the order of `Ctrl+1` … `Ctrl+6`. */
export const KINDS: readonly Kind[] = ['script', 'faq', 'product', 'guide', 'compliance', 'flow'];

/** What a key press asks of the desk. */
export type Action =
  | { do: 'kind'; kind: Kind | null }
  | { do: 'pick'; line: number }
  /** The favourite on a key of its own, 1 … 8. */
  | { do: 'goFavourite'; slot: number }
  | { do: 'move'; by: 1 | -1 }
  | { do: 'page'; by: 1 | -1 }
  | { do: 'scrollCard'; by: 1 | -1 }
  | { do: 'blank'; by: 1 | -1 }
  | { do: 'open' | 'clear' }
  | { do: ActionName }
  /** Keys that a browser would take for printing, saving or reloading: they do nothing. */
  | { do: 'nothing' };

const BROWSERS_OWN = ['Ctrl+P', 'Ctrl+S', 'Ctrl+R', 'Ctrl+Shift+R', 'F5'];

/** Whether an input method is at work on this key: nothing may act on it. */
export function belongsToInputMethod(event: KeyboardEvent): boolean {
  // WebKit reports the key that ends a composition after `compositionend`, with isComposing already false;
  // only the deprecated key code 229 gives it away.
  return event.isComposing || event.keyCode === 229;
}

/** What `event` asks for; null when the key is not the desk's. */
export function actionOf(event: KeyboardEvent, keys: KeyMap = DEFAULT_KEYS): Action | null {
  const chord = chordOf(event);
  if (chord === null) return null;
  const chosen = keys.action(chord);
  if (chosen !== null) return { do: chosen };
  return withDigit(chord) ?? plain(chord) ?? (BROWSERS_OWN.includes(chord) ? { do: 'nothing' } : null);
}

/** `Ctrl+0…6`, `Alt+1…9`, `F2…F9`. */
function withDigit(chord: string): Action | null {
  const [, prefix, figure] = /^(Ctrl\+|Alt\+|F)([0-9])$/.exec(chord) ?? [];
  const digit = Number(figure);
  if (prefix === 'Ctrl+' && digit <= 6) return { do: 'kind', kind: KINDS[digit - 1] ?? null };
  if (prefix === 'Alt+' && digit >= 1) return { do: 'pick', line: digit };
  if (prefix === 'F' && digit >= 2) return { do: 'goFavourite', slot: digit - 1 };
  return null;
}

function plain(chord: string): Action | null {
  switch (chord) {
    case '↓':
      return { do: 'move', by: 1 };
    case '↑':
      return { do: 'move', by: -1 };
    case 'PgDn':
      return { do: 'page', by: 1 };
    case 'PgUp':
      return { do: 'page', by: -1 };
    case 'Shift+PgDn':
      return { do: 'scrollCard', by: 1 };
    case 'Shift+PgUp':
      return { do: 'scrollCard', by: -1 };
    case 'Enter':
    case 'Shift+Enter':
      return { do: 'open' };
    case 'Tab':
      return { do: 'blank', by: 1 };
    case 'Shift+Tab':
      return { do: 'blank', by: -1 };
    case 'Esc':
    case 'Shift+Esc':
      return { do: 'clear' };
    default:
      return null;
  }
}
