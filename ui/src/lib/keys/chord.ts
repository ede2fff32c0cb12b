/** The names of keys that are not written as one character. */
const NAMES: Partial<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
  Delete: 'Del',
  ' ': 'Space',
};

/** Keys that a Chinese input method turns into other characters, by their place. */
const PLACES: Partial<Record<string, string>> = {
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Backquote: '`',
  Minus: '-',
  Equal: '=',
};

const ALONE = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Process', 'Dead', 'Unidentified'];

/** The chord of a key press as it is printed on the screen (`Ctrl+Shift+B`); null for a modifier alone. */
export function chordOf(event: KeyboardEvent): string | null {
  if (ALONE.includes(event.key)) return null;
  const name = PLACES[event.code] ?? NAMES[event.key] ?? character(event);
  const modifiers = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : null,
    event.altKey ? 'Alt' : null,
    event.shiftKey ? 'Shift' : null,
  ];
  return [...modifiers.filter((one) => one !== null), name].join('+');
}

/** Letters are what the layout says, unless a modifier made something else of them; digits go by their place. */
function character(event: KeyboardEvent): string {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
  if (digit !== undefined) return digit;
  if (/^[a-z]$/i.test(event.key)) return event.key.toUpperCase();
  return /^Key([A-Z])$/.exec(event.code)?.[1] ?? event.key;
}
