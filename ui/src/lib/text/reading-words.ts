import type { Obstacle } from '../desk/obstacle';

/** What the reading view says. */
export interface ReadingWords {
  title: string;
  /** Why nothing can be read from an entry. */
  refused: Record<Obstacle, string>;
  sized: (size: number) => string;
  size: string;
  smaller: (chord: string) => string;
  larger: (chord: string) => string;
  focus: string;
  focusHint: string;
  focusOn: string;
  focusOff: string;
  pixels: (size: number) => string;
  back: string;
  empty: (names: string) => string;
  next: string;
  previous: string;
  tick: string;
  /** How far the reader is. */
  place: (at: number, all: number) => string;
}
