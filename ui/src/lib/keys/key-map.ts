import { FAMILIES, familyCap, familyChords, numberChord, type FamilyName, type Way } from './families';
import { ACTIONS, actionLine, meets, type ActionName, type Where } from './key-list';
import { readKeys, type KeyChoice, type KeyFault } from './stored-keys';

/** What can be given another key: an action its chords, a family its modifier. */
export type ChangeableName = ActionName | FamilyName;

/** A number of a family, as a chord asks for it. */
export interface Numbered {
  family: FamilyName;
  number: number;
}

/** Which chord asks for what: the chords of the list, unless the person gave others. */
export class KeyMap {
  /** What is stored and can't be followed; what it is about has its first keys. */
  readonly faults: readonly KeyFault[];

  readonly #choice: KeyChoice;
  readonly #numbers = new Map<string, Numbered>();

  /** `stored` names what has other keys: chords with a space between, a family's modifier, empty for none. */
  constructor(stored: Readonly<Record<string, string | undefined>>) {
    const { choice, faults } = readKeys(stored);
    this.#choice = choice;
    this.faults = faults;
    for (const family of FAMILIES) {
      for (let number = family.first; number <= family.last; number += 1) {
        const chord = numberChord(choice.ways[family.name], number);
        if (chord !== null) this.#numbers.set(chord, { family: family.name, number });
      }
    }
  }

  /** The chords of an action, as they are printed. */
  chords(name: ActionName): readonly string[] {
    return this.#choice.chords[name];
  }

  /** The first chord of an action; empty when it has none. */
  cap(name: ActionName): string {
    return this.chords(name)[0] ?? '';
  }

  /** What is held down for the numbers of a family. */
  way(name: FamilyName): Way {
    return this.#choice.ways[name];
  }

  /** The chord of one number of a family; null when it has none. */
  numberCap(name: FamilyName, number: number): string | null {
    return numberChord(this.way(name), number);
  }

  /** Whether the modifier that was pressed is one of those that pick a line. */
  picksWith(key: string): boolean {
    const modifier = key === 'Control' ? 'Ctrl' : key;
    return this.way('pick').split('+').includes(modifier);
  }

  /** What a chord asks for where the desk is, or in the reading view; null when it is nobody's. */
  action(chord: string, reading = false): ActionName | null {
    const here: Where = reading ? 'reading' : 'desk';
    const has = ACTIONS.find(
      ({ name, where }) =>
        (reading ? where === here : meets(where, here)) && this.chords(name).includes(chord),
    );
    return has?.name ?? null;
  }

  /** The number of a family that a chord asks for; null when it is none's. */
  numbered(chord: string): Numbered | null {
    return this.#numbers.get(chord) ?? null;
  }

  /** Who else would answer to one of `chords` if `name` had them; null is something outside the window. */
  holders(name: ChangeableName | null, chords: readonly string[]): ChangeableName[] {
    const own = actionLine(name ?? '')?.where ?? 'everywhere';
    const actions = ACTIONS.filter(
      (line) =>
        line.name !== name &&
        meets(line.where, own) &&
        this.chords(line.name).some((chord) => chords.includes(chord)),
    );
    const families = FAMILIES.filter(
      (family) =>
        family.name !== name &&
        familyChords(family, this.way(family.name)).some((chord) => chords.includes(chord)),
    );
    return [...families, ...actions].map((line) => line.name);
  }

  /** The keys of a family in one cap; empty when it has none. */
  familyCap(name: FamilyName, first: number, last: number): string {
    return familyCap(this.way(name), first, last);
  }
}

/** The keys until a person changes them. */
export const DEFAULT_KEYS = new KeyMap({});
