import {
  RangeSet,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
  type Range,
} from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, gutter, type DecorationSet } from '@codemirror/view';
import type { TextProblem } from '../../bindings/TextProblem';
import type { Weight } from '../../bindings/Weight';

/** The problems of the text as it was when it was looked at. */
export const setProblems = StateEffect.define<TextProblem[]>();

/** Told apart by shape too, not by colour alone. */
const SIGNS: Record<Weight, string> = { error: '✕', warning: '!', hint: '·' };
const ORDER: readonly Weight[] = ['error', 'warning', 'hint'];

class Sign extends GutterMarker {
  constructor(readonly weight: Weight) {
    super();
  }
  override eq(other: Sign): boolean {
    return other.weight === this.weight;
  }
  override toDOM(): Node {
    const sign = document.createElement('span');
    sign.className = `cm-sign cm-sign-${this.weight}`;
    sign.textContent = SIGNS[this.weight];
    return sign;
  }
}
const SIGN: Record<Weight, Sign> = {
  error: new Sign('error'),
  warning: new Sign('warning'),
  hint: new Sign('hint'),
};

interface Marks {
  underlines: DecorationSet;
  signs: RangeSet<GutterMarker>;
}

function marksOf(state: EditorState, problems: readonly TextProblem[]): Marks {
  const underlines: Range<Decoration>[] = [];
  const worst = new Map<number, Weight>();
  for (const { line, from, to, weight } of problems) {
    if (line === null || line > state.doc.lines) continue;
    const place = state.doc.line(line);
    const known = worst.get(place.from);
    if (known === undefined || ORDER.indexOf(weight) < ORDER.indexOf(known)) worst.set(place.from, weight);
    const [start, end] = [Math.min(place.from + from, place.to), Math.min(place.from + to, place.to)];
    if (start < end)
      underlines.push(Decoration.mark({ class: `cm-problem cm-problem-${weight}` }).range(start, end));
    if (weight === 'error') underlines.push(Decoration.line({ class: 'cm-problem-line' }).range(place.from));
  }
  const signs = [...worst].map(([at, weight]) => SIGN[weight].range(at));
  return { underlines: Decoration.set(underlines, true), signs: RangeSet.of(signs, true) };
}

const field = StateField.define<Marks>({
  create: () => ({ underlines: Decoration.none, signs: RangeSet.empty as RangeSet<GutterMarker> }),
  update(marks, transaction) {
    let now = marks;
    if (transaction.docChanged)
      now = {
        underlines: now.underlines.map(transaction.changes),
        signs: now.signs.map(transaction.changes),
      };
    for (const effect of transaction.effects)
      if (effect.is(setProblems)) now = marksOf(transaction.state, effect.value);
    return now;
  },
  provide: (own) => EditorView.decorations.from(own, (marks) => marks.underlines),
});

/** Underlines and gutter signs of problems; they keep their place while typing goes on. */
export const problemMarks: Extension = [
  field,
  gutter({
    class: 'cm-signs',
    markers: (view) => view.state.field(field).signs,
    initialSpacer: () => SIGN.error,
  }),
];
