import type { CardPart } from '../../bindings/CardPart';
import type { EntryStatus } from '../../bindings/EntryStatus';
import type { Kind } from '../../bindings/Kind';
import type { Weight } from '../../bindings/Weight';
import type { PreviewWay } from '../editing/editing-session.svelte';
import type { EditingKey } from '../editing/key-list';
import type { Filter } from '../editing/listing.svelte';

/** What is said at the editor's desk. */
export interface EditingWords {
  list: string;
  filterBox: string;
  filters: Record<Filter, string>;
  filterLabel: string;
  none: string;
  noneAtAll: string;
  loading: string;
  status: Record<EntryStatus, string>;
  due: (left: number, day: string) => string;
  unsaved: string;
  justNow: string;
  row: (
    title: string,
    status: string,
    author: string,
    due: string,
    errors: number,
    unsaved: boolean,
  ) => string;
  errors: (count: number) => string;
  create: string;
  createTitle: string;
  createKind: string;
  createName: string;
  createHint: string;
  createDo: string;
  duplicate: string;
  remove: string;
  removeTitle: string;
  removeBody: (title: string) => string;
  removeDo: string;
  cancel: string;
  deleted: string;
  kind: Record<Kind, string>;
  nothingOpen: string;
  nothingOpenBody: string;
  text: string;
  form: string;
  views: string;
  code: (title: string) => string;
  leave: string;
  save: string;
  saving: string;
  saved: (ms: string, errors: number) => string;
  savedAt: (ms: string) => string;
  kept: (at: string) => string;
  changed: string;
  reopens: string;
  reopened: string;
  submit: string;
  recovered: (at: string, by: string) => string;
  recoveredOutdated: string;
  discard: string;
  problems: string;
  noProblems: string;
  weight: Record<Weight, string>;
  line: (line: number) => string;
  fixed: string;
  preview: string;
  previewWays: Record<PreviewWay, string>;
  previewOff: string;
  previewNone: string;
  theirsTitle: string;
  theirsBody: (by: string | null) => string;
  theirsGone: string;
  takeTheirs: string;
  keepCopy: string;
  overwrite: string;
  difference: string;
  wasTheirs: string;
  isMine: string;
  side: string;
  part: Record<CardPart, string>;
  formBroken: string;
  field: Record<FormLabel, string>;
  hint: Record<'words' | 'day' | 'moment' | 'id' | 'ids', string>;
  channel: { phone: string; counter: string };
  addWord: (name: string) => string;
  removeWord: (word: string) => string;
  fieldName: string;
  fieldKind: string;
  fieldRequired: string;
  fieldOptions: string;
  addField: string;
  noStage: string;
  keys: Record<EditingKey, string>;
  phrases: Record<string, string>;
}

/** The values a form has a line for. */
export type FormLabel =
  | 'id'
  | 'title'
  | 'kind'
  | 'aliases'
  | 'notFor'
  | 'tags'
  | 'product'
  | 'stage'
  | 'channel'
  | 'scope'
  | 'related'
  | 'owner'
  | 'mustRead'
  | 'pin'
  | 'fields'
  | 'validFrom'
  | 'validUntil'
  | 'reviewBy'
  | 'supersededBy'
  | 'sourceTitle'
  | 'sourceSection';
