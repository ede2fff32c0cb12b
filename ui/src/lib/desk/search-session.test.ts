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
    expect(search.relaxed).toBe(false);
    search.widen();
    await settled();
    expect(request(2).request.kind).toBeNull();
  });
});
