import type { ReviewView } from '../bindings/ReviewView';

/** The review of an approved entry that asks for nothing; `over` says what is different. */
export function reviewOf(over: Partial<ReviewView> = {}): ReviewView {
  return {
    file: 'entries/card-loss.md',
    id: 'card-loss',
    title: '银行卡挂失',
    state: 'approved',
    standing: { state: 'valid' },
    validFrom: null,
    validUntil: null,
    channel: ['phone', 'counter'],
    scope: [],
    steps: [],
    needed: [],
    given: [],
    role: '业务审查岗',
    writers: [],
    approved: null,
    difference: { parts: [], added: 0, removed: 0 },
    minorBy: null,
    remarks: [],
    open: 0,
    withdrawn: null,
    unread: 0,
    ...over,
  };
}
