import type { TextPart } from '../../bindings/TextPart';

/** The parts that can be searched, in the order of an entry's file. */
export const PARTS: readonly TextPart[] = [
  'title',
  'names',
  'keys',
  'say',
  'must',
  'never',
  'internal',
  'other',
];
