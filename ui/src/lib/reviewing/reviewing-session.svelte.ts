import type { DifferenceView } from '../../bindings/DifferenceView';
import type { LineView } from '../../bindings/LineView';
import type { OutsideView } from '../../bindings/OutsideView';
import type { ReviewDeed } from '../../bindings/ReviewDeed';
import type { ReviewDone } from '../../bindings/ReviewDone';
import type { ReviewView } from '../../bindings/ReviewView';
import type { ReviewStep } from '../../bindings/ReviewStep';
import type { StepOption } from '../../bindings/StepOption';
import type { VersionView } from '../../bindings/VersionView';
import type { WaitingView } from '../../bindings/WaitingView';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import { LatestOnly } from '../desk/latest-only';
import type { Wording } from '../text/wording';

export type ReviewTab = 'difference' | 'history' | 'review';
export type ReviewDialog = 'approve' | 'return' | 'withdraw' | 'retire' | 'waiting';

/** What reviewing needs of the window. */
export interface ReviewSurroundings {
  ask: Ask;
  words(): Wording;
  announce(sentence: string): void;
  /** An act changed files: whoever shows them reads them again. */
  changed(): Promise<void>;
}

/** The review of the open entry, its history, and what waits in the workspace. */
export class ReviewingSession {
  view = $state.raw<ReviewView | null>(null);
  versions = $state.raw<VersionView[]>([]);
  lines = $state.raw<LineView[] | null>(null);
  waiting = $state.raw<WaitingView[]>([]);
  outside = $state.raw<OutsideView[]>([]);
  tab = $state<ReviewTab>('difference');
  dialog = $state<ReviewDialog | null>(null);
  /** The files a dialog is about. */
  about = $state.raw<string[]>([]);
  busy = $state(false);
  error = $state.raw<BackendError | null>(null);
  /** The last act, while it can be taken back. */
  last = $state.raw<ReviewDone | null>(null);

  readonly #around: ReviewSurroundings;
  readonly #reviews: LatestOnly<string, [ReviewView, VersionView[]]>;
  #file: string | null = null;
  /** The act that is being done, or was done last. */
  #running: Promise<unknown> = Promise.resolve();

  constructor(around: ReviewSurroundings) {
    this.#around = around;
    this.#reviews = new LatestOnly(
      async (file) => Promise.all([around.ask('review', file), around.ask('review_history', file)]),
      {
        done: ([view, versions]) => {
          this.view = view;
          this.versions = versions;
        },
        failed: (thrown) => (this.error = BackendError.from(thrown)),
      },
    );
  }

  readonly minor: WaitingView[] = $derived(this.waiting.filter((one) => one.minorBy !== null));

  /** The steps worth a button: those that begin where the entry is. */
  readonly steps: StepOption[] = $derived(this.view?.steps.filter((option) => option.fits) ?? []);

  workspaceChanged(): void {
    this.#reviews.forget();
    this.#file = null;
    this.view = null;
    this.versions = [];
    this.lines = null;
    this.waiting = [];
    this.outside = [];
    this.dialog = null;
    this.error = null;
    this.last = null;
  }

  /** Shows the review of a file. */
  show(file: string): void {
    if (file !== this.#file) {
      this.view = null;
      this.versions = [];
      this.lines = null;
      this.error = null;
    }
    this.#file = file;
    this.#reviews.ask(file);
  }

  /** Reads what waits in the workspace, and what other programs did. */
  async look(): Promise<void> {
    try {
      this.outside = await this.#around.ask('outside_changes');
      this.waiting = await this.#around.ask('review_waiting');
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    }
  }

  /** What one version changed in the open file; null when that can't be read, with `error` saying why. */
  async changeOf(version: string): Promise<DifferenceView | null> {
    if (this.#file === null) return null;
    try {
      return await this.#around.ask('review_version', { file: this.#file, version });
    } catch (thrown) {
      this.error = BackendError.from(thrown);
      return null;
    }
  }

  /** Reads who changed each line. */
  async showLines(): Promise<void> {
    if (this.#file === null) return;
    try {
      this.lines = await this.#around.ask('review_lines', this.#file);
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    }
  }

  /** Takes a step, or asks first where something has to be said. */
  step(step: ReviewStep, files: string[]): void {
    switch (step) {
      case 'approve':
      case 'return':
      case 'withdraw':
      case 'retire':
        this.about = files;
        this.error = null;
        this.dialog = step;
        return;
      case 'submit':
      case 'takeBack':
      case 'markMinor':
      case 'confirmMinor':
      case 'redraft':
        void this.do({ type: step }, files);
    }
  }

  /** Does something with files as one act; false when it was refused, with `error` saying why. */
  async do(deed: ReviewDeed, files: string[]): Promise<boolean> {
    return this.#during(async () => {
      const done = await this.#around.ask('review_do', { files, deed });
      this.last = done;
      this.dialog = null;
      this.#around.announce(this.#sentence(done));
    });
  }

  /** Takes the last act back, as soon as it is done; true when there was one. */
  undo(): boolean {
    const last = this.last;
    if (last === null) return false;
    void this.#running.then(() => (this.last === last ? this.#takeBack(last) : undefined));
    return true;
  }

  async #takeBack(last: NonNullable<typeof this.last>): Promise<void> {
    await this.#during(async () => {
      await this.#around.ask('review_undo', last.version);
      this.last = null;
      this.#around.announce(this.#words.undone);
    });
  }

  async keepOutside(): Promise<void> {
    await this.#during(async () => {
      await this.#around.ask('keep_outside');
      this.#around.announce(this.#words.kept);
    });
  }

  async discardOutside(): Promise<void> {
    await this.#during(async () => {
      const files = this.outside.map(({ file }) => file);
      const folder = await this.#around.ask('discard_outside', files);
      this.#around.announce(this.#words.discarded(folder));
    });
  }

  get #words() {
    return this.#around.words().reviewing;
  }

  #sentence(done: ReviewDone): string {
    const first = done.left[0];
    const said = this.#words.done(done.message);
    if (first === undefined) return said;
    const titles = done.left.map(({ title }) => title);
    return `${said} ${this.#words.left(titles, first.why)}`;
  }

  #during(act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return Promise.resolve(false);
    this.busy = true;
    this.error = null;
    const run = this.#run(act);
    this.#running = run;
    return run;
  }

  async #run(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      await this.#around.changed();
      if (this.#file !== null) this.show(this.#file);
      this.lines = null;
      await this.look();
      return true;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
