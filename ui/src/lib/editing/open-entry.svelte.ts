import type { Checked } from '../../bindings/Checked';
import type { EntryRow } from '../../bindings/EntryRow';
import type { FormChange } from '../../bindings/FormChange';
import type { OpenedFile } from '../../bindings/OpenedFile';
import type { Recovered } from '../../bindings/Recovered';
import type { SaveOutcome } from '../../bindings/SaveOutcome';
import type { Extension } from '@codemirror/state';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import { LatestOnly } from '../desk/latest-only';
import { Keeper } from '../training/keeper';
import { CodeDocument } from './code-document.svelte';

/** What somebody else saved while this was typed. */
export type Theirs = Extract<SaveOutcome, { outcome: 'changedMeanwhile' }>;
export type Saved = Extract<SaveOutcome, { outcome: 'saved' }>;

/** What an open entry tells its surroundings. */
export interface Around {
  ask: Ask;
  look: Extension;
  /** Something was typed, or what was typed was saved or dropped. */
  unsaved(file: string, unsaved: boolean): void;
}

/** One file in the editor: its text, what it would be as an entry, and the way to save it. */
export class OpenEntry {
  readonly file: string;
  readonly doc: CodeDocument;
  /** The text as it lies in the workspace. */
  base = $state.raw('');
  checked = $state.raw<Checked>() as Checked;
  /** Typing that was brought back at opening; null once it is settled. */
  recovered = $state.raw<Recovered | null>(null);
  theirs = $state.raw<Theirs | null>(null);
  saving = $state(false);
  /** When what is typed was kept, `HH:MM:SS`. */
  keptAt = $state<string | null>(null);
  saved = $state.raw<Saved | null>(null);
  error = $state.raw<BackendError | null>(null);

  readonly #around: Around;
  readonly #checks: LatestOnly<string, Checked>;
  #changes: Promise<unknown> = Promise.resolve();
  #fingerprint: string;
  readonly #keeper = new Keeper(() => this.#keep());

  constructor(opened: OpenedFile, around: Around) {
    this.file = opened.file;
    this.#around = around;
    this.#fingerprint = opened.fingerprint;
    this.base = opened.text;
    this.checked = opened.checked;
    this.recovered = opened.recovered;
    this.doc = new CodeDocument(
      opened.recovered?.text ?? opened.text,
      opened.recovered?.undo ?? '',
      around.look,
    );
    this.#checks = new LatestOnly((text) => around.ask('editing_check', { file: this.file, text }), {
      done: (checked) => (this.checked = checked),
      failed: (thrown) => (this.error = BackendError.from(thrown)),
    });
    this.doc.onChange = () => this.#typed();
    if (opened.recovered !== null) this.#checks.ask(this.doc.text);
  }

  readonly dirty: boolean = $derived.by(() => this.doc.text !== this.base);

  /** Keeps what is typed now: the person goes elsewhere. */
  async leave(): Promise<void> {
    await this.#changes;
    await this.#keeper.now();
  }

  /** The workspace is gone: nothing is kept in it any more. */
  close(): void {
    this.#keeper.forget();
    this.doc.onChange = () => undefined;
  }

  /** The file was read again: what was not typed in follows it. What was typed in stays, and is asked about at saving. */
  refresh(opened: OpenedFile): void {
    if (this.dirty || this.saving || opened.fingerprint === this.#fingerprint) return;
    this.#fingerprint = opened.fingerprint;
    this.base = opened.text;
    this.doc.become(opened.text);
    this.#checks.ask(opened.text);
  }

  /** Saves; null when it was not saved, with `theirs` or `error` saying why. */
  async save(): Promise<Saved | null> {
    if (this.saving) return null;
    this.saving = true;
    await this.#changes;
    this.error = null;
    this.#keeper.forget();
    const text = this.doc.text;
    try {
      const outcome = await this.#around.ask('editing_save', {
        file: this.file,
        text,
        base: this.#fingerprint,
      });
      if (outcome.outcome === 'changedMeanwhile') {
        this.theirs = outcome;
        return null;
      }
      this.#settle(outcome, text);
      return outcome;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
      this.#keeper.soon();
      return null;
    } finally {
      this.saving = false;
    }
  }

  /**
   * Changes one value in the text, every other byte left as it is; changes follow each other. While a value is `typing`,
   * one that can't be taken yet (half a date) is no error.
   */
  change(change: FormChange, typing = false): Promise<boolean> {
    const made = this.#changes.then(() => this.#change(change, typing));
    this.#changes = made;
    return made;
  }

  async #change(change: FormChange, typing: boolean): Promise<boolean> {
    const text = this.doc.text;
    this.error = null;
    try {
      const changed = await this.#around.ask('editing_form', { text, change });
      // Typed meanwhile: the answer is about another text.
      if (this.doc.text !== text) return await this.#change(change, typing);
      this.doc.become(changed);
      return true;
    } catch (thrown) {
      const error = BackendError.from(thrown);
      if (!typing || error.code !== 'formRefused') this.error = error;
      return false;
    }
  }

  /** What somebody else saved takes the place of what was typed; undo brings that back. */
  takeTheirs(): void {
    const theirs = this.theirs;
    if (theirs === null || theirs.text === null) return;
    this.#fingerprint = theirs.fingerprint;
    this.base = theirs.text;
    this.theirs = null;
    this.recovered = null;
    this.doc.become(theirs.text);
    void this.#forget();
  }

  /** What was typed stays and is saved over what somebody else saved. */
  async overwrite(): Promise<Saved | null> {
    const theirs = this.theirs;
    if (theirs === null || theirs.text === null) return null;
    this.#fingerprint = theirs.fingerprint;
    this.base = theirs.text;
    this.theirs = null;
    return this.save();
  }

  /** What was typed becomes a draft of its own. */
  async keepAsCopy(): Promise<EntryRow | null> {
    try {
      const row = await this.#around.ask('editing_duplicate', this.doc.text);
      this.takeTheirs();
      return row;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
      return null;
    }
  }

  /** Deletes the draft; false when that was refused, with `error` saying why. */
  async delete(): Promise<boolean> {
    try {
      await this.#around.ask('editing_delete', { file: this.file, base: this.#fingerprint });
      this.#keeper.forget();
      return true;
    } catch (thrown) {
      this.error = BackendError.from(thrown);
      return false;
    }
  }

  /** Decides later: typing goes on. */
  postpone(): void {
    this.theirs = null;
  }

  /** The text as it lies in the workspace takes the place of what was typed; undo brings that back. */
  discard(): void {
    this.recovered = null;
    this.doc.become(this.base);
    void this.#forget();
  }

  #typed(): void {
    this.#checks.ask(this.doc.text);
    this.saved = null;
    this.#around.unsaved(this.file, this.dirty);
    this.#keeper.soon();
  }

  #settle(saved: Saved, sent: string): void {
    const typedMeanwhile = this.doc.text !== sent;
    this.#fingerprint = saved.fingerprint;
    this.base = saved.text;
    this.recovered = null;
    this.keptAt = null;
    if (!typedMeanwhile) this.doc.become(saved.text);
    this.#keeper.forget();
    if (typedMeanwhile) this.#keeper.soon();
    this.saved = saved;
    this.#around.unsaved(this.file, typedMeanwhile);
    this.#checks.ask(this.doc.text);
  }

  async #keep(): Promise<void> {
    if (!this.dirty) return this.#forget();
    try {
      this.keptAt = await this.#around.ask('editing_keep', {
        file: this.file,
        base: this.#fingerprint,
        text: this.doc.text,
        undo: this.doc.remember(),
      });
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    }
  }

  async #forget(): Promise<void> {
    this.#keeper.forget();
    this.keptAt = null;
    try {
      await this.#around.ask('editing_forget', this.file);
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    }
  }
}
