import type { AppError } from '../../bindings/AppError';
import type { DockSide } from '../../bindings/DockSide';
import type { WindowMode } from '../../bindings/WindowMode';
import type { WindowView } from '../../bindings/WindowView';
import type { Backend } from '../backend/backend';
import { BackendError } from '../backend/error';
import type { WindowSurroundings } from './window-surroundings';

/** What holds until the shell has told. */
export const WINDOW_VIEW: WindowView = {
  mode: 'full',
  side: 'right',
  onTop: true,
  hotkey: { state: 'off' },
  tray: false,
  stays: false,
  startFault: '',
  summons: 0,
  drawing: false,
};

/** The mark the page sets when it was summoned and takes keys; the measurement reads it. */
const READY = 'yingda:ready';

/** The window itself: its shape, what a summons and `Esc` do in the bar, and the line that is read there. */
export class WindowSession {
  view: WindowView = $state.raw(WINDOW_VIEW);
  /** Closing is about to hide the window for the first time. */
  hiding = $state(false);
  error: AppError | null = $state.raw(null);
  /** The newest summons that was heard of; answers may come in another order than they were given. */
  #summons = 0;
  /** The text whose picked line is read large. */
  #readText: string | null = $state.raw(null);

  readonly #backend: Backend;
  readonly #around: WindowSurroundings;

  constructor(backend: Backend, around: WindowSurroundings) {
    this.#backend = backend;
    this.#around = around;
    around.actions.bar = () => this.toggle('bar');
    around.actions.dock = () => this.toggle('docked');
  }

  async start(): Promise<void> {
    await Promise.all([
      this.#backend.on('window', (view) => this.#show(view)),
      this.#backend.on('summoned', ({ summons }) => this.#summoned(summons)),
      this.#backend.on('hiding', () => (this.hiding = true)),
      this.#do(this.#backend.ask('window')),
    ]);
  }

  get bar(): boolean {
    return this.view.mode === 'bar';
  }

  get docked(): boolean {
    return this.view.mode === 'docked';
  }

  /** The desktop alone says where the window stands and whether it is on top (Wayland). */
  get placedByDesktop(): boolean {
    return this.view.hotkey.state === 'desktop';
  }

  /** The picked line is read large in the bar; typing on goes back to the list. */
  get reading(): boolean {
    return this.bar && this.#readText !== null && this.#readText === this.#around.search.text;
  }

  /** A line was picked: in the bar it is read. */
  picked(): void {
    if (this.bar) this.#readText = this.#around.search.text;
  }

  /** From the line that is read back to the list. */
  stopReading(): void {
    this.#readText = null;
    this.#around.places.focusSearch(false);
  }

  /** `Enter` in the bar opens the same search and card in full; false in a larger window. */
  open(): boolean {
    if (!this.bar) return false;
    void this.become('full').then(() => this.#around.openSelected());
    return true;
  }

  /** `Esc` in the bar: from reading to the list, then clears, then hides; false in a larger window. */
  escape(): boolean {
    if (!this.bar) return false;
    const { search } = this.#around;
    if (this.reading) this.stopReading();
    else if (search.text !== '' || search.narrowing.asks) this.#around.clearSearch();
    else this.hide();
    return true;
  }

  /** Becomes `mode`, or the whole desk when it is that already. */
  toggle(mode: WindowMode): boolean {
    void this.become(this.view.mode === mode ? 'full' : mode).then(() => {
      if (this.bar) this.#around.beforeSummons();
    });
    return true;
  }

  become(mode: WindowMode): Promise<void> {
    this.#readText = null;
    return this.#do(this.#backend.ask('set_window_mode', mode));
  }

  dockAt(side: DockSide): void {
    void this.#do(this.#backend.ask('dock_window', side));
  }

  keepOnTop(onTop: boolean): void {
    void this.#do(this.#backend.ask('keep_on_top', onTop));
  }

  /** Hides the window; the keyboard goes back to where it was. */
  hide(): void {
    this.hiding = false;
    this.#readText = null;
    void this.#backend.ask('hide_window', this.#summons).catch((thrown: unknown) => this.#fail(thrown));
  }

  /** Lets the mouse move a window without a title bar. */
  drag(): void {
    // Where the desktop refuses, the window stays.
    void this.#backend.ask('drag_window').catch(() => undefined);
  }

  /** What a summons would show is in the page: tells the shell when it is painted, where that was asked for. */
  drawn(): void {
    if (!this.view.drawing) return;
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        // Where it fails, the shell stops waiting by itself.
        void this.#backend.ask('drawn').catch(() => undefined);
      });
    });
  }

  quit(): void {
    void this.#backend.ask('quit').catch((thrown: unknown) => this.#fail(thrown));
  }

  async #do(asked: Promise<WindowView>): Promise<void> {
    try {
      this.#show(await asked);
      this.error = null;
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  /** Called: whatever stood there, the cursor is in the search box with its text selected. */
  #summoned(summons: number): void {
    this.#summons = Math.max(this.#summons, summons);
    this.#readText = null;
    this.#around.beforeSummons();
    this.#around.places.focusSearch(true);
    markReady();
  }

  #show(view: WindowView): void {
    this.view = view;
    this.#summons = Math.max(this.#summons, view.summons);
  }

  #fail(thrown: unknown): void {
    this.error = BackendError.from(thrown);
  }
}

/** Marks the moment when what the summons shows is painted and the window has the keyboard. */
function markReady(): void {
  performance.clearMarks(READY);
  const painted = (): void => {
    if (document.hasFocus()) performance.mark(READY);
    else window.addEventListener('focus', afterPaint, { once: true });
  };
  const afterPaint = (): void => {
    requestAnimationFrame(() => requestAnimationFrame(painted));
  };
  afterPaint();
}
