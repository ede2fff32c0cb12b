import type { ReadingWords } from '../reading-words';

export const reading: ReadingWords = {
  title: 'Reading view',
  refused: {
    nothingToSay: 'This entry has nothing to say',
    withdrawn: 'This entry was withdrawn and may not be read out',
    notApproved: 'This entry is not approved and may not be read out',
    notYet: 'This entry is not valid yet and may not be read out',
  },
  sized: (size) => `Text size ${size}`,
  size: 'Size of text to be read',
  smaller: (chord) => (chord === '' ? 'Smaller' : `Smaller, ${chord}`),
  larger: (chord) => (chord === '' ? 'Larger' : `Larger, ${chord}`),
  focus: 'Sentence focus',
  focusHint: 'Only the sentence being read is clear',
  focusOn: 'By sentence',
  focusOff: 'By paragraph',
  pixels: (size) => `${size} pixels`,
  back: 'Back to the card',
  empty: (names) => `Not filled in: ${names}`,
  next: 'Next',
  previous: 'Back',
  tick: 'Tick what must be said',
  place: (at, all) => `${at}/${all}`,
};
