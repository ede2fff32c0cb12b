import { tick } from 'svelte';

/** Where the cursor can go. Components lay their elements down here; sessions only name the place. */
export class Places {
  #search: HTMLInputElement | null = null;
  #card: HTMLElement | null = null;
  #pad: HTMLElement | null = null;
  #lines: HTMLElement | null = null;
  #reading: HTMLElement | null = null;

  /** Attachment of the search box. */
  readonly searchBox = (element: HTMLInputElement): (() => void) => {
    this.#search = element;
    return () => {
      if (this.#search === element) this.#search = null;
    };
  };

  /** Attachment of the scrolling call card. */
  readonly callCard = (element: HTMLElement): (() => void) => {
    this.#card = element;
    return () => {
      if (this.#card === element) this.#card = null;
    };
  };

  /** Attachment of the call pad's notes. */
  readonly padNotes = (element: HTMLElement): (() => void) => {
    this.#pad = element;
    return () => {
      if (this.#pad === element) this.#pad = null;
    };
  };

  /** Into the call pad's notes; false when they are not on the screen. */
  focusPad(): boolean {
    if (this.#pad === null || !isSeen(this.#pad)) return false;
    this.#pad.focus();
    return true;
  }

  /** From the call pad back to the search box; false when the cursor is not there. */
  leavePad(): boolean {
    if (this.#pad === null || this.#pad !== document.activeElement) return false;
    this.focusSearch(false);
    return true;
  }

  /** Into the note on the entry, where it can be seen, once it is drawn. */
  focusNote(): void {
    void tick().then(() => {
      const notes = [...document.querySelectorAll<HTMLElement>('[data-note]')];
      (notes.find((element) => element.getClientRects().length > 0) ?? notes[0])?.focus();
    });
  }

  /** Attachment of the list that the keys move in. */
  readonly lineList = (element: HTMLElement): (() => void) => {
    this.#lines = element;
    return () => {
      if (this.#lines === element) this.#lines = null;
    };
  };

  isLineList(target: EventTarget | null): boolean {
    return target !== null && target === this.#lines;
  }

  /** Into the list, where a digit alone picks; false when there is none. */
  focusLines(): boolean {
    this.#lines?.focus();
    return this.#lines !== null;
  }

  /** Attachment of the reading view. */
  readonly readingView = (element: HTMLElement): (() => void) => {
    this.#reading = element;
    return () => {
      if (this.#reading === element) this.#reading = null;
    };
  };

  focusReading(): void {
    this.#reading?.focus({ preventScroll: true });
  }

  /** Into the flow runner: the name of the step, or the list of what is left to do. */
  focusStep(): void {
    const runner = document.querySelector('[data-flow]');
    runner?.querySelector<HTMLElement>('[data-here]')?.focus({ preventScroll: true });
    runner?.querySelector('[data-scroll]')?.scrollTo({ top: 0 });
  }

  /** Scrolls the step of the runner by most of a screen. */
  scrollStep(by: 1 | -1): void {
    const step = document.querySelector('[data-flow] [data-scroll]');
    step?.scrollBy({ top: by * Math.max(48, step.clientHeight * 0.8) });
  }

  /** Into the bridge wording. */
  focusBridge(): void {
    document.querySelector<HTMLElement>('[data-bridge]')?.focus();
  }

  isSearchBox(target: EventTarget | null): boolean {
    return target !== null && target === this.#search;
  }

  focusSearch(select: boolean): void {
    this.#search?.focus();
    if (select) this.#search?.select();
  }

  /** When the window comes back with the cursor nowhere, it goes into the search box. */
  focusSearchIfNowhere(): void {
    if (document.activeElement === document.body) this.#search?.focus();
  }

  /** Whether characters of the search box are selected. */
  get searchSelection(): boolean {
    const box = this.#search;
    return box !== null && box === document.activeElement && box.selectionStart !== box.selectionEnd;
  }

  /** Into the card: its first empty blank, else the card itself. */
  focusCard(): void {
    const blank = this.#blanks(this.#card).find((element) => element.value === '');
    enter(blank ?? this.#card);
  }

  /** From the search box or a blank to the next blank; false when there is none. */
  focusNextBlank(from: EventTarget | null): boolean {
    const onCard = from instanceof Element ? from.closest<HTMLElement>('[data-card]') : null;
    const blanks = this.#blanks(onCard ?? this.#card ?? document);
    const at = blanks.findIndex((element) => element === from);
    const next = at === -1 ? (blanks.find((element) => element.value === '') ?? blanks[0]) : blanks[at + 1];
    enter(next);
    return next !== undefined;
  }

  /** From a blank to the one before it on its card; false when it is the first. */
  focusPreviousBlank(from: HTMLElement): boolean {
    const blanks = this.#blanks(from.closest<HTMLElement>('[data-card]'));
    const before = blanks[blanks.findIndex((element) => element === from) - 1];
    enter(before);
    return before !== undefined;
  }

  /** From a blank to the next empty one, else to the card's copy button. */
  focusNextEmpty(from: EventTarget | null): void {
    const card = from instanceof Element ? from.closest<HTMLElement>('[data-card]') : null;
    const blanks = this.#blanks(card);
    const at = blanks.findIndex((element) => element === from);
    const next = [...blanks.slice(at + 1), ...blanks.slice(0, at)].find((element) => element.value === '');
    enter(next ?? card?.querySelector<HTMLElement>('[data-copy]'));
  }

  focusBlank(entry: string, name: string): void {
    const card = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(entry)}"]`);
    const blank = this.#blanks(card).find((element) => element.dataset.blank === name);
    enter(blank);
  }

  /**
   * Scrolls the card to the first place that matched, at once: a third down, so that what leads to it is seen.
   * A title that matched keeps the top, and a place that is in sight already moves nothing.
   */
  revealLit(): void {
    const card = this.#card;
    if (card === null) return;
    if (card.querySelector('h2 mark') !== null) {
      card.scrollTop = 0;
      return;
    }
    const lit = [...card.querySelectorAll('mark')].find((mark) => mark.getClientRects().length > 0);
    if (lit === undefined) return;
    const place = lit.getBoundingClientRect();
    const sight = card.getBoundingClientRect();
    // The keys at the card's foot lie over its text.
    const foot = card.querySelector('[data-acts]')?.getBoundingClientRect().top ?? sight.bottom;
    if (place.top >= sight.top && place.bottom <= foot) return;
    card.scrollTop += place.top - sight.top - (foot - sight.top) / 3;
  }

  /** Scrolls the card by most of a screen. */
  scrollCard(by: 1 | -1): void {
    const card = this.#card;
    card?.scrollBy({ top: by * Math.max(48, card.clientHeight * 0.8) });
  }

  #blanks(card: ParentNode | null): (HTMLInputElement | HTMLSelectElement)[] {
    return card === null
      ? []
      : [...card.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-blank]')];
  }
}

/** Puts the cursor there, where it can be seen: the keys at the card's foot lie over the end of its text. */
function enter(element: HTMLElement | null | undefined): void {
  if (element === null || element === undefined) return;
  const card = element.closest('[data-card]');
  // The web view's own way into sight knows nothing of the foot, and comes later.
  element.focus({ preventScroll: card !== null });
  if (card === null || card === element) return;
  // Once it is drawn what was refused: that takes room from the text.
  void tick().then(() => bringAboveFoot(element, card));
}

/** Rolls what is out of sight into the middle of what the keys at the card's foot leave of it. */
function bringAboveFoot(element: HTMLElement, card: Element): void {
  const acts = card.querySelector('[data-acts]');
  if (acts?.contains(element) === true) return;
  const sight = card.getBoundingClientRect();
  const foot = acts?.getBoundingClientRect().top ?? sight.bottom;
  const place = element.getBoundingClientRect();
  if (place.top >= sight.top && place.bottom <= foot) return;
  element.scrollIntoView({ block: 'center' });
  const { top, height } = element.getBoundingClientRect();
  card.scrollBy({ top: top + height / 2 - (sight.top + foot) / 2 });
}

/** Whether an element has a place on the screen now. */
function isSeen(element: HTMLElement): boolean {
  return element.isConnected && getComputedStyle(element.closest('aside') ?? element).display !== 'none';
}
