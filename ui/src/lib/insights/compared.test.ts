import { expect, it } from 'vitest';
import type { PeriodTotals } from '../../bindings/PeriodTotals';
import { insights } from '../text/zh/insights';
import { comparedCount, comparedShare, percent } from './compared';

const words = insights.totals;

function totals(searches: number, failed: number): PeriodTotals {
  return {
    searches,
    failed,
    relaxed: 0,
    retyped: 0,
    slow: 0,
    opened: 0,
    firstLine: 0,
    p95Ms: 0,
    machines: 1,
  };
}

it('has no share of nothing', () => {
  expect(percent(0, 0)).toBe(0);
  expect(percent(1, 3)).toBe(33.3);
});

it('says that there is nothing to compare with', () => {
  expect(comparedCount(5, 0, words).sentence).toBe('上期没有数据');
  const view = { now: totals(5, 1), before: totals(0, 0) };
  expect(comparedShare(({ failed }) => failed, view, 'fewer', words).mood).toBe('even');
});

it('takes fewer failures for good and more for bad', () => {
  const fewer = { now: totals(100, 2), before: totals(50, 2) };
  const told = comparedShare(({ failed }) => failed, fewer, 'fewer', words);
  expect(told).toEqual({ sentence: '比上期少 2 个百分点', mood: 'good' });
  const more = { now: totals(50, 2), before: totals(100, 2) };
  expect(comparedShare(({ failed }) => failed, more, 'fewer', words).mood).toBe('bad');
});

it('tells how many more searches there were', () => {
  expect(comparedCount(106, 100, words).sentence).toBe('比上期多 6%');
  expect(comparedCount(94, 100, words).sentence).toBe('比上期少 6%');
});
