import { SvelteMap } from 'svelte/reactivity';
import type { FieldKind } from '../../bindings/FieldKind';
import type { FieldView } from '../../bindings/FieldView';

/** What each kind of blank takes; kinds without a rule take anything here. Amounts and dates are judged behind the border. */
const SHAPES: Partial<Record<FieldKind, RegExp>> = {
  digits: /^\d[\d -]*$/,
};

/** Values of blanks by name. One customer has one name, whichever card asks for it, so cards share them. */
export class FieldValues {
  readonly #values = new SvelteMap<string, string>();

  /** As typed; empty when nothing was. */
  get(name: string): string {
    return this.#values.get(name) ?? '';
  }

  set(name: string, value: string): void {
    if (value === '') this.#values.delete(name);
    else this.#values.set(name, value);
  }

  /** As it is sent: without spaces around it, and in figures with half-width digits. */
  settled(field: FieldView): string {
    const value = this.get(field.name).trim();
    return field.kind === 'text' || field.kind === 'choice' ? value : value.normalize('NFKC');
  }

  /** Whether what is typed can't be what `field` takes. An empty blank is not invalid. */
  invalid(field: FieldView): boolean {
    const value = this.settled(field);
    if (value === '') return false;
    if (field.kind === 'choice') return field.options.length > 0 && !field.options.includes(value);
    return SHAPES[field.kind]?.test(value) === false;
  }

  get empty(): boolean {
    return this.#values.size === 0;
  }

  clear(): void {
    this.#values.clear();
  }
}
