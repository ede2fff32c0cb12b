import type { Block } from '../bindings/Block';
import type { EntryView } from '../bindings/EntryView';
import type { FieldView } from '../bindings/FieldView';
import type { Hit } from '../bindings/Hit';
import type { Inline } from '../bindings/Inline';

/** A line of text with `{{blanks}}` and `**strong**` as the contract has it. */
export function line(text: string): Inline[] {
  return text
    .split(/(\{\{.+?\}\}|\*\*.+?\*\*)/)
    .filter((part) => part !== '')
    .map((part): Inline => {
      if (part.startsWith('{{')) return { type: 'field', name: part.slice(2, -2) };
      if (part.startsWith('**'))
        return { type: 'strong', children: [{ type: 'text', text: part.slice(2, -2) }] };
      return { type: 'text', text: part };
    });
}

export function paragraphs(...texts: string[]): Block[] {
  return texts.map((text) => ({ type: 'paragraph', children: line(text) }));
}

export function bullets(...texts: string[]): Block[] {
  return [
    {
      type: 'list',
      start: null,
      items: texts.map((text) => ({ checked: null, children: paragraphs(text) })),
    },
  ];
}

export function field(name: string, part: Partial<FieldView> = {}): FieldView {
  return { name, kind: 'text', required: false, options: [], ...part };
}

/** An approved, valid script; `part` says what is different. */
export function entry(id: string, title: string, part: Partial<EntryView> = {}): EntryView {
  return {
    id,
    kind: 'script',
    version: `sha256:${id}`,
    title,
    litTitle: [{ text: title, hit: false }],
    standing: { state: 'valid' },
    approvals: [{ role: '消保审查岗', by: '审查岗甲', date: '2026-05-01', number: '消保审〔2026〕012' }],
    validFrom: '2026-05-01',
    validUntil: '2027-04-30',
    reviewBy: '2026-11-30',
    stage: '受理',
    channel: ['phone', 'counter'],
    scope: [],
    tags: [],
    product: null,
    owner: '个人业务部',
    source: { title: '电话服务手册', section: '2.3' },
    card: { say: [], must: [], never: [], internal: [], seconds: 0 },
    fields: [],
    stepFields: [],
    sections: [],
    steps: [],
    related: [],
    linked: [],
    notes: [],
    successor: null,
    ...part,
  };
}

export function hit(id: string, title: string, part: Partial<Hit> = {}): Hit {
  return {
    id,
    kind: 'script',
    title: [{ text: title, hit: false }],
    snippet: [],
    why: ['title'],
    missing: [],
    standing: { state: 'valid' },
    successor: null,
    stage: null,
    score: 1,
    ...part,
  };
}
