import type { FavouritesWords } from '../favourites-words';

export const favourites: FavouritesWords = {
  title: 'Favourites',
  arrange: 'Arrange favourites',
  hint: 'Those with a key open with one press, any time.',
  none: (chord) => `No favourites yet.${chord === '' ? '' : ` Open a card and press ${chord}.`}`,
  add: 'Add to favourites',
  remove: 'Remove from favourites',
  added: (title, key) =>
    key === null ? `Added to favourites: ${title}` : `Added to favourites: ${title}; ${key} opens it`,
  removed: (title) => `Removed from favourites: ${title}`,
  key: (title) => `Key that opens “${title}”`,
  noKey: 'none',
  up: (title) => `Move “${title}” up`,
  down: (title) => `Move “${title}” down`,
  free: (key, chord) => `No favourite is on ${key}.${chord === '' ? '' : ` Open a card and press ${chord}.`}`,
  place: (slot) => `Number ${slot}`,
  note: {
    title: 'My note',
    mine: 'not approved wording; only I see it, and it is not copied',
    write: 'Change it',
    keep: 'Keep',
    hint: 'A reminder for yourself; nothing about customers',
  },
};
