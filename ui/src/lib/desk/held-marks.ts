import type { Inline } from '../../bindings/Inline';

/** Marks that never begin a line of Chinese. */
const CLOSING = /^[，。、；：！？）」』》】”’…,.;:!?)]+/;

/** A piece of a sentence; `mark` is what has to stay on the line of a blank, taken from the text behind it. */
export interface HeldInline {
  inline: Inline;
  mark: string;
}

/**
 * The marks behind a blank stay on its line: a browser breaks on both sides of a box that is filled in, whatever stands
 * there.
 */
export function heldMarks(inlines: readonly Inline[]): HeldInline[] {
  const held: HeldInline[] = [];
  for (const inline of inlines) {
    const before = held.at(-1);
    const mark = inline.type === 'text' ? (CLOSING.exec(inline.text)?.[0] ?? '') : '';
    if (inline.type === 'text' && mark !== '' && before?.inline.type === 'field') {
      before.mark = mark;
      held.push({ inline: { ...inline, text: inline.text.slice(mark.length) }, mark: '' });
    } else held.push({ inline, mark: '' });
  }
  return held;
}
