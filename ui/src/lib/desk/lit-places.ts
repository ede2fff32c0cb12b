import type { Block } from '../../bindings/Block';
import type { EntryView } from '../../bindings/EntryView';
import type { Inline } from '../../bindings/Inline';
import type { Segment } from '../../bindings/Segment';

/** Whether 仅内部 holds a place that matched while nothing else of the card does. */
export function isOnlyLitInside({ litTitle, card, sections, steps }: EntryView): boolean {
  const outside =
    inSegments(litTitle) ||
    inBlocks(card.say) ||
    inRows(card.must) ||
    card.never.some(({ phrase, instead }) => inInlines(phrase) || inInlines(instead ?? [])) ||
    sections.some(({ title, blocks }) => inSegments(title) || inBlocks(blocks)) ||
    steps.some(
      ({ title, blocks, checks, branches }) =>
        inSegments(title) ||
        inBlocks(blocks) ||
        inRows(checks) ||
        branches.some(({ when }) => inInlines(when)),
    );
  return !outside && inBlocks(card.internal);
}

function inSegments(segments: Segment[]): boolean {
  return segments.some(({ hit }) => hit);
}

function inBlocks(blocks: Block[]): boolean {
  return blocks.some((block) => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return inInlines(block.children);
      case 'list':
        return block.items.some(({ children }) => inBlocks(children));
      case 'table':
        return inRows([block.head, ...block.rows].flat());
      case 'quote':
        return inBlocks(block.children);
      case 'code':
      case 'rule':
        return false;
    }
  });
}

function inRows(rows: Inline[][]): boolean {
  return rows.some(inInlines);
}

function inInlines(inlines: Inline[]): boolean {
  return inlines.some(
    (inline) => inline.type === 'lit' || ('children' in inline && inInlines(inline.children)),
  );
}
