import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stage } from '../../bindings/Stage';
import { FakeBackend, found, settled } from '../../testing/fake-backend';
import { entry, hit, paragraphs } from '../../testing/write-entry';
import { Desk } from './desk.svelte';

const CARD = { say: paragraphs('请您稍等。'), must: [], never: [], internal: [], seconds: 2 };

let backend: FakeBackend;
let desk: Desk;

/** Bridge wording by stage, in the order the search gives it. */
function wording(...all: [id: string, stage: Stage | null][]): void {
  backend.entries = [
    ...all.map(([id, stage]) => entry(id, id, { stage, card: CARD })),
    entry('card-loss', '银行卡挂失', { stage: '核身', card: CARD }),
  ];
  backend.results = ({ text, tag }) =>
    tag === null
      ? found(text, [hit('card-loss', '银行卡挂失')])
      : found(
          '',
          all.map(([id, stage]) => hit(id, id, { stage })),
        );
}

beforeEach(() => {
  vi.useFakeTimers();
  backend = new FakeBackend();
  desk = new Desk(backend);
  wording(['hold', '处理'], ['later', '结束'], ['any', null], ['identify', '核身']);
});

afterEach(() => {
  vi.useRealTimers();
});

const shown = (): (string | undefined)[] => desk.bridge.cards.map(({ entry }) => entry?.id);

describe('bridge wording', () => {
  it('is that of the stage of the card first, then what fits every stage', async () => {
    desk.search.type('卡');
    await settled();
    desk.actions.bridge?.();
    await settled();
    expect(shown()).toEqual(['identify', 'any', 'hold']);
  });

  it('is that of the stage narrowed to', async () => {
    desk.search.toggleFacet({ by: 'stage', name: '结束' });
    await settled();
    desk.actions.bridge?.();
    await settled();
    expect(shown()[0]).toBe('later');
  });

  it('is copied by its digit, and leaves the list as it is', async () => {
    desk.search.type('卡');
    await settled();
    const before = desk.search.active;
    desk.actions.bridge?.();
    await settled();
    const panel = document.createElement('div');
    panel.dataset.bridge = '';
    const event = new KeyboardEvent('keydown', { key: '2', code: 'Digit2' });
    Object.defineProperty(event, 'target', { value: panel });
    expect(desk.bridge.onKeydown(event)).toBe(true);
    await settled();
    expect(backend.copied.map(({ id }) => id)).toEqual(['any']);
    expect(desk.search.active).toBe(before);
  });

  it('is offered once nothing was opened for twelve seconds after a search', async () => {
    desk.search.type('卡');
    await settled();
    vi.advanceTimersByTime(11_999);
    expect(desk.bridge.offered).toBe(false);
    vi.advanceTimersByTime(1);
    expect(desk.bridge.offered).toBe(true);
  });

  it('is not offered when something was opened, when the box was emptied, or when nobody wants it', async () => {
    desk.search.type('卡');
    await settled();
    desk.search.pick(1);
    vi.advanceTimersByTime(20_000);
    expect(desk.bridge.offered).toBe(false);
    desk.search.type('卡丢');
    await settled();
    desk.search.clear();
    vi.advanceTimersByTime(20_000);
    expect(desk.bridge.offered).toBe(false);
    await desk.settings.change({ bridgeAfter: 0 });
    desk.search.type('卡');
    await settled();
    vi.advanceTimersByTime(20_000);
    expect(desk.bridge.offered).toBe(false);
  });
});
