import type { ActionName } from '../keys/key-list';

/** What the window's session needs of the desk. */
export interface WindowSurroundings {
  readonly search: { readonly text: string; readonly narrowing: { readonly asks: boolean } };
  readonly places: { focusSearch: (select: boolean) => void };
  readonly actions: Partial<Record<ActionName, () => boolean>>;
  openSelected: () => void;
  clearSearch: () => void;
  /** The window was called: what hides the search box goes. */
  beforeSummons: () => void;
}
