/** Where on the screen a key acts; the list under F1 is grouped by it. */
export type KeyGroup = 'search' | 'list' | 'card' | 'call' | 'window';

/** What a chord may ask for; a person can give it another chord. */
export type ActionName =
  | 'focusSearch'
  | 'narrow'
  | 'copy'
  | 'paste'
  | 'tick'
  | 'read'
  | 'flow'
  | 'favourite'
  | 'note'
  | 'report'
  | 'bridge'
  | 'call'
  | 'pad'
  | 'summary'
  | 'handover'
  | 'park'
  | 'news'
  | 'bar'
  | 'dock'
  | 'settings'
  | 'keys';

/** Keys whose meaning is a place on the keyboard or a digit: they stay as they are. */
export type FixedKey =
  | 'kinds'
  | 'complete'
  | 'clear'
  | 'move'
  | 'pick'
  | 'toList'
  | 'open'
  | 'pageList'
  | 'blank'
  | 'scrollCard'
  | 'bridgeLine'
  | 'goFavourite'
  | 'readOn'
  | 'readSize'
  | 'readFocus'
  | 'flowStep'
  | 'takeBack';

/** What a key does, as the list under F1 names it. */
export type KeyName = ActionName | FixedKey;

/** A line of the list of keys; alternatives are separate caps. */
export interface KeyLine<Name extends KeyName> {
  group: KeyGroup;
  name: Name;
  caps: readonly string[];
}

/** What a person can give another chord, with the chords it has until then, in the order it is taught. */
export const ACTIONS: readonly KeyLine<ActionName>[] = [
  { group: 'search', name: 'focusSearch', caps: ['Ctrl+K', 'Ctrl+F'] },
  { group: 'search', name: 'narrow', caps: ['Ctrl+L'] },
  { group: 'list', name: 'bridge', caps: ['Ctrl+G'] },
  { group: 'card', name: 'copy', caps: ['Ctrl+C'] },
  { group: 'card', name: 'paste', caps: ['Ctrl+Enter'] },
  { group: 'card', name: 'tick', caps: ['Ctrl+T'] },
  { group: 'card', name: 'read', caps: ['Ctrl+R'] },
  { group: 'card', name: 'flow', caps: ['Ctrl+O'] },
  { group: 'card', name: 'favourite', caps: ['Ctrl+D'] },
  { group: 'card', name: 'note', caps: ['Ctrl+M'] },
  { group: 'card', name: 'report', caps: ['Ctrl+B'] },
  { group: 'call', name: 'call', caps: ['Ctrl+E'] },
  { group: 'call', name: 'pad', caps: ['Ctrl+J'] },
  { group: 'call', name: 'summary', caps: ['Ctrl+Shift+S'] },
  { group: 'call', name: 'handover', caps: ['Ctrl+H'] },
  { group: 'call', name: 'park', caps: ['Ctrl+P'] },
  { group: 'window', name: 'news', caps: ['Ctrl+U'] },
  { group: 'window', name: 'bar', caps: ['F12'] },
  { group: 'window', name: 'dock', caps: ['F11'] },
  { group: 'window', name: 'settings', caps: ['Ctrl+,'] },
  { group: 'window', name: 'keys', caps: ['F1'] },
];

/** The keys that stay as they are. */
export const FIXED_KEYS: readonly KeyLine<FixedKey>[] = [
  { group: 'search', name: 'kinds', caps: ['Ctrl+0–6'] },
  { group: 'search', name: 'complete', caps: ['Tab'] },
  { group: 'search', name: 'clear', caps: ['Esc'] },
  { group: 'list', name: 'move', caps: ['↑', '↓'] },
  { group: 'list', name: 'pick', caps: ['Alt+1–9'] },
  { group: 'list', name: 'toList', caps: ['Shift+Tab'] },
  { group: 'list', name: 'open', caps: ['Enter'] },
  { group: 'list', name: 'pageList', caps: ['PgUp', 'PgDn'] },
  { group: 'list', name: 'bridgeLine', caps: ['Alt+4–6'] },
  { group: 'list', name: 'goFavourite', caps: ['F2–F9'] },
  { group: 'card', name: 'blank', caps: ['Tab', 'Shift+Tab', 'Enter'] },
  { group: 'card', name: 'readOn', caps: ['Space', 'Shift+Space'] },
  { group: 'card', name: 'readSize', caps: ['Ctrl+=', 'Ctrl+-'] },
  { group: 'card', name: 'readFocus', caps: ['Ctrl+L'] },
  { group: 'card', name: 'flowStep', caps: ['1–9', 'Alt+1–9', 'Backspace'] },
  { group: 'card', name: 'scrollCard', caps: ['Shift+PgUp', 'Shift+PgDn'] },
  { group: 'call', name: 'takeBack', caps: ['Ctrl+Z'] },
];
