import type { DockSide } from '../../bindings/DockSide';
import type { PasteObstacle } from '../../bindings/PasteObstacle';

/** What is said around the window itself: quick bar, column, hotkey, tray, pasting. */
export interface WindowWords {
  bar: string;
  docked: string;
  toFull: string;
  toDock: string;
  toBar: string;
  pin: (on: boolean) => string;
  hide: string;
  back: string;
  reading: string;
  /** Of a card in the bar: how many sentences must be said with it. */
  musts: (count: number) => string;
  feet: { copy: string; paste: string; open: string; list: string };
  hint: string;
  noneFound: (chord: string) => string;
  verified: string;
  hotkey: string;
  hotkeyHint: string;
  record: string;
  recording: string;
  noHotkey: string;
  takeAway: string;
  hotkeyState: {
    off: string;
    held: (chord: string) => string;
    taken: (chord: string) => string;
    unfit: (chord: string) => string;
    desktop: (command: string) => string;
    desktopSteps: readonly string[];
    failed: (chord: string, detail: string) => string;
  };
  summonAs: string;
  summonAsHint: string;
  asBar: string;
  asLast: string;
  side: string;
  sides: Record<DockSide, string>;
  /** Where windows stand and which are on top is not for a program to say. */
  placed: string;
  tray: string;
  trayOn: string;
  trayOff: string;
  trayNone: string;
  start: string;
  startHint: string;
  on: string;
  off: string;
  startFault: (detail: string) => string;
  pasteInto: string;
  pasteIntoHint: (chord: string) => string;
  pasteNone: (chord: string) => string;
  addProgram: string;
  add: string;
  allowLast: (program: string, title: string) => string;
  removeProgram: (program: string) => string;
  pasteOff: (chord: string) => string;
  pasted: (program: string) => string;
  undo: string;
  undone: string;
  notUndone: (why: string) => string;
  copiedOnly: (why: string) => string;
  obstacle: Record<Exclude<PasteObstacle['why'], 'notAllowed'>, string> & {
    notAllowed: (program: string) => string;
  };
  closing: { title: string; body: (chord: string) => string; trayBody: string; hide: string; quit: string };
}
