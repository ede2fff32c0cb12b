import type { CleaningKind } from '../../bindings/CleaningKind';
import type { ExportAs } from '../../bindings/ExportAs';
import type { ImportDecision } from '../../bindings/ImportDecision';
import type { ImportRole } from '../../bindings/ImportRole';
import type { LeftOutKind } from '../../bindings/LeftOutKind';

/** The words of import and export. */
export interface ImportingWords {
  title: string;
  choose: string;
  /** Before anything was chosen. */
  empty: string;
  reading: (done: string, total: string) => string;
  stop: string;
  files: string;
  remove: (file: string) => string;
  misnamed: (format: string) => string;
  drafts: (count: string) => string;
  /** Some of the drafts are shown. */
  shown: (shown: string, all: string) => string;
  decision: Record<ImportDecision, string>;
  decide: (title: string) => string;
  near: (title: string, hundredths: number) => string;
  changes: (id: string) => string;
  sheet: string;
  allSheets: string;
  header: string;
  noHeader: string;
  headerRow: (row: number) => string;
  role: Record<ImportRole, string>;
  column: (number: number) => string;
  leftOut: string;
  leftOutKind: Record<LeftOutKind, string>;
  cleaned: string;
  cleaning: Record<CleaningKind, string>;
  without: (cleaning: string) => string;
  taken: string;
  accept: (count: string) => string;
  accepting: string;
  done: (made: string, changed: string, skipped: string) => string;
  undo: string;
  undone: string;
  again: string;
  exportTitle: string;
  exportAs: Record<ExportAs, string>;
  /** The name that is offered for the file, without its ending. */
  exportFile: string;
  exported: (count: string, file: string) => string;
  /** A selection of entries. */
  exportSelected: string;
  exportForm: string;
  path: string;
  pathHint: string;
  read: string;
}
