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
  | { do: 'blank'; by: 1 | -1 }
  /** Enter where nothing was given it, and Esc. */
  | { do: 'enter' | 'clear' }
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
  const pressed = chordOf(event);
  if (pressed === null) return null;
  // Shift is often still down from a capital letter.
  const chord = pressed === 'Shift+Enter' || pressed === 'Shift+Esc' ? pressed.slice(6) : pressed;
  const chosen = keys.action(chord);
  if (chosen !== null) return { do: chosen };
  return numbered(chord, keys) ?? plain(chord) ?? (BROWSERS_OWN.includes(chord) ? { do: 'nothing' } : null);
}

function numbered(chord: string, keys: KeyMap): Action | null {
  const asked = keys.numbered(chord);
  switch (asked?.family) {
    case 'kinds':
      return { do: 'kind', kind: KINDS[asked.number - 1] ?? null };
    case 'pick':
      return { do: 'pick', line: asked.number };
    case 'goFavourite':
      return { do: 'goFavourite', slot: asked.number };
    case undefined:
      return null;
  }
}

/** What stays whatever a person chose. */
function plain(chord: string): Action | null {
  switch (chord) {
    case 'Enter':
      return { do: 'enter' };
    case 'Tab':
      return { do: 'blank', by: 1 };
    case 'Shift+Tab':
      return { do: 'blank', by: -1 };
    case 'Esc':
      return { do: 'clear' };
    default:
      return null;
  }
}
