import type { Hit } from '../../bindings/Hit';
import { told } from '../text/domain-words';
import { joined } from '../text/segments';
import type { Wording } from '../text/wording';
import { BRIDGE_LINE, type Desk } from './desk.svelte';

/** The digit of line `line` of the page, from 1; while the bridge wording stands by, its digits are its own. */
export function digitOf(desk: Desk, line: number): number | null {
  return line <= (desk.search.few ? BRIDGE_LINE - 1 : 9) ? line : null;
}

/** The first reason why `hit` is there. */
export function whyOf(words: Wording, hit: Hit): string {
  return hit.why[0] === undefined ? '' : words.domain.why[hit.why[0]];
}

/** What stands in the place of `hit` now; empty when nothing does. */
export function successorOf(words: Wording, hit: Hit): string {
  const { replacedBy, replaced } = words.screen.list;
  return hit.successor === null ? '' : `${replacedBy} ${hit.successor.title} ${replaced}`;
}

/** A line of the results as a screen reader says it. */
export function lineName(words: Wording, hit: Hit, digit: number | null, beside: string): string {
  return words.screen.list.option(
    digit,
    words.domain.kind[hit.kind],
    joined(hit.title),
    told(words.domain.standing, hit.standing),
    whyOf(words, hit),
    beside.trim(),
  );
}
