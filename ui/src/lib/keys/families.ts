import type { KeyGroup, KeyLine } from './key-list';

/** Keys that are one modifier and a number each. */
export type FamilyName = 'pick' | 'kinds' | 'goFavourite';

/** What is held down for the number; `F` are the function keys, nothing is no key at all. */
export type Way = 'Alt' | 'Ctrl' | 'Ctrl+Shift' | 'Ctrl+Alt' | 'F' | '';

/** A family with the way it has until a person chooses another. */
export interface Family extends Omit<KeyLine<FamilyName>, 'caps'> {
  group: KeyGroup;
  first: number;
  last: number;
  way: Way;
  /** What can be chosen. `Alt+Shift` is none: it changes the keyboard's language on Windows. */
  ways: readonly Way[];
}

const MODIFIERS: readonly Way[] = ['Alt', 'Ctrl', 'Ctrl+Shift', 'Ctrl+Alt'];

/** Every family, in the order it is taught. */
export const FAMILIES: readonly Family[] = [
  { group: 'search', name: 'kinds', first: 0, last: 6, way: 'Ctrl', ways: [...MODIFIERS, ''] },
  { group: 'list', name: 'pick', first: 1, last: 9, way: 'Alt', ways: [...MODIFIERS, ''] },
  { group: 'list', name: 'goFavourite', first: 1, last: 8, way: 'F', ways: ['F', ...MODIFIERS, ''] },
];

/** The family called `name`; null when there is none. */
export function familyNamed(name: string): Family | null {
  return FAMILIES.find((family) => family.name === name) ?? null;
}

/** `text` as a way that `family` can have; null when it is none. */
export function wayOf(family: Family, text: string): Way | null {
  return family.ways.find((way) => way === text) ?? null;
}

/** The chord of `number` as it is printed; the first favourite has F2, since F1 is help everywhere. */
export function numberChord(way: Way, number: number): string | null {
  if (way === '') return null;
  return way === 'F' ? `F${number + 1}` : `${way}+${number}`;
}

/** All chords of a family in one cap (`Alt+1–9`); empty when it has none. */
export function familyCap(way: Way, first: number, last: number): string {
  const from = numberChord(way, first);
  if (from === null) return '';
  return way === 'F' ? `${from}–F${last + 1}` : `${from}–${last}`;
}

/** The chords of a family that goes `way`. */
export function familyChords({ first, last }: Family, way: Way): string[] {
  const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return numbers.flatMap((number) => numberChord(way, number) ?? []);
}
