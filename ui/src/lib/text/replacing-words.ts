import type { TextPart } from '../../bindings/TextPart';

/** The words of finding and replacing everywhere, and of another id for an entry. */
export interface ReplacingWords {
  title: string;
  find: string;
  replace: string;
  folded: string;
  parts: string;
  kinds: string;
  part: Record<TextPart, string>;
  search: string;
  searching: string;
  found: (hits: string, entries: string) => string;
  cut: string;
  nothing: string;
  hint: string;
  line: (line: string) => string;
  lapses: string;
  lapsing: (count: string) => string;
  chooseAll: (title: string) => string;
  chooseHit: (line: string, title: string) => string;
  apply: (count: string) => string;
  done: (files: string) => string;
  undo: string;
  undone: string;
  rename: {
    title: string;
    entry: string;
    to: string;
    hint: string;
    preview: string;
    files: (count: string) => string;
    moved: (to: string) => string;
    apply: string;
    retired: (id: string) => string;
  };
}
