import type { ActionLine } from './key-list';

/** Why a chord can't be given to an action. */
export type Reserved = 'bare' | 'inputMethod' | 'system' | 'fixed' | 'editing';

/** Switching input methods, width, punctuation and script, as the common Chinese ones have it. */
const INPUT_METHODS = [
  'Ctrl+Space',
  'Shift+Space',
  'Ctrl+Shift+Space',
  'Ctrl+.',
  'Ctrl+Shift+F',
  'Ctrl+Shift+Z',
];
const SYSTEMS = [
  'Alt+F4',
  'Alt+Tab',
  'Alt+Shift+Tab',
  'Alt+Space',
  'Alt+Esc',
  'Ctrl+Tab',
  'Ctrl+Shift+Tab',
  'Ctrl+Esc',
  'Ctrl+Shift+Esc',
  'Ctrl+Alt+Del',
];
/** What every text field does with them. */
const EDITING = [
  'Ctrl+A',
  'Ctrl+V',
  'Ctrl+X',
  'Ctrl+Y',
  'Ctrl+Z',
  'Ctrl+Backspace',
  'Ctrl+Del',
  ...['←', '→', 'Home', 'End'].flatMap((key) => [`Ctrl+${key}`, `Ctrl+Shift+${key}`]),
];
/** Keys with a meaning of their own, with or without Shift. */
const FIXED = [
  'Enter',
  'Tab',
  'Esc',
  '↑',
  '↓',
  '←',
  '→',
  'PgUp',
  'PgDn',
  'Home',
  'End',
  'Backspace',
  'Del',
  'Insert',
];
/** What going up and down may have. */
const UP_AND_DOWN = ['↑', '↓', 'PgUp', 'PgDn'].flatMap((key) => [key, `Shift+${key}`]);
/** In the reading view nothing is typed but letters, which go on to the search box. */
const IN_READING = [...UP_AND_DOWN, '←', '→', 'Home', 'End', 'Space'];

/** Why `chord` stays what it is; null when the action `line` may have it. */
export function reservedFor(chord: string, line: ActionLine): Reserved | null {
  if (line.caps.includes(chord)) return null;
  if (INPUT_METHODS.includes(chord)) return 'inputMethod';
  if (SYSTEMS.includes(chord)) return 'system';
  if (EDITING.includes(chord)) return 'editing';
  if (/^(?:Ctrl|Alt)\+/.test(chord)) return null;
  const plain = chord.replace(/^Shift\+/, '');
  if (line.where === 'reading' && IN_READING.includes(chord)) return null;
  if (line.pair !== undefined && UP_AND_DOWN.includes(chord)) return null;
  if (FIXED.includes(plain)) return 'fixed';
  return /^F\d{1,2}$/.test(plain) ? null : 'bare';
}
