/** What a key of the editor does, as the list under F1 names it. */
export type EditingKey =
  'save' | 'submit' | 'create' | 'filter' | 'move' | 'panes' | 'fix' | 'find' | 'undo' | 'leave';

/** The keys of the editor in the order they are taught. */
export const EDITING_KEYS: { name: EditingKey; caps: string[] }[] = [
  { name: 'save', caps: ['Ctrl+S'] },
  { name: 'submit', caps: ['Ctrl+Shift+S'] },
  { name: 'create', caps: ['Ctrl+N'] },
  { name: 'filter', caps: ['Ctrl+P'] },
  { name: 'move', caps: ['↑', '↓', 'Enter'] },
  { name: 'panes', caps: ['F6', 'Shift+F6'] },
  { name: 'fix', caps: ['Alt+Enter'] },
  { name: 'find', caps: ['Ctrl+F'] },
  { name: 'undo', caps: ['Ctrl+Z', 'Ctrl+Y'] },
  { name: 'leave', caps: ['Esc', 'Tab'] },
];
