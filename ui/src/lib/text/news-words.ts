import type { NewsKind } from '../../bindings/NewsKind';
import type { NewsPart } from '../../bindings/NewsPart';

/** What is said around announcements. */
export interface NewsWords {
  title: string;
  badge: (count: number) => string;
  mustRead: string;
  kind: Record<NewsKind, string>;
  part: Record<NewsPart, string>;
  changed: (parts: string[]) => string;
  successor: (title: string) => string;
  open: string;
  read: string;
  openFirst: string;
  rest: string;
  more: (count: number) => string;
  none: string;
  receipt: string;
  onCard: (what: string) => string;
}
