/** What is said around favourites and a person's own notes. */
export interface FavouritesWords {
  title: string;
  arrange: string;
  hint: string;
  none: (chord: string) => string;
  add: string;
  remove: string;
  added: (title: string, key: string | null) => string;
  removed: (title: string) => string;
  key: (title: string) => string;
  noKey: string;
  up: (title: string) => string;
  down: (title: string) => string;
  free: (key: string, chord: string) => string;
  /** A place for a key while favourites have none. */
  place: (slot: number) => string;
  note: {
    title: string;
    mine: string;
    write: string;
    keep: string;
    hint: string;
  };
}
