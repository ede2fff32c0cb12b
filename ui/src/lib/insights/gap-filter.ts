import type { GapView } from '../../bindings/GapView';

/** Which searches are listed. */
export const GAP_FILTERS = ['all', 'failed', 'relaxed', 'retyped', 'slow'] as const;
export type GapFilter = (typeof GAP_FILTERS)[number];

/** How often a gap happened, as the filter counts. */
export function timesOf(gap: GapView, filter: GapFilter): number {
  return filter === 'all' ? Math.max(gap.failed + gap.relaxed, gap.retyped, gap.slow) : gap[filter];
}

/** The gaps that the filter leaves, the most frequent first. */
export function filtered(gaps: readonly GapView[], filter: GapFilter): GapView[] {
  const left = gaps.filter((gap) => timesOf(gap, filter) > 0);
  return filter === 'all' ? left : left.toSorted((a, b) => timesOf(b, filter) - timesOf(a, filter));
}
