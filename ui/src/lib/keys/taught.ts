import { FAMILIES, type FamilyName } from './families';
import { ACTIONS, FIXED_KEYS, type ActionName, type FixedKey, type KeyLine, type PairName } from './key-list';
import type { KeyMap } from './key-map';

/** What a key does, as lists name it. */
export type KeyName = ActionName | PairName | FamilyName | FixedKey;

/** The keys that do something, with their chords, as they are taught: pairs in one line, families in one cap. */
export function taughtKeys(keys: KeyMap, acts: (name: ActionName) => boolean): KeyLine<KeyName>[] {
  const families = FAMILIES.map(({ group, name, first, last }) => ({
    group,
    name,
    caps: [keys.familyCap(name, first, last)].filter((cap) => cap !== ''),
  }));
  const lines: KeyLine<KeyName>[] = [];
  for (const { group, name, pair } of ACTIONS) {
    if (!acts(name)) continue;
    const before = lines.at(-1);
    const caps = keys.chords(name);
    if (pair !== undefined && before?.name === pair) before.caps = [...before.caps, ...caps];
    else lines.push({ group, name: pair ?? name, caps });
  }
  return [...families, ...lines, ...fixedKeys(keys)].filter(({ caps }) => caps.length > 0);
}

/** The keys that stay, with those that follow what a line is picked with. */
export function fixedKeys(keys: KeyMap): KeyLine<FixedKey>[] {
  return FIXED_KEYS.map(({ group, name, caps, followed }) => {
    const cap = followed === undefined ? '' : keys.familyCap('pick', followed.first, followed.last);
    return { group, name, caps: cap === '' ? caps : [...caps, cap] };
  });
}
