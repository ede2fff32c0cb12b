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
  // X11 has a symbol of its own for Tab with Shift, for which WebKit knows no name.
  const key = event.key === 'Unidentified' && event.code === 'Tab' ? 'Tab' : event.key;
  if (ALONE.includes(key)) return null;
  const name = PLACES[event.code] ?? NAMES[key] ?? (key === 'Tab' ? key : character(event));
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

const NAMED = [...Object.values(NAMES), 'Enter', 'Tab', 'Backspace', 'Home', 'End', 'Insert'];

/** Whether `text` is a chord as `chordOf` writes it. */
export function isChord(text: string): boolean {
  const key = /^(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?(.+)$/.exec(text)?.[1] ?? '';
  return NAMED.includes(key) || /^F(?:[1-9]|1[0-9]|2[0-4])$/.test(key) || /^[^\sa-z]$/u.test(key);
}

function ariaName(key: string): string {
  if (key === 'Ctrl') return 'Control';
  return Object.keys(NAMES).find((name) => name !== ' ' && NAMES[name] === key) ?? key;
}

/** Chords as `aria-keyshortcuts` has them; undefined when there are none. */
export function ariaKeys(chords: readonly string[]): string | undefined {
  const all = chords.map((chord) => chord.replace(/[^+]+/g, ariaName));
  return all.length === 0 ? undefined : all.join(' ');
}
