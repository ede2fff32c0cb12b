import { fireEvent } from '@testing-library/svelte';
import { tick } from 'svelte';
import { vi } from 'vitest';
import type { Call } from '../lib/calls/call.svelte';
import type { Desk } from '../lib/desk/desk.svelte';
import { ACTIONS } from '../lib/keys/key-list';
import { READY, settled, type FakeBackend } from './fake-backend';
import type { Random } from './random';

const QUERIES = ['卡', '还款', '流程', '境外', '卡丢', '', 'gs', '费'];
const PLAIN = [
  'Enter',
  'Tab',
  'Escape',
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'Backspace',
  ' ',
  'k',
  'x',
];
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** An agent who does anything at all: keys, blanks, buttons, copying, calls, in any order. */
export class Shift {
  readonly #random: Random;
  readonly #desk: Desk;
  readonly #backend: FakeBackend;
  readonly #calls = new Map<Call, number>();
  #values = 0;
  /** What was done last, for the message of a test that fails. */
  readonly done: string[] = [];

  constructor(random: Random, desk: Desk, backend: FakeBackend) {
    this.#random = random;
    this.#desk = desk;
    this.#backend = backend;
  }

  /** The number of the call on the line; what is filled in during it begins with that. */
  get call(): number {
    const { now } = this.#desk.calls;
    const known = this.#calls.get(now) ?? this.#calls.size + 1;
    this.#calls.set(now, known);
    return known;
  }

  get callsTaken(): number {
    return this.#calls.size;
  }

  /** Does one thing and waits until the page has drawn it. */
  async act(): Promise<void> {
    const dialog = document.querySelector('dialog');
    // Nobody stays in a dialog for long; Esc closes it, which the page's stand-in for a browser does not do.
    if (dialog !== null && this.#random.below(3) === 0) this.#closeDialog(dialog);
    const chance = this.#random.below(100);
    if (chance < 40) await this.#chord();
    else if (chance < 55) await this.#fill();
    else if (chance < 67) await this.#search();
    else if (chance < 82) await this.#click();
    else if (chance < 88) await this.#copyByHand();
    else if (chance < 93) this.#focus();
    else if (chance < 99) this.#wait();
    else this.#backend.tellStatus(READY);
    await settled();
    await tick();
  }

  #note(what: string): void {
    this.done.push(what);
    if (this.done.length > 12) this.done.shift();
  }

  #closeDialog(dialog: HTMLDialogElement): void {
    this.#note('Esc in the dialog');
    dialog.dispatchEvent(new Event('close'));
  }

  async #chord(): Promise<void> {
    const chance = this.#random.below(10);
    const digit = this.#random.of(DIGITS) ?? '1';
    const chords = ACTIONS.flatMap(({ caps }) => caps);
    let init: KeyboardEventInit = { key: this.#random.of(PLAIN) ?? 'x' };
    if (chance < 2) init = { key: digit, code: `Digit${digit}` };
    else if (chance < 4) init = { key: digit, code: `Digit${digit}`, altKey: true };
    else if (chance < 8) init = pressOf(this.#random.of(chords) ?? 'Ctrl+K');
    this.#note(`key ${init.ctrlKey ? 'Ctrl+' : ''}${init.altKey ? 'Alt+' : ''}${init.key}`);
    await fireEvent.keyDown(document.activeElement ?? document.body, init);
    await fireEvent.keyUp(document.activeElement ?? document.body, init);
  }

  async #fill(): Promise<void> {
    const blank = this.#random.of(reachable<HTMLInputElement>('input[data-blank]'));
    if (blank === undefined) return;
    const value = `Q${this.call}Z${(this.#values += 1)}`;
    this.#note(`fill ${blank.dataset.blank} with ${value}`);
    blank.focus();
    await fireEvent.input(blank, { target: { value } });
    if (this.#random.below(2) === 0) await settled();
    await fireEvent.change(blank);
  }

  async #search(): Promise<void> {
    const box = this.#random.of(reachable<HTMLInputElement>('[role=combobox]'));
    if (box === undefined) return;
    const value = this.#random.of(QUERIES) ?? '';
    this.#note(`search ${value}`);
    box.focus();
    await fireEvent.input(box, { target: { value } });
  }

  async #click(): Promise<void> {
    const control = this.#random.of(
      reachable('button:not(:disabled), input[type=checkbox], [role=option], summary'),
    );
    if (control === undefined) return;
    this.#note(`click ${control.getAttribute('aria-label') ?? control.textContent.trim().slice(0, 20)}`);
    await fireEvent.click(control);
  }

  /** Every way around the door; the page must say no. */
  async #copyByHand(): Promise<void> {
    const element = this.#random.of(
      reachable('[data-card] *, [data-flow] *, [data-reading] *, [role=option]'),
    );
    if (element === undefined || element.closest('input, textarea, select, [data-selectable]') !== null)
      return;
    const name = this.#random.of(['copy', 'cut', 'dragstart', 'selectstart']) ?? 'copy';
    this.#note(`${name} by hand`);
    const passed = element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
    await settled();
    if (passed)
      throw new Error(
        `${name} was let through on ${element.tagName} „${element.textContent}“, after ${this.done.join(' | ')}`,
      );
  }

  #focus(): void {
    this.#random.of(reachable('button, input, [tabindex]'))?.focus();
  }

  #wait(): void {
    const ms = this.#random.below(15_000);
    this.#note(`wait ${ms} ms`);
    vi.advanceTimersByTime(ms);
  }
}

/** What a hand can reach: nothing under a dialog or under the reading view. */
function reachable<Kind extends HTMLElement = HTMLElement>(css: string): Kind[] {
  const dialog = document.querySelector('dialog');
  return [...(dialog ?? document).querySelectorAll<Kind>(css)].filter(
    (element) => element.closest('[inert]') === null,
  );
}

function pressOf(chord: string): KeyboardEventInit {
  const parts = chord.split(/\+(?=.)/);
  const key = parts.at(-1) ?? '';
  const shiftKey = parts.includes('Shift');
  return {
    key: key.length === 1 && !shiftKey ? key.toLowerCase() : key,
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
    shiftKey,
  };
}
