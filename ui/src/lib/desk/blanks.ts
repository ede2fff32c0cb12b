import type { Block } from '../../bindings/Block';
import type { EntryView } from '../../bindings/EntryView';
import type { FieldView } from '../../bindings/FieldView';
import type { Inline } from '../../bindings/Inline';

type FieldInline = Extract<Inline, { type: 'field' }>;

/**
 * The nodes where a blank is filled in: the first of each name in what is spoken, in reading order. Every
 * other place that names it only repeats the value, so that Tab meets a blank once.
 */
export function inputPlaces(entry: EntryView | null): ReadonlySet<Inline> {
  const seen = new Set<string>();
  const places = new Set<Inline>();
  for (const node of entry === null ? [] : spoken(entry)) {
    if (seen.has(node.name)) continue;
    seen.add(node.name);
    places.add(node);
  }
  return places;
}

/** What `entry` says about the blank `name`; one it does not list takes any text. */
export function fieldOf(entry: EntryView, name: string): FieldView {
  return (
    [...entry.fields, ...entry.stepFields].find((field) => field.name === name) ?? {
      name,
      kind: 'text',
      required: false,
      options: [],
    }
  );
}

function* spoken(entry: EntryView): Generator<FieldInline> {
  yield* inBlocks(entry.card.say);
  for (const sentence of entry.card.must) yield* inInlines(sentence);
  for (const step of entry.steps) {
    yield* inBlocks(step.blocks);
    for (const check of step.checks) yield* inInlines(check);
  }
}

function* inBlocks(blocks: Block[]): Generator<FieldInline> {
  for (const block of blocks) {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        yield* inInlines(block.children);
        break;
      case 'list':
        for (const item of block.items) yield* inBlocks(item.children);
        break;
      case 'table':
        for (const cell of [block.head, ...block.rows].flat()) yield* inInlines(cell);
        break;
      case 'quote':
        yield* inBlocks(block.children);
        break;
      case 'code':
      case 'rule':
        break;
    }
  }
}

function* inInlines(inlines: Inline[]): Generator<FieldInline> {
  for (const inline of inlines) {
    if (inline.type === 'field') yield inline;
    if ('children' in inline) yield* inInlines(inline.children);
  }
}
