import type { SettingsSession } from '../desk/settings-session.svelte';
import { chordOf } from './chord';
import { familyCap, familyChords, familyNamed, type FamilyName, type Way } from './families';
import { actionLine, type ActionName } from './key-list';
import { KeyMap, type ChangeableName } from './key-map';
import { belongsToInputMethod } from './keys';
import { reservedFor, type Reserved } from './reserved';
import { chordsIn } from './stored-keys';

/** A key that `name` can't have, and why: nothing was changed. */
export interface Refusal {
  name: ChangeableName;
  /** As printed. */
  keys: string;
  /** The hotkey that calls the window has it, or others of the window. */
  why: Reserved | 'hotkey' | 'taken';
  /** Who has it. */
  by: readonly ChangeableName[];
}

/** Changing what the keys do: one action at a time waits for its new chord, a family takes another modifier. */
export class KeysSession {
  /** The action that waits for a chord. */
  waiting = $state<ActionName | null>(null);
  /** What was just asked for and not done. */
  refused = $state.raw<Refusal | null>(null);

  readonly #settings: SettingsSession;

  constructor(settings: SettingsSession) {
    this.#settings = settings;
  }

  readonly map: KeyMap = $derived.by(() => new KeyMap(this.#settings.now.keys));

  /** Whether a person gave `name` other keys, or none. */
  isChanged(name: ChangeableName): boolean {
    return (
      this.#settings.now.keys[name] !== undefined && !this.map.faults.some((fault) => fault.name === name)
    );
  }

  get anyChanged(): boolean {
    return Object.keys(this.#settings.now.keys).length > 0;
  }

  /** The next chord pressed is that of `name`. */
  wait(name: ActionName): void {
    this.waiting = name;
    this.refused = null;
  }

  /** Nothing waits any more; why something was refused stays to be read. */
  leave(): void {
    this.waiting = null;
  }

  /** Takes a key press while an action waits; false while none does. */
  onKeydown(event: KeyboardEvent): boolean {
    const name = this.waiting;
    if (name === null) return false;
    if (belongsToInputMethod(event)) return true;
    const chord = chordOf(event);
    if (chord === null) return true;
    if (chord === 'Esc') this.#stop();
    else if (chord === 'Backspace' || chord === 'Del') this.#settle({ [name]: '' });
    else this.#give(name, chord);
    return true;
  }

  /** Gives a family another modifier, or none, unless something else has one of its keys then. */
  choose(name: FamilyName, way: Way): void {
    const family = familyNamed(name);
    if (family === null) return;
    const chords = familyChords(family, way);
    const keys = familyCap(way, family.first, family.last);
    if (this.#isFree(name, chords, keys)) this.#settle({ [name]: way === family.way ? undefined : way });
  }

  /** Whether what was refused can be had by taking it from the actions that have it. */
  get canTake(): boolean {
    const { refused } = this;
    return refused?.why === 'taken' && [refused.name, ...refused.by].every((one) => actionLine(one) !== null);
  }

  /** Takes the refused chords from those that have them. */
  take(): void {
    const { refused } = this;
    if (refused === null || !this.canTake) return;
    const wanted = chordsIn(refused.keys);
    const left = refused.by.flatMap((other) => {
      const line = actionLine(other);
      if (line === null) return [];
      return [
        [
          other,
          this.map
            .chords(line.name)
            .filter((one) => !wanted.includes(one))
            .join(' '),
        ] as const,
      ];
    });
    this.#settle({ ...Object.fromEntries(left), [refused.name]: this.#kept(refused.name, refused.keys) });
  }

  /** Gives `name` the keys it came with, unless something else has one of them by now. */
  reset(name: ChangeableName): void {
    const line = actionLine(name);
    const family = familyNamed(name);
    if (family !== null) this.choose(family.name, family.way);
    else if (line !== null && this.#isFree(name, line.caps, line.caps.join(' ')))
      this.#settle({ [name]: undefined });
  }

  resetAll(): void {
    this.#stop();
    void this.#settings.change({ keys: {} });
  }

  /** Forgets what is stored and can't be followed. */
  dropFaults(): void {
    const faulty = this.map.faults.map(({ name }) => [name, undefined] as const);
    this.#settle(Object.fromEntries(faulty));
  }

  #stop(): void {
    this.waiting = null;
    this.refused = null;
  }

  #give(name: ActionName, chord: string): void {
    const line = actionLine(name);
    if (line === null) return;
    const why = reservedFor(chord, line);
    if (why !== null) {
      this.refused = { name, keys: chord, why, by: [] };
      return;
    }
    this.waiting = null;
    if (this.#isFree(name, [chord], chord)) this.#settle({ [name]: this.#kept(name, chord) });
  }

  /** Whether nothing else has one of `chords`; else says what. */
  #isFree(name: ChangeableName, chords: readonly string[], keys: string): boolean {
    if (chords.includes(this.#settings.now.hotkey)) {
      this.refused = { name, keys: this.#settings.now.hotkey, why: 'hotkey', by: [] };
      return false;
    }
    const by = this.map.holders(name, chords);
    this.refused = by.length === 0 ? null : { name, keys, why: 'taken', by };
    return by.length === 0;
  }

  /** What is stored for chords; nothing when they are those it came with. */
  #kept(name: ChangeableName, chords: string): string | undefined {
    return actionLine(name)?.caps.join(' ') === chords ? undefined : chords;
  }

  /** Keeps a change. What could not be followed goes with it, unless a newer program may know the name. */
  #settle(change: Record<string, string | undefined>): void {
    this.#stop();
    const gone = this.map.faults.filter(({ why }) => why !== 'unknown').map(({ name }) => name);
    const kept = Object.entries(this.#settings.now.keys).filter(([name]) => !gone.includes(name));
    const keys: Record<string, string> = {};
    for (const [name, value] of Object.entries({ ...Object.fromEntries(kept), ...change })) {
      if (value !== undefined) keys[name] = value;
    }
    void this.#settings.change({ keys });
  }
}
