import type { ScreenName } from '../desk/desk-window.svelte';

/** What a key of the trainer's side does, as the list under F1 names it. */
export type TrainingKey =
  | 'replace'
  | 'rename'
  | 'sync'
  | 'select'
  | 'save'
  | 'undo'
  | 'add'
  | 'filter'
  | 'bench'
  | 'files'
  | 'accept'
  | 'stop'
  | 'move'
  | 'answer'
  | 'alias'
  | 'draft'
  | 'aside';

interface Key {
  name: TrainingKey;
  caps: string[];
}

/** These mean the same on every screen of the trainer's side. */
export const SIDE_KEYS: Key[] = [
  { name: 'replace', caps: ['Ctrl+Shift+F'] },
  { name: 'rename', caps: ['F2'] },
  { name: 'sync', caps: ['Ctrl+Shift+Y'] },
];

/** The keys of one screen; those of the editor have a list of their own. */
export const SCREEN_KEYS: Partial<Record<ScreenName, Key[]>> = {
  trainer: [{ name: 'select', caps: ['Space', 'Shift+↑', 'Shift+↓'] }],
  vocabulary: [
    { name: 'save', caps: ['Ctrl+S'] },
    { name: 'undo', caps: ['Ctrl+Z', 'Ctrl+Y'] },
    { name: 'add', caps: ['Ctrl+N'] },
    { name: 'filter', caps: ['Ctrl+F'] },
    { name: 'bench', caps: ['F5'] },
  ],
  import: [
    { name: 'files', caps: ['Ctrl+O'] },
    { name: 'accept', caps: ['Ctrl+Enter'] },
    { name: 'undo', caps: ['Ctrl+Z'] },
    { name: 'stop', caps: ['Esc'] },
  ],
  insights: [
    { name: 'move', caps: ['↑', '↓'] },
    { name: 'answer', caps: ['Enter'] },
    { name: 'alias', caps: ['A'] },
    { name: 'draft', caps: ['N'] },
    { name: 'aside', caps: ['X'] },
    { name: 'undo', caps: ['Ctrl+Z'] },
  ],
};
