import type { CopyReceipt } from '../../bindings/CopyReceipt';
import type { CopyRequest } from '../../bindings/CopyRequest';
import type { PasteObstacle } from '../../bindings/PasteObstacle';
import type { PasteTarget } from '../../bindings/PasteTarget';
import type { Backend } from '../backend/backend';
import type { Wording } from '../text/wording';

/** How long it stays on the screen that something was only copied, in milliseconds. */
const TOLD_MS = 8000;

/** What the last paste became. */
export type PasteNotice =
  | { kind: 'pasted'; program: string }
  | { kind: 'copied'; why: PasteObstacle }
  | { kind: 'undone' }
  | { kind: 'notUndone'; why: PasteObstacle };

/** What pasting needs of the desk. */
export interface PastingSurroundings {
  readonly backend: Backend;
  words: () => Wording;
  announce: (sentence: string) => void;
}

/** Pasting a card's own copy into the window in use before, and taking it back. */
export class PastingSession {
  notice: PasteNotice | null = $state.raw(null);
  /** The window that would be pasted into; read for the settings. */
  target: PasteTarget | null = $state.raw(null);

  readonly #around: PastingSurroundings;
  #over: ReturnType<typeof setTimeout> | undefined;

  constructor(around: PastingSurroundings) {
    this.#around = around;
  }

  /** The way out of a card that `Ctrl+Enter` takes. */
  readonly way = async (request: CopyRequest): Promise<CopyReceipt> => {
    const outcome = await this.#around.backend.ask('paste_entry', request);
    if (outcome.result === 'pasted') {
      this.#tell({ kind: 'pasted', program: outcome.program }, outcome.undo_ms);
    } else this.#tell({ kind: 'copied', why: outcome.why }, TOLD_MS);
    return outcome.receipt;
  };

  /** The sentence of `notice`. */
  sentence(notice: PasteNotice): string {
    const words = this.#around.words().window;
    switch (notice.kind) {
      case 'pasted':
        return words.pasted(notice.program);
      case 'copied':
        return words.copiedOnly(this.#why(notice.why));
      case 'undone':
        return words.undone;
      case 'notUndone':
        return words.notUndone(this.#why(notice.why));
    }
  }

  /** Takes the last paste back, where that is certain to be right. */
  async undo(): Promise<void> {
    if (this.notice?.kind !== 'pasted') return;
    this.notice = null;
    const why = await this.#around.backend
      .ask('undo_paste')
      .catch((): PasteObstacle => ({ why: 'notActive' }));
    this.#tell(why === null ? { kind: 'undone' } : { kind: 'notUndone', why }, TOLD_MS);
  }

  /** Reads which window would be pasted into. */
  async look(): Promise<void> {
    this.target = await this.#around.backend.ask('paste_target').catch(() => null);
  }

  #why(obstacle: PasteObstacle): string {
    const words = this.#around.words().window.obstacle;
    return obstacle.why === 'notAllowed' ? words.notAllowed(obstacle.program) : words[obstacle.why];
  }

  #tell(notice: PasteNotice, ms: number): void {
    clearTimeout(this.#over);
    this.notice = notice;
    this.#around.announce(this.sentence(notice));
    this.#over = setTimeout(() => (this.notice = null), ms);
  }
}
