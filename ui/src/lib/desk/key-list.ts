/** Where on the screen a key acts; the list under F1 is grouped by it. */
export type KeyGroup = 'search' | 'list' | 'card' | 'window';

/** What a key does, as the list under F1 names it. */
export type KeyName =
  | 'focusSearch'
  | 'kinds'
  | 'narrow'
  | 'complete'
  | 'clear'
  | 'move'
  | 'pick'
  | 'open'
  | 'pageList'
  | 'copy'
  | 'blank'
  | 'tick'
  | 'scrollCard'
  | 'bridge'
  | 'settings'
  | 'keys';

/** The keys of the desk in the order they are taught; alternatives are separate caps. */
export const KEY_LIST: { group: KeyGroup; name: KeyName; caps: string[] }[] = [
  { group: 'search', name: 'focusSearch', caps: ['Ctrl+K'] },
  { group: 'search', name: 'kinds', caps: ['Ctrl+0–6'] },
  { group: 'search', name: 'narrow', caps: ['Ctrl+L'] },
  { group: 'search', name: 'complete', caps: ['Tab'] },
  { group: 'search', name: 'clear', caps: ['Esc'] },
  { group: 'list', name: 'move', caps: ['↑', '↓'] },
  { group: 'list', name: 'pick', caps: ['Alt+1–9'] },
  { group: 'list', name: 'open', caps: ['Enter'] },
  { group: 'list', name: 'pageList', caps: ['PgUp', 'PgDn'] },
  { group: 'list', name: 'bridge', caps: ['Alt+4–6'] },
  { group: 'card', name: 'copy', caps: ['Ctrl+C'] },
  { group: 'card', name: 'blank', caps: ['Tab', 'Enter'] },
  { group: 'card', name: 'tick', caps: ['Ctrl+T'] },
  { group: 'card', name: 'scrollCard', caps: ['Shift+PgUp', 'Shift+PgDn'] },
  { group: 'window', name: 'settings', caps: ['Ctrl+,'] },
  { group: 'window', name: 'keys', caps: ['F1'] },
];
