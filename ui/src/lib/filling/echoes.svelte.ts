import { SvelteMap } from 'svelte/reactivity';
import type { FieldEcho } from '../../bindings/FieldEcho';
import type { FieldKind } from '../../bindings/FieldKind';
import type { FieldView } from '../../bindings/FieldView';
import type { Ask } from '../backend/commands';

/** The kinds that have more than one form. */
const WITH_FORMS: readonly FieldKind[] = ['digits', 'amount', 'date'];

/** A value with what is known of it. */
interface Echoed {
  kind: FieldKind;
  value: string;
  /** Null until the answer is here. */
  echo: FieldEcho | null;
}

/** How the values of a call's blanks are written and read aloud, by the name of the blank. */
export class Echoes {
  readonly #known = new SvelteMap<string, Echoed>();

  /** Whether a blank of this kind is shown in other forms. */
  static has(kind: FieldKind): boolean {
    return WITH_FORMS.includes(kind);
  }

  /** What is known of `value` in `field`; null while nothing is, or where there is nothing to know. */
  of(field: FieldView, value: string): FieldEcho | null {
    const known = this.#known.get(field.name);
    return known !== undefined && known.kind === field.kind && known.value === value ? known.echo : null;
  }

  /** Asks for the forms of `value` in `field` unless they are known or on their way. */
  async follow(ask: Ask, field: FieldView, value: string): Promise<void> {
    const { name, kind, options } = field;
    if (!Echoes.has(kind)) return;
    if (value.trim() === '') {
      this.#known.delete(name);
      return;
    }
    const before = this.#known.get(name);
    if (before?.kind === kind && before.value === value) return;
    const wanted: Echoed = { kind, value, echo: null };
    this.#known.set(name, wanted);
    try {
      const echo = await ask('field_echo', { kind, value, options });
      // What was typed meanwhile has its own answer.
      if (this.#known.get(name) === wanted) this.#known.set(name, { ...wanted, echo });
    } catch {
      // Without it the blank only lacks its other forms; copying judges the value itself.
      if (this.#known.get(name) === wanted) this.#known.delete(name);
    }
  }
}
