import type { ReportedKind } from '../../bindings/ReportedKind';

/** What is said around reporting a problem. */
export interface ReportingWords {
  title: string;
  short: string;
  notFound: string;
  entry: (title: string) => string;
  search: (query: string) => string;
  noSearch: string;
  what: string;
  kind: Record<ReportedKind, string>;
  line: string;
  lineHint: string;
  send: string;
  sent: string;
  takenBack: string;
}
