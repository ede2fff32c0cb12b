import type { EntryView } from '../../bindings/EntryView';
import type { ShownEntry } from '../../bindings/ShownEntry';

/** What is known of a call besides blanks and ticks: when it was, what was shown in it, and the agent's notes. */
export class CallPad {
  /** In milliseconds since 1970; null before the call was begun. */
  started = $state<number | null>(null);
  ended = $state<number | null>(null);
  /** In the order of the first sight; each entry once. */
  shown = $state.raw<ShownEntry[]>([]);
  notes = $state('');

  /** Nothing would be lost with it. */
  get empty(): boolean {
    return this.started === null && this.shown.length === 0 && this.notes.trim() === '';
  }

  /** An entry was chosen to be read. */
  show({ id, title, version }: EntryView, at: number): void {
    if (this.shown.some((one) => one.id === id)) return;
    this.shown = [...this.shown, { id, title, version, at, copied: false }];
  }

  /** Its wording was copied; what is copied was shown. */
  copy(entry: EntryView, at: number): void {
    this.show(entry, at);
    this.shown = this.shown.map((one) => (one.id === entry.id ? { ...one, copied: true } : one));
  }
}
