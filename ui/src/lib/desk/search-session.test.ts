import { beforeEach, describe, expect, it } from 'vitest';
import type { Hit } from '../../bindings/Hit';
import { FakeBackend, found, settled } from '../../testing/fake-backend';
import { hit } from '../../testing/write-entry';
import { BackendError } from '../backend/error';
import type { Screen } from './meaning-search';
import { SearchSession } from './search-session.svelte';

let backend: FakeBackend;
let search: SearchSession;
let selected: (string | null)[];
let opened: string[];
let added: number[];
/** Paints at once unless a test says otherwise. */
let clock: Screen;
let now: number;

const titles = (): string[] => search.pages.hits.map(({ id }) => id);
const many = (count: number): Hit[] =>
  Array.from({ length: count }, (_, at) => hit(`hit-${at}`, `条目${at}`));

/** The `number`th search that is on its way, from 0. */
function request(number: number): FakeBackend['searches'][number] {
  const held = backend.searches[number];
  if (held === undefined) throw new Error(`search ${number} was not sent`);
  return held;
}

beforeEach(() => {
  backend = new FakeBackend();
  backend.hold = true;
  selected = [];
  opened = [];
  added = [];
  clock = { painted: (act) => act(), now: () => now };
  now = 0;
  search = new SearchSession(
    backend,
    {
      selected: (line) => selected.push(line?.id ?? null),
      answered: () => undefined,
      opened: ({ id }) => opened.push(id),
      added: (count) => added.push(count),
      emptied: () => undefined,
      meaningIsOn: () => true,
    },
    { painted: (act) => clock.painted(act), now: () => now },
  );
});

describe('typing', () => {
  it('searches at the first letter', () => {
    search.type('卡');
    expect(backend.asked.map(({ text }) => text)).toEqual(['卡']);
  });

  it('keeps one search on its way and sends only the latest text after it', async () => {
    search.type('k');
    search.type('kd');
    search.type('kdl');
    expect(backend.asked).toHaveLength(1);
    await request(0).answer(found('k', []));
    expect(backend.asked.map(({ text }) => text)).toEqual(['k', 'kdl']);
  });

  it('drops an answer that a newer text has overtaken', async () => {
    search.type('k');
    search.type('kd');
    await request(0).answer(found('k', [hit('old', '旧')]));
    expect(titles()).toEqual([]);
    await request(1).answer(found('kd', [hit('new', '新')]));
    expect(titles()).toEqual(['new']);
  });

  it('drops an answer that comes after the box was cleared', async () => {
    search.type('卡');
    search.clear();
    await request(0).answer(found('卡', [hit('late', '迟')]));
    expect(search.answer).toBeNull();
    expect(titles()).toEqual([]);
  });

  it('does not ask again for a space at the end', () => {
    search.type('卡丢');
    search.type('卡丢 ');
    expect(backend.asked).toHaveLength(1);
  });
});

describe('an input method', () => {
  it('is never searched while it composes', () => {
    search.compose();
    search.type('ka');
    search.type('ka diu');
    expect(backend.asked).toEqual([]);
    expect(search.text).toBe('');
  });

  it('is searched once when it commits, whichever event reports it', () => {
    search.compose();
    search.commit('卡丢');
    search.type('卡丢');
    expect(backend.asked.map(({ text }) => text)).toEqual(['卡丢']);
  });
});

describe('choosing', () => {
  it('selects the first line as soon as results are there', async () => {
    search.type('卡');
    await request(0).answer(found('卡', many(3)));
    expect(selected).toEqual(['hit-0']);
  });

  it('waits for the results of the text it was typed after', async () => {
    search.type('k');
    await request(0).answer(found('k', [hit('a', '甲'), hit('b', '乙')]));
    search.type('kd');
    search.pick(2);
    expect(search.pages.current?.id).toBe('a');
    await request(1).answer(found('kd', [hit('c', '丙'), hit('d', '丁')]));
    expect(search.pages.current?.id).toBe('d');
  });

  it('leaves everything as it is when the line is not there', async () => {
    search.type('卡');
    await request(0).answer(found('卡', many(2)));
    search.pick(5);
    expect(search.pages.current?.id).toBe('hit-0');
  });

  it('picks by the visible page, not by the whole list', async () => {
    search.pages.fit(4);
    search.type('卡');
    await request(0).answer(found('卡', many(10)));
    search.page(1);
    search.pick(2);
    expect(search.pages.current?.id).toBe('hit-5');
  });

  it('fetches what comes after the hits already here', async () => {
    search.pages.fit(8);
    search.type('卡');
    await request(0).answer(found('卡', many(8), { total: 12 }));
    search.page(1);
    expect(request(1).request.skip).toBe(8);
    await request(1).answer(found('卡', many(12).slice(8)));
    expect(titles()).toHaveLength(12);
  });
});

describe('results', () => {
  it('keep the chosen entry when the library changes under them', async () => {
    search.type('卡');
    await request(0).answer(found('卡', many(3)));
    search.move(1);
    search.refresh();
    await request(1).answer(found('卡', [hit('hit-2', '二'), hit('hit-1', '一')]));
    expect(search.pages.current?.id).toBe('hit-1');
  });

  it('stay on the screen when a search fails, beside the error', async () => {
    search.type('卡');
    await request(0).answer(found('卡', many(2)));
    search.type('卡丢');
    await request(1).fail(new BackendError('internal', 'search'));
    expect(search.error?.code).toBe('internal');
    expect(titles()).toHaveLength(2);
    search.refresh();
    await request(2).answer(found('卡丢', many(1)));
    expect(search.error).toBeNull();
  });

  it('leave the right side to the bridge wording while few were found, until a line is chosen', async () => {
    search.type('境外吞卡');
    const ladder = [{ step: 'anyWord' as const, words: ['吞卡'], count: 1 }];
    await request(0).answer(found('境外吞卡', [hit('a', '甲')], { ladder }));
    expect(search.few).toBe(true);
    search.pick(1);
    expect(search.few).toBe(false);
  });

  it('are not called relaxed when only a filter leaves nothing', async () => {
    search.type('卡');
    await request(0).answer(found('卡', many(2)));
    search.filterKind('flow');
    await request(1).answer({ ...found('卡', many(2)), total: 0, hits: [] });
    expect(search.findings.relaxed).toBe(false);
    search.widen();
    await settled();
    expect(request(2).request.kind).toBeNull();
  });
});

describe('facets', () => {
  const card = { by: 'tag', name: '借记卡' } as const;

  beforeEach(async () => {
    search.type('卡');
    await request(0).answer(found('卡', many(3)));
  });

  it('narrow the search until they are taken away', () => {
    search.toggleFacet(card);
    search.toggleFacet({ by: 'stage', name: '受理' });
    expect([request(1).request.tag, search.narrowing.facets.length]).toEqual(['借记卡', 2]);
    search.toggleFacet(card);
    expect(search.narrowing.facets).toEqual([{ by: 'stage', name: '受理' }]);
  });

  it('go before the text at Esc', () => {
    search.toggleFacet(card);
    search.clear();
    expect([search.narrowing.facets, search.text]).toEqual([[], '卡']);
    search.clear();
    expect(search.text).toBe('');
  });

  it('are not kept for the next search', () => {
    search.toggleFacet(card);
    search.type('');
    expect(search.idle).toBe(true);
  });

  it('leave nothing without calling the words unknown', async () => {
    search.toggleFacet(card);
    await request(1).answer(found('卡', []));
    expect(search.findings.relaxed).toBe(false);
  });
});

describe('hints', () => {
  const completions = ['银行卡挂失', '银行卡冻结', '银行卡换卡', '银行卡解锁', '银行卡销户'];

  it('are four at most, and none that is already in the box', async () => {
    search.type('银行卡挂失');
    await request(0).answer(found('银行卡挂失', many(1), { completions }));
    expect(search.completions).toEqual(['银行卡冻结', '银行卡换卡', '银行卡解锁', '银行卡销户']);
  });

  it('are gone while an input method composes, and once a line was chosen', async () => {
    search.type('银行');
    await request(0).answer(found('银行', many(2), { completions }));
    search.compose();
    expect([search.completions, search.offer]).toEqual([[], null]);
    search.commit('银行');
    search.pick(2);
    expect([search.completions, search.offer]).toEqual([[], null]);
  });

  it('are taken for the text in the box, not for the one before', async () => {
    const taken: (string | null)[] = [];
    search.type('银行');
    await request(0).answer(found('银行', many(2), { completions }));
    search.type('银行流水');
    expect(search.takeOffer((offer) => taken.push(offer))).toBe(true);
    expect(taken).toEqual([]);
    await request(1).answer(found('银行流水', many(1), { completions: ['银行流水打印'] }));
    expect(taken).toEqual(['银行流水打印']);
  });

  it('are the text set right, when only a slip stood in the way; then nothing was relaxed', async () => {
    search.type('挂实');
    const ladder = [
      { step: 'asTyped' as const, words: ['挂实'], count: 0 },
      { step: 'sound' as const, words: ['挂实→挂失'], count: 2 },
    ];
    await request(0).answer(found('挂实', many(2), { ladder, meant: '挂失', completions }));
    expect([search.offer, search.completions, search.findings.relaxed, search.few]).toEqual([
      '挂失',
      [],
      false,
      false,
    ]);
  });
});

describe('opening', () => {
  it('is told when a line is chosen, not when it is shown or passed', async () => {
    search.type('卡');
    await request(0).answer(found('卡', many(3)));
    search.move(1);
    expect(opened).toEqual([]);
    search.pick(3);
    search.enter(() => undefined);
    expect(opened).toEqual(['hit-2', 'hit-2']);
  });
});

describe('meaning', () => {
  const near = (id: string): Hit => hit(id, id, { why: ['semantic'] });
  const nears = (number: number): FakeBackend['nears'][number] => {
    const held = backend.nears[number];
    if (held === undefined) throw new Error(`search by meaning ${number} was not sent`);
    return held;
  };
  /** What meaning makes of the first three hits: one more, in the second place. */
  const merged = found('卡', [hit('hit-0', '零'), near('new'), hit('hit-2', '二'), hit('hit-1', '一')]);

  async function words(): Promise<void> {
    search.type('卡');
    await request(0).answer(found('卡', many(3)));
  }

  it('is asked once the words’ answer is painted, for the same request', async () => {
    let paint = (): void => undefined;
    clock = { ...clock, painted: (act) => (paint = act) };
    await words();
    expect(backend.nears).toEqual([]);
    paint();
    expect(nears(0).request).toEqual(request(0).request);
  });

  it('is never asked for a text that is no longer in the box', async () => {
    let paint = (): void => undefined;
    clock = { ...clock, painted: (act) => (paint = act) };
    await words();
    search.type('卡丢');
    paint();
    expect(backend.nears).toEqual([]);
  });

  it('is not asked for a list that only filters make', async () => {
    search.filterKind('faq');
    await request(0).answer(found('', many(3)));
    expect(backend.nears).toEqual([]);
  });

  it('takes its places at once, counts what it added and keeps the best line', async () => {
    await words();
    now = 80;
    await nears(0).answer(merged);
    expect(titles()).toEqual(['hit-0', 'new', 'hit-2', 'hit-1']);
    expect([search.answer?.total, added, search.pages.current?.id]).toEqual([4, [1], 'hit-0']);
  });

  it.each([
    ['the person moved in the list', () => search.move(1)],
    ['the mouse is over a line', () => (search.hands.pointing = true)],
    ['the key that picks is down', () => (search.hands.picking = true)],
    ['the card is in use', () => (search.hands.using = true)],
    ['the lines could be read', () => (now = 400)],
  ])('comes below the lines when %s', async (_, hands) => {
    await words();
    hands();
    const before = search.pages.current?.id;
    await nears(0).answer(merged);
    expect(titles()).toEqual(['hit-0', 'hit-1', 'hit-2', 'new']);
    expect(search.pages.current?.id).toBe(before);
  });

  it('is dropped when the text has changed, or the box was emptied', async () => {
    await words();
    search.clear();
    await nears(0).answer(merged);
    expect([titles(), search.answer, added]).toEqual([[], null, []]);
  });

  it('changes nothing when it finds nothing, is off or fails', async () => {
    await words();
    await nears(0).answer(null);
    search.type('卡丢');
    await request(1).answer(found('卡丢', many(2)));
    await nears(1).fail(new BackendError('internal', 'search_meaning'));
    expect([titles(), search.error, added]).toEqual([['hit-0', 'hit-1'], null, []]);
  });

  it('shows what is near when no word matched, with the bridge wording still there', async () => {
    search.type('境外吞卡');
    await request(0).answer(found('境外吞卡', []));
    await nears(0).answer(found('境外吞卡', ['a', 'b', 'c', 'd', 'e'].map(near)));
    expect([search.findings.onlyNear, search.few, titles().length]).toEqual([true, true, 5]);
  });

  it('does not stand in the way of the words’ next page', async () => {
    search.pages.fit(8);
    search.type('卡');
    await request(0).answer(found('卡', many(8), { total: 12 }));
    await nears(0).answer(found('卡', [...many(8), near('new')]));
    search.page(1);
    expect(request(1).request.skip).toBe(8);
    await request(1).answer(found('卡', many(12).slice(8)));
    expect(titles()).toHaveLength(13);
  });
});
