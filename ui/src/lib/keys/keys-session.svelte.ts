import type { SettingsSession } from '../desk/settings-session.svelte';
import { chordOf } from './chord';
import { ACTIONS, type ActionName } from './key-list';
import { belongsToInputMethod } from './keys';
import { reservedFor, type Reserved } from './reserved';

/** Changing what the keys do: one action at a time waits for its new chord. */
export class KeysSession {
  /** The action that waits for a chord. */
  waiting = $state<ActionName | null>(null);
  /** The chord that was just pressed and can't be given away, and why. */
  refused = $state.raw<{ chord: string; why: Reserved } | null>(null);

  readonly #settings: SettingsSession;

  constructor(settings: SettingsSession) {
    this.#settings = settings;
  }

  /** Whether a person gave `name` another chord, or none. */
  isChanged(name: ActionName): boolean {
    return this.#settings.now.keys[name] !== undefined;
  }

  get anyChanged(): boolean {
    return ACTIONS.some(({ name }) => this.isChanged(name));
  }

  /** The next chord pressed is that of `name`. */
  wait(name: ActionName): void {
    this.waiting = name;
    this.refused = null;
  }

  stop(): void {
    this.waiting = null;
    this.refused = null;
  }

  /** Takes a key press while an action waits; false while none does. */
  onKeydown(event: KeyboardEvent): boolean {
    const name = this.waiting;
    if (name === null) return false;
    if (belongsToInputMethod(event)) return true;
    const chord = chordOf(event);
    if (chord === null) return true;
    if (chord === 'Esc') this.stop();
    else if (chord === 'Backspace' || chord === 'Del') this.take(name);
    else this.#give(name, chord);
    return true;
  }

  /** Leaves `name` without a chord. */
  take(name: ActionName): void {
    this.#change({ [name]: '' });
    this.stop();
  }

  /** Gives `name` the chords it came with. */
  reset(name: ActionName): void {
    this.#change({ [name]: undefined });
  }

  resetAll(): void {
    this.stop();
    void this.#settings.change({ keys: {} });
  }

  #give(name: ActionName, chord: string): void {
    const why = reservedFor(chord);
    if (why !== null) {
      this.refused = { chord, why };
      return;
    }
    const first = ACTIONS.find((line) => line.name === name)?.caps;
    this.#change({ [name]: first?.length === 1 && first[0] === chord ? undefined : chord });
    this.stop();
  }

  #change(change: Record<string, string | undefined>): void {
    const keys: Record<string, string> = {};
    for (const [name, chord] of Object.entries({ ...this.#settings.now.keys, ...change })) {
      if (chord !== undefined) keys[name] = chord;
    }
    void this.#settings.change({ keys });
  }
}
