/** Why a chord can't be given to an action. */
export type Reserved = 'bare' | 'inputMethod' | 'system' | 'digits' | 'fixed' | 'editing';

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
  'Ctrl+Esc',
  'Ctrl+Shift+Esc',
  'Ctrl+Alt+Del',
];
/** What every text field does with them. */
const EDITING = ['Ctrl+A', 'Ctrl+V', 'Ctrl+X', 'Ctrl+Y', 'Ctrl+Z', 'Ctrl+Backspace', 'Ctrl+Del'];
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

/** Why `chord` stays what it is; null when an action may have it. */
export function reservedFor(chord: string): Reserved | null {
  if (INPUT_METHODS.includes(chord)) return 'inputMethod';
  if (SYSTEMS.includes(chord)) return 'system';
  if (EDITING.includes(chord)) return 'editing';
  if (/^(?:Alt\+[1-9]|Ctrl\+[0-6]|F[2-9])$/.test(chord)) return 'digits';
  const modified = chord.startsWith('Ctrl+') || chord.startsWith('Alt+');
  if (modified) return null;
  const plain = chord.replace(/^Shift\+/, '');
  if (FIXED.includes(plain)) return 'fixed';
  return /^F\d{1,2}$/.test(plain) ? null : 'bare';
}
