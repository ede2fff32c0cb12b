import type { KeysWords } from '../keys-words';

export const keys: KeysWords = {
  hint: 'Click on a key, then press the new chord. Backspace leaves none, Esc changes nothing.',
  change: (action, chords) => `${action}, now ${chords}, click to change it`,
  none: 'No key',
  press: 'Press the new chord…',
  pressHint: 'Esc changes nothing, Backspace leaves none',
  reset: (action) => `Give “${action}” its first key again`,
  resetShort: 'Reset',
  resetAll: 'Give all actions their first keys again',
  refused: {
    bare: (chord) => `${chord} is needed for typing. Add Ctrl or Alt, or use a function key.`,
    inputMethod: (chord) => `${chord} belongs to input methods. Choose another.`,
    system: (chord) => `${chord} belongs to the system. Choose another.`,
    fixed: (chord) => `${chord} always means the same. Choose another.`,
    editing: (chord) => `${chord} edits text. Choose another.`,
    hotkey: (chord) => `${chord} calls Yingda from any program. Choose another.`,
  },
  taken: (keys, others) => `${keys} belongs to ${others}; nothing was changed.`,
  take: (others) => `Take it from ${others}`,
  way: (action) => `Keys for “${action}”`,
  fixed: 'Keys that can’t be changed',
  why: {
    clear: 'Every window and input method cancels with Esc',
    digits: 'Nothing is typed while the list has the focus, so digits need no modifier',
    bridgeLine: 'Changes with “Pick a line of this page”',
    blank: 'Tab goes from field to field everywhere, and screen readers rely on it',
    readTick: 'The largest key while reading aloud; “Tick the next must-say” can have another',
    flowStep: 'Nothing is typed in a flow; in a blank it follows “Pick a line of this page”',
    dialog: 'Every dialog of the system has these',
  },
  faults: (count) =>
    count === 1
      ? 'One stored key can’t be used; the first one holds.'
      : `${count} stored keys can’t be used; the first ones hold.`,
  fault: {
    unknown: (action, stored) => `“${action}”: there is no such action (stored: ${stored})`,
    unreadable: (action, stored) => `${action}: ${stored} is no key it can have`,
    taken: (action, stored) => `${action}: ${stored} does something else already`,
  },
  dropFaults: 'Got it, forget these',
  look: 'See the keys',
};
