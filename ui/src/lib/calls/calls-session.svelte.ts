import { Call } from './call.svelte';

/** The call on the line, and those put aside. */
export class CallsSession {
  now = $state.raw(new Call());
  parked = $state.raw<Call[]>([]);

  /** The next customer: nothing of the call before stays. */
  next(): void {
    this.now = new Call();
  }

  /** Puts the call aside and begins another. */
  park(): void {
    this.parked = [...this.parked, this.now];
    this.next();
  }

  /** Takes up the parked call in place `place`, from 0; the one on the line is put aside in its stead. */
  resume(place: number): void {
    const chosen = this.parked[place];
    if (chosen === undefined) return;
    this.parked = this.parked.filter((call) => call !== chosen);
    this.takeUp(chosen);
  }

  /** `call` is on the line; the one that was is put aside, unless nothing would be lost with it. */
  takeUp(call: Call): void {
    if (!this.now.untouched) this.parked = [...this.parked, this.now];
    this.now = call;
  }

  /** Somebody else sits here: nothing of anybody's calls stays. */
  forget(): void {
    this.parked = [];
    this.next();
  }
}
