import { flushSync } from 'svelte';
import type { EntryView } from '../../bindings/EntryView';
import type { CardSession } from '../desk/card-session.svelte';
import type { SettingsSession } from '../desk/settings-session.svelte';
import { chordOf } from '../keys/chord';
import type { ActionName } from '../keys/key-list';
import type { KeyMap } from '../keys/key-map';
import type { Wording } from '../text/wording';
import { blanksIn, passagesOf, type Passage } from './passages';

/** The sizes of the text to be read, in pixels. */
export const READING_SIZES = [28, 32, 36, 40, 44, 48, 52, 56] as const;

/** What the reading view needs from the desk. */
export interface ReadingSurroundings {
  card: CardSession;
  settings: SettingsSession;
  words: () => Wording;
  keys: () => KeyMap;
  /** Tells a screen reader. */
  announce: (sentence: string) => void;
  /** Says it to eyes, too. */
  warn: (sentence: string) => void;
  /** The view is drawn: the cursor goes there. */
  opened: () => void;
  /** The view is gone: the cursor goes back to the card. */
  closed: () => void;
  /** A letter was typed: the search box takes it. */
  toSearch: () => void;
}

/** Where the reader is: a passage, and a sentence in it. */
interface Spot {
  passage: number;
  sentence: number;
}

/** The card's wording at reading size: one passage or sentence after the other. */
export class ReadingSession {
  #shown = $state(false);
  /** Where the reader is, for the entry it belongs to: another entry begins at its top. */
  #at = $state.raw<Spot & { entry: string }>({ entry: '', passage: 0, sentence: 0 });
  readonly #around: ReadingSurroundings;

  constructor(around: ReadingSurroundings) {
    this.#around = around;
  }

  readonly passages: Passage[] = $derived.by(() => {
    const entry = this.#around.card.entry;
    return entry === null ? [] : passagesOf(entry);
  });
  readonly shown: boolean = $derived.by(() => this.#shown && this.entry !== null);
  readonly at: Spot = $derived.by(() => {
    return this.#at.entry === this.entry?.id ? this.#at : { passage: 0, sentence: 0 };
  });
  /** The blanks in front of the reader whose values are read differently from how they are written. */
  readonly aloud: { name: string; text: string }[] = $derived.by(() => {
    const sentences = this.passages[this.at.passage]?.sentences ?? [];
    const names = sentences.flatMap(blanksIn);
    return names.flatMap((name, place) => {
      if (names.indexOf(name) !== place) return [];
      const text = this.#around.card.aloud(name);
      return text === null ? [] : [{ name, text }];
    });
  });

  get entry(): EntryView | null {
    return this.#around.card.entry;
  }

  /** The size of the text in pixels, one of `READING_SIZES`. */
  get size(): number {
    const wanted = this.#around.settings.now.readingSize;
    return READING_SIZES.findLast((size) => size <= wanted) ?? READING_SIZES[0];
  }

  /** Only the sentence being read is clear. */
  get lineFocus(): boolean {
    return this.#around.settings.now.lineFocus;
  }

  /** Opens the view over the card, once that is the one asked for; says why when nothing may be read from it. */
  show(): boolean {
    this.#around.card.whenShown(() => {
      const { obstacle, entry } = this.#around.card;
      if (entry === null) return;
      if (obstacle !== null) {
        this.#around.warn(this.#around.words().reading.refused[obstacle]);
        return;
      }
      this.#shown = true;
      this.#at = { entry: entry.id, passage: 0, sentence: 0 };
      this.#around.opened();
    });
    return true;
  }

  close(): void {
    if (!this.#shown) return;
    this.#shown = false;
    this.#around.closed();
  }

  /** Opens it, or closes it when it is open. */
  toggle(): boolean {
    if (this.shown) this.close();
    else this.show();
    return true;
  }

  /** Goes on by a sentence where only one is clear, else by a passage. */
  move(by: 1 | -1): void {
    const { passage, sentence } = this.at;
    const last = (this.passages[passage]?.sentences.length ?? 1) - 1;
    const inside = this.lineFocus && sentence + by >= 0 && sentence + by <= last;
    if (inside) this.#go({ passage, sentence: sentence + by });
    else this.#goToPassage(passage + by, by);
  }

  /** Makes the text a step larger or smaller. */
  resize(by: 1 | -1): void {
    const at = READING_SIZES.findIndex((size) => size === this.size);
    const size = READING_SIZES[at + by];
    if (size === undefined) return;
    void this.#around.settings.change({ readingSize: size });
    this.#around.announce(this.#around.words().reading.sized(size));
  }

  toggleFocus(): void {
    void this.#around.settings.change({ lineFocus: !this.lineFocus });
  }

  /** Acts on a key while the view is open; false when the key means the same as everywhere. */
  onKeydown(event: KeyboardEvent): boolean {
    if (!this.shown) return false;
    const chord = chordOf(event);
    if (chord === null) return false;
    const onControl = event.target instanceof Element && event.target.closest('button, input') !== null;
    // A button or a tick that has the cursor takes its own keys.
    if (onControl && (chord === 'Space' || chord === 'Enter')) return false;
    if (this.#act(chord)) return true;
    const letter = [...event.key].length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (letter) this.leaveForSearch();
    return false;
  }

  readonly #acts: Partial<Record<ActionName, () => void>> = {
    readNext: () => this.move(1),
    readBack: () => this.move(-1),
    readLarger: () => this.resize(1),
    readSmaller: () => this.resize(-1),
    readFocus: () => this.toggleFocus(),
  };

  #act(chord: string): boolean {
    if (chord === 'Enter') {
      this.#tick();
      return true;
    }
    if (chord === 'Esc') {
      this.close();
      return true;
    }
    // Plus is on the key of =, with Shift on most keyboards, and on the number pad.
    const plus = chord === 'Ctrl+Shift+=' || chord === 'Ctrl++' ? 'Ctrl+=' : chord;
    const name = this.#around.keys().action(plus, true);
    const act = name === null ? undefined : this.#acts[name];
    act?.();
    return act !== undefined;
  }

  /** Ticks the 必须说 in front of the reader. */
  #tick(): void {
    const place = this.passages[this.at.passage]?.must ?? -1;
    if (place >= 0) this.#around.card.toggle(`must-${place}`);
  }

  /** The search box takes over, wherever the reader is. */
  leaveForSearch(): void {
    this.#shown = false;
    // What is under the view takes the cursor only once the view is gone from the page.
    flushSync();
    this.#around.toSearch();
  }

  #goToPassage(passage: number, by: 1 | -1): void {
    const wanted = this.passages[passage];
    if (wanted === undefined) return;
    this.#go({ passage, sentence: by === 1 || !this.lineFocus ? 0 : wanted.sentences.length - 1 });
  }

  #go(spot: Spot): void {
    if (this.entry !== null) this.#at = { entry: this.entry.id, ...spot };
  }
}
