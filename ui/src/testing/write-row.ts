import type { Checked } from '../bindings/Checked';
import type { EntryRow } from '../bindings/EntryRow';

/** A draft's row; `part` says what is different. */
export function rowOf(id: string, title: string, part: Partial<EntryRow> = {}): EntryRow {
  return {
    file: `entries/${id}.md`,
    id,
    kind: 'faq',
    title,
    aliases: [],
    status: 'draft',
    owner: null,
    author: null,
    mine: false,
    due: null,
    errors: 0,
    warnings: 0,
    unsaved: null,
    ...part,
  };
}

/** A draft without problems, form or card; `part` says what is different. */
export function checkedOf(part: Partial<Checked> = {}): Checked {
  return { problems: [], form: null, card: null, status: 'draft', reopens: false, ...part };
}
