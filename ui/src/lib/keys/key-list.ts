/** Where on the screen a key acts; the list under F1 is grouped by it. */
export type KeyGroup = 'search' | 'list' | 'card' | 'call' | 'window';

/**
 * When a chord is listened to. Two actions may share a chord when they never listen at once: the reading view lies
 * over what is of the `desk` only.
 */
export type Where = 'everywhere' | 'desk' | 'reading';

/** What a chord may ask for; a person can give it another chord. */
export type ActionName =
  | 'focusSearch'
  | 'narrow'
  | 'complete'
  | 'moveUp'
  | 'moveDown'
  | 'toList'
  | 'open'
  | 'pageUp'
  | 'pageDown'
  | 'bridge'
  | 'copy'
  | 'paste'
  | 'tick'
  | 'read'
  | 'readBack'
  | 'readNext'
  | 'readLarger'
  | 'readSmaller'
  | 'readFocus'
  | 'flow'
  | 'favourite'
  | 'note'
  | 'report'
  | 'scrollUp'
  | 'scrollDown'
  | 'call'
  | 'pad'
  | 'summary'
  | 'handover'
  | 'park'
  | 'takeBack'
  | 'news'
  | 'bar'
  | 'dock'
  | 'settings'
  | 'keys';

/** Actions that are taught as one, with the keys of both. */
export type PairName = 'move' | 'pageList' | 'readOn' | 'readSize' | 'scrollCard';

/** Keys that stay as they are, each for a reason that the settings give. */
export type FixedKey = 'clear' | 'digits' | 'bridgeLine' | 'blank' | 'readTick' | 'flowStep' | 'dialog';

/** A line of the list of keys; alternatives are separate caps. */
export interface KeyLine<Name extends string> {
  group: KeyGroup;
  name: Name;
  caps: readonly string[];
}

/** An action with the chords it has until a person gives it others. */
export interface ActionLine extends KeyLine<ActionName> {
  where: Where;
  /** The pair it is taught with. */
  pair?: PairName;
}

/** What a person can give another chord, in the order it is taught. */
export const ACTIONS: readonly ActionLine[] = [
  { group: 'search', where: 'everywhere', name: 'focusSearch', caps: ['Ctrl+K', 'Ctrl+F'] },
  { group: 'search', where: 'desk', name: 'narrow', caps: ['Ctrl+L'] },
  { group: 'search', where: 'desk', name: 'complete', caps: ['Tab'] },
  { group: 'list', where: 'desk', name: 'moveUp', caps: ['↑'], pair: 'move' },
  { group: 'list', where: 'desk', name: 'moveDown', caps: ['↓'], pair: 'move' },
  { group: 'list', where: 'desk', name: 'toList', caps: ['Shift+Tab'] },
  { group: 'list', where: 'desk', name: 'open', caps: ['Enter'] },
  { group: 'list', where: 'desk', name: 'pageUp', caps: ['PgUp'], pair: 'pageList' },
  { group: 'list', where: 'desk', name: 'pageDown', caps: ['PgDn'], pair: 'pageList' },
  { group: 'list', where: 'everywhere', name: 'bridge', caps: ['Ctrl+G'] },
  { group: 'card', where: 'everywhere', name: 'copy', caps: ['Ctrl+C'] },
  { group: 'card', where: 'everywhere', name: 'paste', caps: ['Ctrl+Enter'] },
  { group: 'card', where: 'everywhere', name: 'tick', caps: ['Ctrl+T'] },
  { group: 'card', where: 'everywhere', name: 'read', caps: ['Ctrl+R'] },
  { group: 'card', where: 'reading', name: 'readNext', caps: ['Space', '↓', 'PgDn'], pair: 'readOn' },
  { group: 'card', where: 'reading', name: 'readBack', caps: ['Shift+Space', '↑', 'PgUp'], pair: 'readOn' },
  { group: 'card', where: 'reading', name: 'readLarger', caps: ['Ctrl+='], pair: 'readSize' },
  { group: 'card', where: 'reading', name: 'readSmaller', caps: ['Ctrl+-'], pair: 'readSize' },
  { group: 'card', where: 'reading', name: 'readFocus', caps: ['Ctrl+L'] },
  { group: 'card', where: 'everywhere', name: 'flow', caps: ['Ctrl+O'] },
  { group: 'card', where: 'everywhere', name: 'favourite', caps: ['Ctrl+D'] },
  { group: 'card', where: 'everywhere', name: 'note', caps: ['Ctrl+M'] },
  { group: 'card', where: 'everywhere', name: 'report', caps: ['Ctrl+B'] },
  { group: 'card', where: 'desk', name: 'scrollUp', caps: ['Shift+PgUp'], pair: 'scrollCard' },
  { group: 'card', where: 'desk', name: 'scrollDown', caps: ['Shift+PgDn'], pair: 'scrollCard' },
  { group: 'call', where: 'everywhere', name: 'call', caps: ['Ctrl+E'] },
  { group: 'call', where: 'everywhere', name: 'pad', caps: ['Ctrl+J'] },
  { group: 'call', where: 'everywhere', name: 'summary', caps: ['Ctrl+Shift+S'] },
  { group: 'call', where: 'everywhere', name: 'handover', caps: ['Ctrl+H'] },
  { group: 'call', where: 'everywhere', name: 'park', caps: ['Ctrl+P'] },
  { group: 'call', where: 'everywhere', name: 'takeBack', caps: ['Ctrl+Z'] },
  { group: 'window', where: 'everywhere', name: 'news', caps: ['Ctrl+U'] },
  { group: 'window', where: 'everywhere', name: 'bar', caps: ['F12'] },
  { group: 'window', where: 'everywhere', name: 'dock', caps: ['F11'] },
  { group: 'window', where: 'everywhere', name: 'settings', caps: ['Ctrl+,'] },
  { group: 'window', where: 'everywhere', name: 'keys', caps: ['F1'] },
];

/** The keys that stay as they are; `followed` by the chord with which a line is picked. */
export const FIXED_KEYS: readonly (KeyLine<FixedKey> & { followed?: { first: number; last: number } })[] = [
  { group: 'search', name: 'clear', caps: ['Esc'] },
  { group: 'list', name: 'digits', caps: ['1–9'] },
  { group: 'list', name: 'bridgeLine', caps: [], followed: { first: 4, last: 6 } },
  { group: 'card', name: 'blank', caps: ['Tab', 'Shift+Tab', 'Enter'] },
  { group: 'card', name: 'readTick', caps: ['Enter'] },
  { group: 'card', name: 'flowStep', caps: ['1–9', 'Backspace'], followed: { first: 1, last: 9 } },
  { group: 'window', name: 'dialog', caps: ['Enter', 'Esc', '↑', '↓'] },
];

/** The action called `name`; null when there is none. */
export function actionLine(name: string): ActionLine | null {
  return ACTIONS.find((line) => line.name === name) ?? null;
}

/** Whether actions of both places may be listened to at once. */
export function meets(one: Where, other: Where): boolean {
  return one === 'everywhere' || other === 'everywhere' || one === other;
}
