import { defaultKeymap, historyKeymap, indentWithTab } from '@codemirror/commands';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { changeMarks } from './change-marks';
import { entryMarks } from './entry-marks';
import { problemMarks } from './problem-marks';

/** Roles only: a theme gives them their colours, inside the editor's own root too. */
const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--bg-surface)', fontSize: 'var(--t-14)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '24px', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)', padding: 'var(--s-2) 0' },
  '.cm-line': { padding: '0 var(--s-3) 0 var(--s-2)' },
  '.cm-cursor': { borderInlineStart: '2px solid var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--bg-surface)', color: 'var(--ink-3)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '36px', padding: '0 6px 0 8px' },
  '.cm-activeLine': { backgroundColor: 'var(--bg-sunken)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--bg-sunken)', color: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-line)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--accent-soft)' },
  '.cm-entry-key, .cm-entry-dashes': { color: 'var(--ink-3)' },
  '.cm-entry-heading': { fontWeight: 'var(--w-strong)' },
  '.cm-entry-field': { color: 'var(--accent)' },
  '.cm-problem': {
    textDecoration: 'underline wavy 1.5px var(--must)',
    textUnderlineOffset: '4px',
    textDecorationSkipInk: 'none',
  },
  '.cm-problem-error': { textDecorationColor: 'var(--never)' },
  '.cm-problem-hint': { textDecorationColor: 'var(--ink-3)', textDecorationStyle: 'dotted' },
  '.cm-problem-line': { backgroundColor: 'var(--never-soft)' },
  '.cm-signs': { width: '18px', textAlign: 'center' },
  '.cm-sign': { fontWeight: 'var(--w-strong)', color: 'var(--must)' },
  '.cm-sign-error': { color: 'var(--never)' },
  '.cm-sign-hint': { color: 'var(--ink-3)' },
  '.cm-changes': { width: '3px' },
  '.cm-change-changed': { backgroundColor: 'var(--must)' },
  '.cm-change-added': { backgroundColor: 'var(--say)' },
  '.cm-panels': { backgroundColor: 'var(--bg-sunken)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-panel.cm-search': { padding: 'var(--s-2)', fontFamily: 'var(--font-ui)' },
  '.cm-textfield': {
    backgroundColor: 'var(--bg-surface)',
    color: 'var(--ink)',
    border: '1px solid var(--line-control)',
    borderRadius: 'var(--r-1)',
    fontSize: 'var(--t-13)',
    padding: '2px 6px',
  },
  '.cm-button': {
    backgroundColor: 'var(--bg-surface)',
    backgroundImage: 'none',
    color: 'var(--ink)',
    border: '1px solid var(--line-control)',
    borderRadius: 'var(--r-1)',
    fontSize: 'var(--t-13)',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--must-soft)', outline: '1px solid var(--must-line)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--accent-soft)', outline: '1px solid var(--accent)' },
});

/** The keys that the window has a meaning for: not the editor's. */
const WINDOW_KEYS = new Set(['Mod-Enter', 'Alt-Enter', 'Mod-/', 'Mod-Alt-\\']);

/** How the text of an entry is drawn, and the keys in it. `label` names it; `phrases` are the words of its search. */
export function look(label: string, phrases: Record<string, string>): Extension {
  return [
    lineNumbers(),
    problemMarks,
    changeMarks,
    entryMarks,
    drawSelection(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    search({ top: true }),
    EditorView.lineWrapping,
    EditorState.phrases.of(phrases),
    EditorState.tabSize.of(2),
    // Esc, then Tab leaves the text: so it says, and so the editor does by itself.
    keymap.of([
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap.filter(({ key }) => key === undefined || !WINDOW_KEYS.has(key)),
      indentWithTab,
    ]),
    EditorView.contentAttributes.of({
      'aria-label': label,
      lang: 'zh-CN',
      spellcheck: 'false',
      autocapitalize: 'off',
    }),
    theme,
  ];
}
