import type { Desk } from './desk.svelte';
import { chordOf } from '../keys/chord';
import { actionOf, belongsToInputMethod, type Action } from '../keys/keys';

/** What keeps its usual meaning while somebody writes several lines. */
const WRITING: readonly Action['do'][] = [
  'moveUp',
  'moveDown',
  'pageUp',
  'pageDown',
  'open',
  'enter',
  'complete',
  'toList',
  'blank',
  'copy',
];

/** What needs a card. */
const ON_CARD: readonly Action['do'][] = ['copy', 'paste', 'tick', 'read', 'flow', 'favourite', 'note'];

/** What a key that stays down does not do again. */
const ONCE: ReadonlySet<Action['do']> = new Set<Action['do']>(['paste', 'bar', 'dock']);
const CONTROLS = 'button, a, select, input, summary, textarea';

/** Turns key presses into what the desk does. The only place that listens to the window's keys. */
export class DeskKeys {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (this.#desk.keys.picksWith(event.key)) this.#desk.search.hands.picking = true;
    if (event.defaultPrevented || this.#desk.search.composing || belongsToInputMethod(event)) return;
    // A dialog is modal: it keeps its own keys, and Esc closes it by itself.
    if (this.#desk.dialog !== null || this.#askingReason()) return;
    const { reading, bridge, flows } = this.#desk;
    if (reading.onKeydown(event) || bridge.onKeydown(event) || flows.onKeydown(event)) {
      event.preventDefault();
      return;
    }
    const action = this.#bareDigit(event) ?? actionOf(event, this.#desk.keys);
    if (action === null) this.#typeInSearch(event);
    else if (event.repeat && ONCE.has(action.do)) event.preventDefault();
    else if (this.#perform(action, event)) event.preventDefault();
  };

  /** Acts on the keys that mean the same on every screen: those of the window. */
  onWindowKey(event: KeyboardEvent): boolean {
    const action = actionOf(event, this.#desk.keys);
    if (action === null) return false;
    if (action.do === 'settings' || action.do === 'keys') this.#desk.show(action.do);
    else if (action.do === 'news' || action.do === 'bar' || action.do === 'dock')
      this.#desk.actions[action.do]?.();
    else return false;
    return true;
  }

  /** A key that picks a line is down or up: the lines must not move under it. */
  readonly onKeyup = (event: KeyboardEvent): void => {
    if (this.#desk.keys.picksWith(event.key)) this.#desk.search.hands.picking = false;
  };

  /** The window lost its keys: none is down any more. */
  readonly onBlur = (): void => {
    this.#desk.search.hands.picking = false;
  };

  /** In the list, where nothing is typed, a digit alone picks a line. */
  #bareDigit(event: KeyboardEvent): Action | null {
    const digit = /^[1-9]$/.exec(chordOf(event) ?? '')?.[0];
    const picks = digit !== undefined && this.#desk.places.isLineList(event.target);
    return picks ? { do: 'pick', line: Number(digit) } : null;
  }

  /** A letter typed where nothing takes it goes into the search box: the cursor moves before it lands. */
  #typeInSearch(event: KeyboardEvent): void {
    const letter = [...event.key].length === 1 && event.key !== ' ';
    const onControl = event.target instanceof Element && event.target.closest(CONTROLS) !== null;
    if (letter && !onControl && !event.ctrlKey && !event.metaKey && !event.altKey) {
      this.#desk.places.focusSearch(false);
    }
  }

  /** Takes back what is offered beside the clock, unless the key is about text that is being written. */
  #takesBack(event: KeyboardEvent): boolean {
    const { target } = event;
    const writes =
      (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value !== '';
    return !(writes && chordOf(event) === 'Ctrl+Z') && this.#desk.live.undo.take();
  }

  /** The key is about a card, and there is none. */
  #lacksCard(what: Action['do']): boolean {
    const { card, flows, places } = this.#desk;
    if (!ON_CARD.includes(what) || !card.none || flows.shown) return false;
    return !(what === 'flow' && flows.now !== null) && !(what === 'copy' && places.searchSelection);
  }

  #askingReason(): boolean {
    const { card, bridge, flows } = this.#desk;
    return [card, ...bridge.cards, ...(flows.now?.scripts ?? [])].some(
      ({ copying }) => copying.asking !== null,
    );
  }

  /** Does it; false when the key keeps its usual meaning where the cursor is. */
  #perform(action: Action, event: KeyboardEvent): boolean {
    const { target } = event;
    if (target instanceof HTMLTextAreaElement && WRITING.includes(action.do)) return false;
    if (this.#desk.flows.shown && this.#inFlow(action, target)) return true;
    const { search, card, places, lines } = this.#desk;
    if (this.#lacksCard(action.do)) {
      this.#desk.announcer.show(this.#desk.words.screen.card.none);
      return true;
    }
    switch (action.do) {
      case 'kind':
        search.filterKind(action.kind);
        return true;
      case 'pick':
        if (!this.#desk.copyBridge(action.line)) {
          lines.pick(action.line);
          this.#desk.window.picked();
        }
        return true;
      case 'moveUp':
      case 'moveDown':
        if (this.#desk.flows.shown || !this.#movesList(target)) return false;
        lines.move(action.do === 'moveUp' ? -1 : 1);
        return true;
      case 'pageUp':
      case 'pageDown':
        lines.page(action.do === 'pageUp' ? -1 : 1);
        return true;
      case 'scrollUp':
      case 'scrollDown':
        places.scrollCard(action.do === 'scrollUp' ? -1 : 1);
        return true;
      case 'open':
      case 'enter':
        return this.#enter(target, action.do === 'open');
      case 'complete':
        if (places.isSearchBox(target) && this.#desk.takeOffer(target)) return true;
        return chordOf(event) === 'Tab' && this.#tab(target);
      case 'toList':
        return this.#toList(target) || (chordOf(event) === 'Shift+Tab' && this.#tabBack(target));
      case 'blank':
        return action.by === 1 ? this.#tab(target) : this.#tabBack(target);
      case 'clear':
        this.#escape(target);
        return true;
      case 'focusSearch':
        if (this.#desk.reading.shown) this.#desk.reading.leaveForSearch();
        else places.focusSearch(true);
        return true;
      case 'copy':
        if (places.searchSelection) return false;
        this.#desk.copy();
        return true;
      case 'tick':
        card.tickNext();
        return true;
      case 'narrow':
        this.#desk.toggleNarrowing();
        return true;
      case 'settings':
      case 'keys':
        this.#desk.show(action.do);
        return true;
      case 'goFavourite':
        return this.#desk.onFavourite(action.slot);
      case 'nothing':
        return true;
      case 'takeBack':
        return this.#takesBack(event);
      case 'readBack':
      case 'readFocus':
      case 'readLarger':
      case 'readNext':
      case 'readSmaller':
        // The reading view takes these itself, and only while it is open.
        return false;
      case 'bar':
      case 'bridge':
      case 'call':
      case 'dock':
      case 'favourite':
      case 'flow':
      case 'handover':
      case 'news':
      case 'note':
      case 'pad':
      case 'park':
      case 'paste':
      case 'read':
      case 'report':
      case 'summary':
        this.#desk.actions[action.do]?.();
        return true;
    }
  }

  /** What a key means while the flow runner stands where the results do; false when it means the same. */
  #inFlow(action: Action, target: EventTarget | null): boolean {
    const { flows, places } = this.#desk;
    const inRunner = target instanceof Element && target.closest('[data-flow]') !== null;
    if (action.do === 'tick') flows.tickNext();
    else if (action.do === 'focusSearch') flows.aside();
    else if (action.do === 'pageUp' || action.do === 'scrollUp') places.scrollStep(-1);
    else if (action.do === 'pageDown' || action.do === 'scrollDown') places.scrollStep(1);
    // Enter in the empty search box goes back into the runner.
    else if (action.do === 'open' && !inRunner) places.focusStep();
    else return false;
    return true;
  }

  /** Up and down mean the list, except where the cursor is in something that they move itself. */
  #movesList(target: EventTarget | null): boolean {
    if (this.#desk.places.isSearchBox(target)) return true;
    return !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement);
  }

  /** From a blank to the next empty one, and what else Enter is for; what is selected only opens with its own key. */
  #enter(target: EventTarget | null, opens: boolean): boolean {
    const desk = this.#desk;
    if (target instanceof HTMLElement && target.dataset.blank !== undefined) {
      desk.places.focusNextEmpty(target);
      return true;
    }
    const onControl = target instanceof Element && target.closest(CONTROLS) !== null;
    if (onControl && !desk.places.isSearchBox(target)) return false;
    if (!opens && !desk.welcoming) return false;
    if (opens && desk.window.open()) return true;
    if (desk.welcoming) desk.dismissWelcome();
    else if (this.#inCard(target) && (desk.card.entry?.steps.length ?? 0) > 0) desk.startFlow();
    else desk.openSelected();
    return true;
  }

  #tab(target: EventTarget | null): boolean {
    const { places, search } = this.#desk;
    const onBlank = target instanceof HTMLElement && target.dataset.blank !== undefined;
    if (!onBlank && !places.isSearchBox(target) && !places.isLineList(target)) return false;
    search.hands.using = true;
    return places.focusNextBlank(target);
  }

  /** From the box into the list and back. */
  #toList(target: EventTarget | null): boolean {
    const { places, lines } = this.#desk;
    if (places.isSearchBox(target)) return lines.open && places.focusLines();
    if (places.isLineList(target)) places.focusSearch(false);
    return places.isLineList(target);
  }

  /** From a blank to the one before it, from the first to the search box. */
  #tabBack(target: EventTarget | null): boolean {
    const { places } = this.#desk;
    if (!(target instanceof HTMLElement) || target.dataset.blank === undefined) return false;
    if (!places.focusPreviousBlank(target)) places.focusSearch(false);
    return true;
  }

  #inCard(target: EventTarget | null): boolean {
    return target instanceof Element && target.closest('[data-card]') !== null;
  }

  #escape(target: EventTarget | null): void {
    const desk = this.#desk;
    if (desk.window.escape()) return;
    if (desk.places.isLineList(target)) desk.places.focusSearch(false);
    // From the card first back to the box: nothing leaves the screen at one slip.
    else if (this.#inCard(target)) desk.places.focusSearch(false);
    else if (desk.welcoming) desk.dismissWelcome();
    else if (desk.narrowingOpen) desk.toggleNarrowing();
    else if (desk.search.idle && desk.flows.now !== null) desk.flows.resume();
    else if (desk.search.idle && desk.start.selected !== null) desk.leaveStart();
    else desk.clearSearch();
  }
}
