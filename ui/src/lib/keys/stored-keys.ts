import { isChord } from './chord';
import { FAMILIES, familyChords, familyNamed, wayOf, type FamilyName, type Way } from './families';
import { ACTIONS, actionLine, meets, type ActionName } from './key-list';
import { reservedFor } from './reserved';

/** The keys that everything has. */
export interface KeyChoice {
  chords: Record<ActionName, readonly string[]>;
  ways: Record<FamilyName, Way>;
}

/** A stored choice that can't be followed. */
export interface KeyFault {
  /** As it is stored; it may be nobody's name. */
  name: string;
  value: string;
  /** Nobody has that name, the value is no key one may have, or something else has the key. */
  why: 'unknown' | 'unreadable' | 'taken';
}

type Changeable = ActionName | FamilyName;

/** Reads what is stored: whatever can't be followed has its first keys, and is listed. */
export function readKeys(stored: Readonly<Record<string, string | undefined>>): {
  choice: KeyChoice;
  faults: KeyFault[];
} {
  const faults: KeyFault[] = [];
  const chosen = new Map<Changeable, string>();
  for (const [name, value] of Object.entries(stored)) {
    if (value === undefined) continue;
    const known = actionLine(name)?.name ?? familyNamed(name)?.name;
    if (known === undefined) faults.push({ name, value, why: 'unknown' });
    else if (!isReadable(known, value)) faults.push({ name, value, why: 'unreadable' });
    else chosen.set(known, value);
  }
  // What falls back may have had its first key given away: looked at again until nothing is in another's place.
  for (let name = clashing(chosen); name !== undefined; name = clashing(chosen)) {
    faults.push({ name, value: chosen.get(name) ?? '', why: 'taken' });
    chosen.delete(name);
  }
  return { choice: choiceOf(chosen), faults };
}

/** The chords of a stored value. */
export function chordsIn(value: string): string[] {
  return value.split(' ').filter((chord) => chord !== '');
}

function isReadable(name: Changeable, value: string): boolean {
  const family = familyNamed(name);
  if (family !== null) return wayOf(family, value) !== null;
  const line = actionLine(name);
  return (
    line !== null && chordsIn(value).every((chord) => isChord(chord) && reservedFor(chord, line) === null)
  );
}

function choiceOf(chosen: ReadonlyMap<Changeable, string>): KeyChoice {
  const chords = ACTIONS.map(({ name, caps }) => {
    const own = chosen.get(name);
    return [name, own === undefined ? caps : chordsIn(own)] as const;
  });
  const ways = FAMILIES.map((family) => {
    const own = chosen.get(family.name);
    return [family.name, own === undefined ? family.way : (wayOf(family, own) ?? family.way)] as const;
  });
  return {
    chords: Object.fromEntries(chords) as KeyChoice['chords'],
    ways: Object.fromEntries(ways) as KeyChoice['ways'],
  };
}

/** The last changed one that shares a key with another; undefined when all can be followed. */
function clashing(chosen: ReadonlyMap<Changeable, string>): Changeable | undefined {
  const choice = choiceOf(chosen);
  const lines = [
    ...FAMILIES.map((family) => ({
      name: family.name,
      where: 'everywhere' as const,
      chords: familyChords(family, choice.ways[family.name]),
    })),
    ...ACTIONS.map(({ name, where }) => ({ name: name, where, chords: choice.chords[name] })),
  ];
  return lines.findLast(
    (line) =>
      chosen.has(line.name) &&
      lines.some(
        (other) =>
          other !== line &&
          meets(other.where, line.where) &&
          other.chords.some((chord) => line.chords.includes(chord)),
      ),
  )?.name;
}
