import { MediaQuery } from 'svelte/reactivity';
import type { Theme } from '../../bindings/Theme';

/** A theme that has colours of its own. */
export type DrawnTheme = Exclude<Theme, 'system'>;

const CYCLE: Record<DrawnTheme, DrawnTheme> = { light: 'dark', dark: 'contrast', contrast: 'light' };

/** The theme after `theme`: light, dark, high contrast, and round again. */
export function nextTheme(theme: DrawnTheme): DrawnTheme {
  return CYCLE[theme];
}

/** What the system prefers, followed as it changes. */
export class SystemTheme {
  readonly #dark = new MediaQuery('(prefers-color-scheme: dark)', false);
  readonly #contrast = new MediaQuery('(prefers-contrast: more)', false);

  /** The theme to draw for the chosen one. */
  drawn(theme: Theme): DrawnTheme {
    if (theme !== 'system') return theme;
    if (this.#contrast.current) return 'contrast';
    return this.#dark.current ? 'dark' : 'light';
  }
}
