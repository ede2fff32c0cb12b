import type { InsightsView } from '../../bindings/InsightsView';
import type { PeriodTotals } from '../../bindings/PeriodTotals';
import { count } from '../text/numbers';
import type { InsightsWords } from '../text/insights-words';

/** A part of a whole in percent, one decimal; 0 of nothing. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}

/** A share as the screen shows it. */
export function share(part: number, whole: number): string {
  return `${percent(part, whole)}%`;
}

/** How a figure compares with the period before: the sentence, and whether that is good, bad or neither. */
export interface Compared {
  sentence: string;
  mood: 'good' | 'bad' | 'even';
}

/** More or fewer searches: neither good nor bad. */
export function comparedCount(now: number, before: number, words: InsightsWords['totals']): Compared {
  if (before === 0) return { sentence: words.noBefore, mood: 'even' };
  const change = Math.round(((now - before) / before) * 100);
  if (change === 0) return { sentence: words.same, mood: 'even' };
  const told = change > 0 ? words.more(count(change)) : words.fewer(count(-change));
  return { sentence: told, mood: 'even' };
}

/** A share against the one before, in percentage points. */
export function comparedShare(
  of: (totals: PeriodTotals) => number,
  { now, before }: Pick<InsightsView, 'now' | 'before'>,
  goodWhen: 'more' | 'fewer',
  words: InsightsWords['totals'],
): Compared {
  if (before.searches === 0) return { sentence: words.noBefore, mood: 'even' };
  const change =
    Math.round((percent(of(now), now.searches) - percent(of(before), before.searches)) * 10) / 10;
  if (change === 0) return { sentence: words.same, mood: 'even' };
  const isMore = change > 0;
  return {
    sentence: isMore ? words.pointsMore(String(change)) : words.pointsFewer(String(-change)),
    mood: isMore === (goodWhen === 'more') ? 'good' : 'bad',
  };
}

/** Gaps that nobody answered for more than a week. */
export function olderThanAWeek(view: InsightsView, today: string): number {
  const week = 7 * 24 * 60 * 60 * 1000;
  const age = (first: string) => Date.parse(today) - Date.parse(first.slice(0, 10));
  return view.gaps.filter(({ failed, first }) => failed > 0 && age(first) > week).length;
}
