import type { Block } from '../../bindings/Block';
import type { EntryView } from '../../bindings/EntryView';
import type { Inline } from '../../bindings/Inline';

/** A sentence to be read aloud. */
export interface Sentence {
  inlines: Inline[];
}

/** What is read in one go: a paragraph of 可直接说, an item of a list, or one sentence of 必须说. */
export interface Passage {
  part: 'say' | 'must';
  /** Its place among the 必须说; -1 in 可直接说. */
  must: number;
  /** The mark of a list item; empty for everything else. */
  mark: string;
  sentences: Sentence[];
}

interface Piece {
  inline: Inline;
  /** A sentence ends with it. */
  ends: boolean;
}

const SENTENCES = /[^。！？；!?;…]*[。！？；!?;…]+[」』”’）)]*|[^。！？；!?;…]+/gu;
const STOP = /[。！？；!?;…][」』”’）)]*$/u;

/** Everything of `entry` that is read aloud, in its order. */
export function passagesOf(entry: EntryView): Passage[] {
  const say = entry.card.say.flatMap((block) => inBlock(block, ''));
  const must = entry.card.must.map((inlines, place): Passage => {
    return { part: 'must', must: place, mark: '', sentences: sentencesOf(inlines) };
  });
  return [...say, ...must].filter(({ sentences }) => sentences.length > 0);
}

/** The names of the blanks in a sentence. */
export function blanksIn({ inlines }: Sentence): string[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'field') return [inline.name];
    return 'children' in inline ? blanksIn({ inlines: inline.children }) : [];
  });
}

function passage(inlines: Inline[], mark: string): Passage {
  return { part: 'say', must: -1, mark, sentences: sentencesOf(inlines) };
}

function inBlock(block: Block, mark: string): Passage[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [passage(block.children, mark)];
    case 'list':
      return block.items.flatMap(({ children }, place) =>
        children.flatMap((child, at) => {
          const own = block.start === null ? '·' : `${block.start + place}.`;
          return inBlock(child, at === 0 ? own : '');
        }),
      );
    case 'table':
      return [block.head, ...block.rows]
        .filter((row) => row.length > 0)
        .map((row) => passage(row.flatMap(asCell), mark));
    case 'quote':
      return block.children.flatMap((child) => inBlock(child, mark));
    case 'code':
      return [passage([{ type: 'text', text: block.text }], mark)];
    case 'rule':
      return [];
  }
}

/** Cells of a row are read one after the other, with a pause between them. */
function asCell(cell: Inline[], column: number): Inline[] {
  return column === 0 ? cell : [{ type: 'text', text: '，' }, ...cell];
}

function sentencesOf(inlines: Inline[]): Sentence[] {
  const sentences: Sentence[] = [];
  let open: Inline[] = [];
  for (const { inline, ends } of inlines.flatMap(pieces)) {
    open.push(inline);
    if (!ends) continue;
    sentences.push({ inlines: open });
    open = [];
  }
  return open.length === 0 ? sentences : [...sentences, { inlines: open }];
}

function pieces(inline: Inline): Piece[] {
  switch (inline.type) {
    case 'text':
    case 'lit':
      return (inline.text.match(SENTENCES) ?? []).map((text) => ({
        inline: { ...inline, text },
        ends: STOP.test(text),
      }));
    case 'strong':
    case 'emphasis': {
      const inner = sentencesOf(inline.children);
      return inner.map(({ inlines }, place) => ({
        inline: { ...inline, children: inlines },
        ends: place < inner.length - 1 || endsWithStop(inlines),
      }));
    }
    case 'break':
      return [{ inline, ends: true }];
    // Struck text is not spoken.
    case 'strike':
      return [];
    case 'code':
    case 'field':
    case 'link':
      return [{ inline, ends: false }];
  }
}

function endsWithStop(inlines: Inline[]): boolean {
  const last = inlines.at(-1);
  return last !== undefined && 'text' in last && STOP.test(last.text);
}
