import type { CallPaper } from '../../bindings/CallPaper';
import type { CallText } from '../../bindings/CallText';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import type { Call } from './call.svelte';
import { notesOf } from './call-notes';

/** A call written up: shown first, then copied exactly so. */
export class PaperSession {
  paper = $state<CallPaper>('summary');
  /** Null until it was written. */
  text = $state.raw<CallText | null>(null);
  error = $state.raw<BackendError | null>(null);
  copied = $state(false);

  readonly #ask: Ask;
  #call: Call | null = null;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Writes `call` up for `paper`. */
  async write(call: Call, paper: CallPaper): Promise<void> {
    this.#call = call;
    this.paper = paper;
    this.text = null;
    this.error = null;
    this.copied = false;
    await this.#send('call_text');
  }

  /** Puts it on the clipboard. */
  async copy(): Promise<boolean> {
    this.copied = await this.#send('copy_call_text');
    return this.copied;
  }

  /** Nothing of the call stays here. */
  forget(): void {
    this.#call = null;
    this.text = null;
  }

  async #send(command: 'call_text' | 'copy_call_text'): Promise<boolean> {
    const call = this.#call;
    if (call === null) return false;
    try {
      const text = await this.#ask(command, { call: notesOf(call, Date.now()), paper: this.paper });
      if (this.#call !== call) return false;
      this.text = text;
      this.error = null;
      return true;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
      return false;
    }
  }
}
