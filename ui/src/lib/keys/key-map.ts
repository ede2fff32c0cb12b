import { ACTIONS, type ActionName } from './key-list';

/** Which chord asks for what: the chords of the list, unless the person gave others. */
export class KeyMap {
  readonly #chords: ReadonlyMap<ActionName, readonly string[]>;
  readonly #actions: ReadonlyMap<string, ActionName>;

  /** `changed` names actions with the chord they have instead; an empty one has none. */
  constructor(changed: Readonly<Record<string, string | undefined>>) {
    this.#chords = new Map(
      ACTIONS.map(({ name, caps }) => {
        const own = changed[name];
        return [name, own === undefined ? caps : own === '' ? [] : [own]] as const;
      }),
    );
    const actions = new Map<string, ActionName>();
    for (const [name, chords] of this.#chords) {
      // Of two actions with one chord the first of the list has it; `conflicts` tells.
      for (const chord of chords) if (!actions.has(chord)) actions.set(chord, name);
    }
    this.#actions = actions;
  }

  /** The chords of an action, as they are printed. */
  chords(name: ActionName): readonly string[] {
    return this.#chords.get(name) ?? [];
  }

  /** What a chord asks for; null when it is nobody's. */
  action(chord: string): ActionName | null {
    return this.#actions.get(chord) ?? null;
  }

  /** The other actions that have a chord of `name`. */
  conflicts(name: ActionName): ActionName[] {
    const own = this.chords(name);
    return [...this.#chords]
      .filter(([other, chords]) => other !== name && chords.some((chord) => own.includes(chord)))
      .map(([other]) => other);
  }
}

/** The keys until a person changes them. */
export const DEFAULT_KEYS = new KeyMap({});
