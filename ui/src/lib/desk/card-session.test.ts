import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EntryView } from '../../bindings/EntryView';
import { FakeBackend, settled } from '../../testing/fake-backend';
import { fakeAsk } from '../../testing/fake-ask';
import { entry, field, line, paragraphs } from '../../testing/write-entry';
import { BackendError } from '../backend/error';
import { Echoes } from '../filling/echoes.svelte';
import { LANGUAGES } from '../text/languages';
import { CardSession } from './card-session.svelte';
import { FieldValues } from './field-values.svelte';
import type { Obstacle } from './obstacle';
import { Ticks } from './ticks.svelte';

const SAY = {
  say: paragraphs('尾号{{尾号后四位}}的卡停用了。'),
  must: [line('这是临时停用。'), line('请到网点办理。')],
  never: [],
  internal: paragraphs('系统登记。'),
  seconds: 5,
};

const CARD = entry('card-loss', '银行卡挂失', {
  card: SAY,
  fields: [field('客户称呼'), field('尾号后四位', { kind: 'digits', required: true })],
});

let backend: FakeBackend;
let fields: FieldValues;
let card: CardSession;
let said: string[];
let focused: string[];
let revealed: number;

/** Puts `view` on the card. */
function shows(view: EntryView): void {
  backend.entries = [view];
  card.put(view);
}

beforeEach(() => {
  backend = new FakeBackend();
  fields = new FieldValues();
  said = [];
  focused = [];
  revealed = 0;
  card = new CardSession({
    backend,
    fields,
    echoes: new Echoes(),
    ticks: new Ticks(),
    words: () => LANGUAGES.zh,
    announce: (sentence) => said.push(sentence),
    revealLit: () => (revealed += 1),
    focusBlank: (_, name) => focused.push(name),
  });
});

describe('copying', () => {
  it('sends the blanks of this entry, settled, and shows the receipt for two seconds', async () => {
    vi.useFakeTimers();
    shows(CARD);
    card.fill('尾号后四位', ' １２３４ ');
    card.fill('承办岗位', '信用卡');
    card.copy();
    await settled();
    expect(backend.copied).toEqual([{ id: 'card-loss', fields: { 尾号后四位: '1234' }, reason: null }]);
    expect(card.copying.receipt?.musts).toBe(2);
    expect(said.at(-1)).toBe('已复制 · 含 2 句必须说 · 15:42:10');
    vi.advanceTimersByTime(2000);
    expect(card.copying.receipt).toBeNull();
    vi.useRealTimers();
  });

  it('is blocked by an empty required blank: it says which and goes there', () => {
    shows(CARD);
    card.copy();
    expect(backend.copied).toEqual([]);
    expect(card.copying.refusal).toContain('尾号后四位');
    expect(said.at(-1)).toBe(card.copying.refusal);
    expect(focused).toEqual(['尾号后四位']);
  });

  it('is blocked by letters where digits belong', () => {
    shows(CARD);
    card.fill('尾号后四位', '12a4');
    card.copy();
    expect(backend.copied).toEqual([]);
    expect(focused).toEqual(['尾号后四位']);
  });

  it.each<[Obstacle, Partial<EntryView>]>([
    ['withdrawn', { standing: { state: 'withdrawn' } }],
    ['notApproved', { standing: { state: 'unapproved' } }],
    ['notYet', { standing: { state: 'notYet', from: '2026-12-01' } }],
    ['nothingToSay', { card: { ...SAY, say: [] } }],
  ])('is impossible: %s', (obstacle, part) => {
    shows({ ...CARD, fields: [], ...part });
    card.copy();
    expect(card.obstacle).toBe(obstacle);
    expect(card.copying.refusal).toBe(LANGUAGES.zh.screen.copy.blocked[obstacle]);
    expect(backend.copied).toEqual([]);
  });

  it('asks a reason for an expired entry and takes no empty one', async () => {
    shows({ ...CARD, fields: [], standing: { state: 'expired', on: '2026-04-30' } });
    card.copy();
    expect(card.copying.asking).not.toBeNull();
    card.copying.startFor('  ');
    expect(backend.copied).toEqual([]);
    card.copying.startFor('核对旧通话');
    await settled();
    expect(backend.copied.map(({ reason }) => reason)).toEqual(['核对旧通话']);
    expect(card.copying.asking).toBeNull();
  });

  it('asks the reason too when only the other side knows that the entry expired', async () => {
    shows({ ...CARD, fields: [] });
    backend.refuseCopy = new BackendError('reasonNeeded');
    card.copy();
    await settled();
    expect(card.copying.asking).not.toBeNull();
  });

  it('says in words why the clipboard took nothing', async () => {
    shows({ ...CARD, fields: [] });
    backend.refuseCopy = new BackendError('clipboardFailed', 'busy');
    card.copy();
    await settled();
    expect(card.copying.receipt).toBeNull();
    expect(card.copying.refusal).toContain('没有复制成功');
  });

  it('waits for the entry that was asked for: the card before is never copied', async () => {
    shows({ ...CARD, fields: [] });
    backend.hold = true;
    card.show('other', '');
    card.copy();
    expect(backend.copied).toEqual([]);
    await backend.cards[0]?.answer(entry('other', '另一条', { card: SAY }));
    expect(backend.copied.map(({ id }) => id)).toEqual(['other']);
  });
});

describe('a blank that is filled in', () => {
  const AMOUNT = entry('repay', '还款', {
    fields: [field('还款金额', { kind: 'amount', required: true })],
    card: { ...SAY, say: paragraphs('还{{还款金额}}。'), must: [] },
  });

  beforeEach(() => {
    backend.ask = fakeAsk({
      field_echo: ({ value }) =>
        value === '5万'
          ? { said: '50,000元', forms: [{ form: 'aloud', text: '五万元' }] }
          : { said: null, forms: [] },
    }).ask;
    shows(AMOUNT);
    card.enterBlank('还款金额');
  });

  it('is shown in its other forms and told when it is left', async () => {
    card.fill('还款金额', '5万');
    expect(card.filling?.echo).toBeNull();
    await settled();
    expect(card.filling?.echo?.said).toBe('50,000元');
    card.leaveBlank('还款金额');
    expect(said.at(-1)).toBe('还款金额，念作五万元');
    expect(card.value('还款金额')).toBe('50,000元');
  });

  it('is wrong once it is known that it is no amount', async () => {
    card.fill('还款金额', '一些');
    expect(card.invalid('还款金额')).toBe(false);
    await settled();
    expect(card.invalid('还款金额')).toBe(true);
  });

  it('is shown no more on another card', async () => {
    card.fill('还款金额', '5万');
    await settled();
    shows(CARD);
    expect(card.filling).toBeNull();
  });
});

describe('the card', () => {
  it('drops an entry that comes after another was asked for', async () => {
    backend.hold = true;
    card.show('a', '');
    card.show('b', '');
    await backend.cards[0]?.answer(entry('a', '甲'));
    expect(card.entry).toBeNull();
    await backend.cards[1]?.answer(entry('b', '乙'));
    expect(card.entry?.id).toBe('b');
  });

  it('ticks one 必须说 after the other and tells how many were told', () => {
    shows(CARD);
    card.tickNext();
    card.tickNext();
    card.tickNext();
    expect(card.told).toBe(2);
    expect(said).toEqual(['已说 1/2', '已说 2/2']);
  });

  it('fills a blank in once and repeats it elsewhere', () => {
    const twice = entry('twice', '两次', { card: { ...SAY, say: paragraphs('{{时间}}见，{{时间}}。') } });
    shows(twice);
    const [first] = twice.card.say;
    const nodes = first?.type === 'paragraph' ? first.children.filter(({ type }) => type === 'field') : [];
    expect(nodes.map((node) => card.isInput(node))).toEqual([true, false]);
  });

  it('keeps what was filled in for the next card', () => {
    shows(CARD);
    card.fill('客户称呼', '王女士');
    shows(entry('other', '另一条', { fields: [field('客户称呼')] }));
    expect(card.value('客户称呼')).toBe('王女士');
    expect(card.filled).toBe(1);
  });
});

describe('the place that matched', () => {
  beforeEach(() => {
    backend.entries = [CARD];
  });

  it('is brought into view once for each text', async () => {
    card.show('card-loss', '挂失');
    await settled();
    card.show('card-loss', '挂失');
    card.refresh();
    await settled();
    expect(revealed).toBe(1);
    card.show('card-loss', '挂失网点');
    await settled();
    expect(revealed).toBe(2);
  });

  it('is nowhere on a card that no search led to', async () => {
    card.show('card-loss', '');
    await settled();
    expect(revealed).toBe(0);
  });

  it('changes with the text and leaves the receipt of a copy where it is', async () => {
    card.show('card-loss', '挂');
    await settled();
    card.fill('尾号后四位', '1234');
    card.copy();
    await settled();
    card.show('card-loss', '挂失');
    await settled();
    expect(card.copying.receipt?.id).toBe('card-loss');
  });
});
