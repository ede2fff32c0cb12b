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
    digits: (chord) => `${chord} picks lines, kinds or favourites. Choose another.`,
    fixed: (chord) => `${chord} always means the same. Choose another.`,
    editing: (chord) => `${chord} edits text. Choose another.`,
  },
  conflict: (other, first) => `The same as “${other}”; pressing it does “${first}”.`,
  take: (other) => `Take it from “${other}”`,
  fixed: 'Keys that can’t be changed',
};
