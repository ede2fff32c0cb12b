import type { Block } from '../../bindings/Block';
import type { Inline } from '../../bindings/Inline';
import type { StepView } from '../../bindings/StepView';

/** The entries that a step names in its text and checks, in reading order, each once. */
export function linkedEntries(step: StepView): string[] {
  const ids: string[] = [];
  const see = (inlines: Inline[]): void => {
    for (const inline of inlines) {
      if (inline.type === 'link' && inline.to.type === 'entry' && !ids.includes(inline.to.id))
        ids.push(inline.to.id);
      if ('children' in inline) see(inline.children);
    }
  };
  inBlocks(step.blocks, see);
  step.checks.forEach(see);
  return ids;
}

function inBlocks(blocks: Block[], see: (inlines: Inline[]) => void): void {
  for (const block of blocks) {
    if (block.type === 'list') for (const item of block.items) inBlocks(item.children, see);
    else if (block.type === 'table') [block.head, ...block.rows].flat().forEach(see);
    else if (block.type === 'quote') inBlocks(block.children, see);
    else if ('children' in block) see(block.children);
  }
}
