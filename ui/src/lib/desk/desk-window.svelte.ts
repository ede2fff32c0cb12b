import type { Backend } from '../backend/backend';
import type { ActionName } from '../keys/key-list';
import { taughtKeys, type KeyName } from '../keys/taught';
import type { KeyLine } from '../keys/key-list';
import { KeyMap } from '../keys/key-map';
import { PeopleSession } from '../people/people-session.svelte';
import { LANGUAGES } from '../text/languages';
import type { Wording } from '../text/wording';
import { nextTheme, SystemTheme, type DrawnTheme } from '../theme/theme.svelte';
import { Announcer } from './announcer.svelte';
import { Places } from './places';
import { SettingsSession } from './settings-session.svelte';

/** The dialogs of the window; at most one is open. */
export type DialogName =
  | 'keys'
  | 'settings'
  | 'problems'
  | 'workspace'
  | 'replace'
  | 'rename'
  | 'sync'
  | 'who'
  | 'members'
  | 'pad'
  | 'paper'
  | 'parked'
  | 'favourites'
  | 'news'
  | 'report';

/** The pages of the settings. */
export const SETTINGS_TABS = ['display', 'window', 'call', 'keys', 'use'] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];

/** The screens of the window; an agent has the first only. */
export type ScreenName = 'desk' | 'trainer' | 'vocabulary' | 'import' | 'insights';

/** What the areas of the live call do, once they are there; everything else the desk does by itself. */
const AREAS_ACTIONS: readonly ActionName[] = [
  'bar',
  'bridge',
  'call',
  'dock',
  'favourite',
  'flow',
  'handover',
  'news',
  'note',
  'pad',
  'park',
  'paste',
  'read',
  'report',
  'summary',
];

/** What every screen of the window shares: language, colours, keys, dialogs, and who sits here. */
export abstract class DeskWindow {
  readonly settings: SettingsSession;
  readonly people: PeopleSession;
  readonly announcer = new Announcer();
  readonly places = new Places();
  dialog = $state<DialogName | null>(null);
  /** The page of the settings that is shown. */
  settingsTab = $state<SettingsTab>('display');
  screen = $state<ScreenName>('desk');
  /** Who sits here writes in a workspace: what they look up is no call. */
  trains = false;
  /** Follows a link on a card that another screen shows; that screen's side sets it. */
  onFollow: (id: string) => void = () => undefined;
  /** The choices of facets are open. */
  narrowingOpen = $state(false);
  /** What the areas of the live call do for their keys; true when something was done. */
  readonly actions: Partial<Record<ActionName, () => boolean>> = {};
  /** Opens the favourite on key `slot`, from 1; false when there is none. */
  onFavourite: (slot: number) => boolean = () => false;

  readonly #system = new SystemTheme();

  constructor(backend: Backend) {
    this.settings = new SettingsSession(backend);
    this.people = new PeopleSession(backend.ask, (before) => this.personChanged(before));
  }

  /** Which chord asks for what. */
  readonly keys: KeyMap = $derived.by(() => new KeyMap(this.settings.now.keys));
  /** Every word of the screen in the chosen language. */
  readonly words: Wording = $derived.by(() => LANGUAGES[this.settings.now.language]);
  readonly theme: DrawnTheme = $derived.by(() => this.#system.drawn(this.settings.now.theme));

  /** Whether something is done for the action `name`. */
  acts(name: ActionName): boolean {
    return !AREAS_ACTIONS.includes(name) || this.actions[name] !== undefined;
  }

  /** The keys that do something, with their chords, for the lists that teach them. */
  get keyLines(): KeyLine<KeyName>[] {
    return taughtKeys(this.keys, (name) => this.acts(name));
  }

  /** Opens the dialog `name`, the settings at the page `tab`. */
  show(name: DialogName, tab: SettingsTab = 'display'): void {
    this.dialog = name;
    this.settingsTab = tab;
    this.settings.forgotten = false;
  }

  cycleTheme(): void {
    void this.settings.change({ theme: nextTheme(this.theme) });
  }

  /** On a shared computer asks who is here, unless somebody picked already. */
  async askWho(): Promise<void> {
    if (!this.settings.now.sharedComputer) return;
    await this.people.load();
    if ((this.people.now?.me ?? null) === null) this.dialog = 'who';
  }

  /** Several people use this computer from now on, or one. */
  async shareComputer(sharedComputer: boolean): Promise<void> {
    await this.settings.change({ sharedComputer });
    if (sharedComputer) await this.people.load();
  }

  /** Somebody else sits here than `before`; null where nobody had said who they are. */
  protected abstract personChanged(before: string | null): void;
}
