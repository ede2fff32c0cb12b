import type { Segment } from '../../bindings/Segment';

/** The text of `segments`, lit or not. */
export function joined(segments: Segment[]): string {
  return segments.map(({ text }) => text).join('');
}
