import { FieldValues } from '../desk/field-values.svelte';
import { Echoes } from '../filling/echoes.svelte';
import { Ticks } from '../desk/ticks.svelte';

/** Everything that belongs to one call; when the call is ended or parked all of it leaves the screen together. */
export class Call {
  readonly fields = new FieldValues();
  readonly echoes = new Echoes();
  readonly ticks = new Ticks();

  /** Nothing was filled in or ticked yet. */
  get untouched(): boolean {
    return this.fields.empty && this.ticks.empty;
  }
}
