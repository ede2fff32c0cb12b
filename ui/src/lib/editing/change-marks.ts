import { RangeSet, StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import { GutterMarker, gutter } from '@codemirror/view';
import { changedLines, linesOf } from './line-changes';

/** The text as it lies in the workspace. */
export const setBase = StateEffect.define<string>();

class Bar extends GutterMarker {
  constructor(kind: 'added' | 'changed') {
    super();
    this.elementClass = `cm-change cm-change-${kind}`;
  }
}
const NONE = RangeSet.empty as RangeSet<GutterMarker>;
const BARS = { added: new Bar('added'), changed: new Bar('changed') };

interface Changes {
  base: string[] | null;
  bars: RangeSet<GutterMarker>;
}

function barsOf(state: EditorState, base: string[] | null): RangeSet<GutterMarker> {
  if (base === null) return NONE;
  const lines = changedLines(base, linesOf(state.doc.toString()));
  return RangeSet.of(
    [...lines].map(([line, kind]) => BARS[kind].range(state.doc.line(line).from)),
    true,
  );
}

const field = StateField.define<Changes>({
  create: () => ({ base: null, bars: NONE }),
  update(changes, transaction) {
    let base = changes.base;
    for (const effect of transaction.effects) if (effect.is(setBase)) base = linesOf(effect.value);
    if (base === changes.base && !transaction.docChanged) return changes;
    return { base, bars: barsOf(transaction.state, base) };
  },
});

/** A bar beside each line that differs from what lies in the workspace. */
export const changeMarks: Extension = [
  field,
  gutter({ class: 'cm-changes', markers: (view) => view.state.field(field).bars }),
];
