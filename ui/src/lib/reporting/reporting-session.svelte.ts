import type { ReportedKind } from '../../bindings/ReportedKind';
import type { UndoOffer } from '../calls/undo-offer.svelte';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import type { Wording } from '../text/wording';

/** What can be wrong, in the order it is offered. */
export const REPORT_KINDS: readonly ReportedKind[] = ['wrong', 'outdated', 'missing', 'hardToSay'];

/** What a report is about: an entry, or a search that did not find what was looked for. */
export type About = { id: string; title: string } | { query: string };

interface Surroundings {
  ask: Ask;
  undo: UndoOffer;
  words: () => Wording;
  announce: (sentence: string) => void;
  /** Says it to eyes, too. */
  warn: (sentence: string) => void;
}

/** Telling the trainer that something is wrong, in one line. */
export class ReportingSession {
  about = $state.raw<About>({ query: '' });
  kind = $state<ReportedKind>('wrong');
  line = $state('');
  busy = $state(false);
  error = $state.raw<BackendError | null>(null);

  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Begins a report; what a search did not find is missing until the person says otherwise. */
  begin(about: About): void {
    this.about = about;
    this.kind = 'id' in about ? 'wrong' : 'missing';
    this.line = '';
    this.error = null;
  }

  /** Sends it; false when it could not be kept, with `error` saying why. */
  async send(): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      const id = 'id' in this.about ? this.about.id : '';
      const query = 'id' in this.about ? '' : this.about.query;
      const number = await this.#around.ask('report', { id, query, kind: this.kind, line: this.line });
      const { sent, takenBack } = this.#around.words().reporting;
      this.#around.announce(sent);
      this.#around.undo.offer(sent, () => void this.#takeBack(number, takenBack));
      return true;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  async #takeBack(number: number, done: string): Promise<void> {
    try {
      await this.#around.ask('take_back_report', number);
      this.#around.announce(done);
    } catch (thrown) {
      const { code, detail } = BackendError.from(thrown);
      this.#around.warn(this.#around.words().domain.error[code](detail));
    }
  }
}
