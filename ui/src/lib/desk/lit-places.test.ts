import { expect, it } from 'vitest';
import type { EntryView } from '../../bindings/EntryView';
import type { Inline } from '../../bindings/Inline';
import { entry, paragraphs } from '../../testing/write-entry';
import { isOnlyLitInside } from './lit-places';

const lit: Inline[] = [{ type: 'strong', children: [{ type: 'lit', text: '挂失' }] }];
const block = [
  {
    type: 'list' as const,
    start: null,
    items: [{ checked: null, children: [{ type: 'paragraph' as const, children: lit }] }],
  },
];
const card: EntryView['card'] = {
  say: paragraphs('好的。'),
  must: [],
  never: [],
  internal: block,
  seconds: 1,
};

it('opens 仅内部 only when nothing else of the card matched', () => {
  expect(isOnlyLitInside(entry('a', '甲', { card }))).toBe(true);
  expect(isOnlyLitInside(entry('a', '甲', { card: { ...card, must: [lit] } }))).toBe(false);
  expect(isOnlyLitInside(entry('a', '甲', { card, litTitle: [{ text: '甲', hit: true }] }))).toBe(false);
  const sections = [{ title: [{ text: '挂失', hit: true }], blocks: [] }];
  expect(isOnlyLitInside(entry('a', '甲', { card, sections }))).toBe(false);
});

it('leaves 仅内部 folded when it did not match', () => {
  expect(isOnlyLitInside(entry('a', '甲', { card: { ...card, internal: paragraphs('登记。') } }))).toBe(
    false,
  );
});
