import { history, historyField, redo, undo } from '@codemirror/commands';
import { EditorState, type Extension, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { QuickFix } from '../../bindings/QuickFix';

const KEPT = { history: historyField };

/** What is kept of the editor itself, so that undo works after a restart; `null` when it does not fit the text. */
function remembered(text: string, undo: string, extensions: Extension): EditorState | null {
  if (undo === '') return null;
  try {
    const state = EditorState.fromJSON(JSON.parse(undo), { extensions }, KEPT);
    return state.sliceDoc() === text ? state : null;
  } catch {
    return null;
  }
}

/**
 * A text being edited, with its undo history. It lives without a view, so that sessions can be tested and a text
 * survives a change of screen; while a view is attached every change goes through it.
 */
export class CodeDocument {
  /** The text now, with the line ends it came with. */
  text = $state.raw('');
  /** Called after every change of the text. */
  onChange: () => void = () => undefined;

  #state: EditorState;
  #view: EditorView | null = null;

  /** `undo` is what `remember` gave for this text, or empty. */
  constructor(text: string, undo: string, look: Extension) {
    const ends = text.includes('\r\n') ? [EditorState.lineSeparator.of('\r\n')] : [];
    const extensions = [history(), ...ends, look];
    this.#state = remembered(text, undo, extensions) ?? EditorState.create({ doc: text, extensions });
    this.text = this.#state.sliceDoc();
  }

  get state(): EditorState {
    return this.#state;
  }

  /** The view draws this document from now on. */
  attach(view: EditorView): void {
    this.#view = view;
  }

  /** The view is gone. */
  detach(view: EditorView): void {
    if (this.#view === view) this.#view = null;
  }

  /** The view's state changed. */
  accept(state: EditorState): void {
    const changed = state.doc !== this.#state.doc;
    this.#state = state;
    if (!changed) return;
    this.text = state.sliceDoc();
    this.onChange();
  }

  dispatch(spec: TransactionSpec): void {
    const transaction = this.#state.update(spec);
    if (this.#view === null) this.accept(transaction.state);
    else this.#view.dispatch(transaction);
  }

  /** Makes `text` of it by changing as little as possible; what is before and behind keeps its place. */
  become(text: string): void {
    const now = this.#state.sliceDoc();
    if (text === now) return;
    const doc = this.#state.toText(text);
    const [old, next] = [this.#state.doc.toString(), doc.toString()];
    let from = 0;
    const least = Math.min(old.length, next.length);
    while (from < least && old[from] === next[from]) from += 1;
    let end = 0;
    while (end < least - from && old[old.length - 1 - end] === next[next.length - 1 - end]) end += 1;
    const insert = doc.slice(from, next.length - end);
    this.dispatch({ changes: { from, to: old.length - end, insert }, userEvent: 'input.form' });
  }

  /** Makes the change of a quick fix and goes there. */
  apply(fix: QuickFix): void {
    const doc = this.#state.doc;
    const end = this.#state.lineBreak;
    const put = fix.lines.join(end);
    const behind = fix.line > doc.lines;
    const from = behind ? doc.length : doc.line(fix.line).from;
    if (fix.remove === 0) {
      this.#put(from, from, behind ? `${end}${put}` : `${put}${end}`, behind ? 0 : 1);
      return;
    }
    const last = doc.line(Math.min(fix.line + fix.remove - 1, doc.lines)).to;
    const to = fix.lines.length === 0 ? Math.min(last + 1, doc.length) : last;
    this.#put(from, to, put, 0);
  }

  undo(): void {
    undo({ state: this.#state, dispatch: (transaction) => this.#passOn(transaction) });
  }

  redo(): void {
    redo({ state: this.#state, dispatch: (transaction) => this.#passOn(transaction) });
  }

  /** Text and undo history, for the constructor of a later document. */
  remember(): string {
    return JSON.stringify(this.#state.toJSON(KEPT));
  }

  /** Goes to a line and shows it. */
  goTo(line: number, column: number): void {
    const at = this.#state.doc.line(Math.max(1, Math.min(line, this.#state.doc.lines)));
    this.dispatch({
      selection: { anchor: Math.min(at.from + column, at.to) },
      scrollIntoView: true,
    });
    this.#view?.focus();
  }

  /** Puts the cursor into the text. */
  focus(): void {
    this.#view?.focus();
  }

  /** The line the cursor is in, from 1. */
  get line(): number {
    return this.#state.doc.lineAt(this.#state.selection.main.head).number;
  }

  /** Puts `text` in place of a stretch, with the cursor at its end but for `back` characters. */
  #put(from: number, to: number, text: string, back: number): void {
    const insert = this.#state.toText(text);
    this.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + Math.max(0, insert.length - back) },
      scrollIntoView: true,
      userEvent: 'input.fix',
    });
  }

  #passOn(transaction: Parameters<EditorView['dispatch']>[0] & { state: EditorState }): void {
    if (this.#view === null) this.accept(transaction.state);
    else this.#view.dispatch(transaction);
  }
}
