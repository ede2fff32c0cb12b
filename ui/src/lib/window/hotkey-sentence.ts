import type { HotkeyState } from '../../bindings/HotkeyState';
import type { WindowWords } from '../text/window-words';

/** What became of the hotkey, and what to do where it does not work. */
export function hotkeySentence({ hotkeyState: words }: WindowWords, hotkey: HotkeyState): string {
  switch (hotkey.state) {
    case 'off':
      return words.off;
    case 'desktop':
      return words.desktop(hotkey.command);
    case 'failed':
      return words.failed(hotkey.chord, hotkey.detail);
    case 'held':
    case 'taken':
    case 'unfit':
      return words[hotkey.state](hotkey.chord);
  }
}
