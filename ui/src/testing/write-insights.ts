import type { GapView } from '../bindings/GapView';
import type { InsightsView } from '../bindings/InsightsView';
import type { PeriodTotals } from '../bindings/PeriodTotals';

const NONE: PeriodTotals = {
  searches: 0,
  failed: 0,
  relaxed: 0,
  retyped: 0,
  slow: 0,
  opened: 0,
  firstLine: 0,
  p95Ms: 0,
  machines: 0,
};

/** A search that found nothing once today, near 银行卡挂失. */
export function gap(text: string, part: Partial<GapView> = {}): GapView {
  const nearest = { id: 'card-loss', kind: 'script' as const, title: '银行卡挂失' };
  const last = '2026-11-22 10:00';
  const counts = { failed: 1, relaxed: 0, retyped: 0, slow: 0 };
  return { words: text, alias: text, ...counts, first: last, last, daysAgo: 0, nearest, ...part };
}

/** Insights with these gaps and nothing else but as many searches. */
export function insightsView(gaps: GapView[], part: Partial<InsightsView> = {}): InsightsView {
  return {
    days: 30,
    record: { state: 'ready' },
    now: { ...NONE, searches: gaps.length, failed: gaps.length },
    before: NONE,
    gaps,
    series: [],
    mostUsed: [],
    unused: [],
    unusedTotal: 0,
    reports: [],
    due: [],
    mustRead: [],
    ...part,
  };
}
