import { FieldValues } from '../desk/field-values.svelte';
import { Echoes } from '../filling/echoes.svelte';
import { CallFlows } from '../flows/call-flows.svelte';
import { Ticks } from '../desk/ticks.svelte';
import { CallPad } from './call-pad.svelte';

/** Everything that belongs to one call; when the call is ended or parked all of it leaves the screen together. */
export class Call {
  readonly fields = new FieldValues();
  readonly echoes = new Echoes();
  readonly ticks = new Ticks();
  readonly pad = new CallPad();
  readonly flows = new CallFlows();

  /** Nothing was filled in or ticked yet, and it was not begun. */
  get untouched(): boolean {
    return this.fields.empty && this.ticks.empty && this.pad.empty && this.flows.untouched;
  }
}
