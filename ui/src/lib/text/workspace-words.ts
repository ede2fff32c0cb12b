import type { Role } from '../../bindings/Role';
import type { ScreenName } from '../desk/desk-window.svelte';
import type { TrainingKey } from '../training/key-list';

/** What is said around a workspace, and the names of the trainer's screens. */
export interface WorkspaceWords {
  screens: Record<ScreenName, string>;
  role: Record<Role, string>;
  title: string;
  /** In the settings: opens the dialog. */
  open: string;
  hint: string;
  person: string;
  personHint: string;
  folder: string;
  browse: string;
  existing: string;
  create: string;
  createHint: string;
  start: string;
  starting: string;
  now: (folder: string, person: string, role: string) => string;
  close: string;
  /** Over the keys that every screen of the trainer's side has. */
  sideKeys: string;
  keys: Record<TrainingKey, string>;
  /** Words were edited and not saved. */
  unsaved: (count: string) => string;
  toVocabulary: string;
}
