import { RangeSetBuilder, type EditorState, type Text } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';

const KEY = Decoration.mark({ class: 'cm-entry-key' });
const DASHES = Decoration.mark({ class: 'cm-entry-dashes' });
const HEADING = Decoration.mark({ class: 'cm-entry-heading' });
const FIELD = Decoration.mark({ class: 'cm-entry-field' });

/** Front matter that has not ended by this line is not front matter. */
const LONGEST_HEAD = 400;

/** The last line of front matter, from 1; 0 without one. */
export function headEnd(doc: Text): number {
  if (doc.line(1).text.trimEnd() !== '---') return 0;
  const last = Math.min(doc.lines, LONGEST_HEAD);
  for (let number = 2; number <= last; number += 1)
    if (doc.line(number).text.trimEnd() === '---') return number;
  return 0;
}

function marks(state: EditorState, ranges: EditorView['visibleRanges']): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const head = headEnd(state.doc);
  for (const { from, to } of ranges) {
    for (let at = from; at <= to;) {
      const line = state.doc.lineAt(at);
      if (line.number <= head) markHead(builder, line);
      else markBody(builder, line);
      at = line.to + 1;
    }
  }
  return builder.finish();
}

interface Line {
  from: number;
  to: number;
  text: string;
}

function markHead(builder: RangeSetBuilder<Decoration>, { from, to, text }: Line): void {
  if (text.trimEnd() === '---') {
    builder.add(from, to, DASHES);
    return;
  }
  const key = /^\s*[\w-]+:/.exec(text)?.[0];
  if (key !== undefined) builder.add(from, from + key.length, KEY);
}

function markBody(builder: RangeSetBuilder<Decoration>, { from, to, text }: Line): void {
  if (/^#{1,6}\s/.test(text)) {
    builder.add(from, to, HEADING);
    return;
  }
  for (const found of text.matchAll(/\{\{[^{}]*\}\}|\[\[[^[\]]*\]\]/g))
    builder.add(from + found.index, from + found.index + found[0].length, FIELD);
}

/** Colours keys, headings, fields and links of an entry in what is visible. */
export const entryMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = marks(view.state, view.visibleRanges);
    }
    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged)
        this.decorations = marks(update.state, update.view.visibleRanges);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
