import { beforeEach, describe, expect, it } from 'vitest';
import type { Branch } from '../../bindings/Branch';
import type { EntryView } from '../../bindings/EntryView';
import type { StepView } from '../../bindings/StepView';
import { Desk } from '../desk/desk.svelte';
import { FakeBackend, settled } from '../../testing/fake-backend';
import { entry, line, paragraphs } from '../../testing/write-entry';

function step(id: string, title: string, checks: string[], to: string[], says: string[] = []): StepView {
  const branches = to.map((id): Branch => {
    const target = id.startsWith('#')
      ? { type: 'step' as const, id: id.slice(1) }
      : { type: 'entry' as const, id };
    return { when: line(`若${id}`), to: target };
  });
  const link = says.map((id) => ({ type: 'link' as const, to: { type: 'entry' as const, id }, text: id }));
  return {
    id,
    title: [{ text: title, hit: false }],
    blocks: [...paragraphs('请听。'), { type: 'paragraph', children: link }],
    checks: checks.map(line),
    branches,
  };
}

function flow(id: string, title: string, steps: StepView[]): EntryView {
  return entry(id, title, { kind: 'flow', steps });
}

const COMPLAINT = flow('complaint', '投诉处理', [
  step('listen', '听完', ['没有打断', '复述一遍'], ['#calm', '#close'], ['calm-angry']),
  step('calm', '先稳住', [], ['#listen', 'fraud', 'card-loss']),
  step('close', '结束', ['复述结论'], []),
]);
const FRAUD = flow('fraud', '疑似诈骗', [step('ask', '先问清', [], [])]);
const CALM = entry('calm-angry', '安抚', {
  card: { say: paragraphs('我理解您。'), must: [], never: [], internal: paragraphs('别赔。'), seconds: 2 },
});
const LOSS = entry('card-loss', '银行卡挂失', { card: CALM.card });

let backend: FakeBackend;
let desk: Desk;

beforeEach(async () => {
  backend = new FakeBackend();
  backend.entries = [COMPLAINT, FRAUD, CALM, LOSS];
  desk = new Desk(backend);
  desk.flows.start(COMPLAINT);
  await settled();
});

const here = (): string | undefined => desk.flows.now?.step?.id;

/** A key pressed with the cursor in the runner, in `inside` if given. */
function press(key: string, init: KeyboardEventInit = {}, inside = 'h3'): boolean {
  const runner = document.createElement('section');
  runner.dataset.flow = '';
  const target = runner.appendChild(document.createElement(inside));
  const event = new KeyboardEvent('keydown', { key, ...init });
  Object.defineProperty(event, 'target', { value: target });
  return desk.flows.onKeydown(event);
}

describe('a flow', () => {
  it('branches by bare digits and goes back with Backspace', () => {
    expect(here()).toBe('listen');
    press('1', { code: 'Digit1' });
    expect(here()).toBe('calm');
    press('Backspace');
    expect(here()).toBe('listen');
    press('Backspace');
    expect(here()).toBe('listen');
  });

  it('leaves digits to a blank that is being filled, and takes Alt and a digit there', () => {
    expect(press('1', { code: 'Digit1' }, 'input')).toBe(false);
    expect(press('Backspace', {}, 'input')).toBe(false);
    expect(here()).toBe('listen');
    press('1', { code: 'Digit1', altKey: true }, 'input');
    expect(here()).toBe('calm');
  });

  it('shows the wording that its step names, and copies it by its own door', async () => {
    expect(desk.flows.now?.scripts.map(({ entry }) => entry?.id)).toEqual(['calm-angry']);
    desk.copy();
    await settled();
    expect(backend.copied.map(({ id }) => id)).toEqual(['calm-angry']);
  });

  it('tells where it is', () => {
    press('2', { code: 'Digit2' });
    expect(desk.announcer.message).toBe('第 3 步，共 3 步，结束');
  });

  it('keeps its step while something is looked up beside it', async () => {
    press('1', { code: 'Digit1' });
    desk.flows.aside();
    desk.search.type('卡');
    await settled();
    expect([desk.flows.shown, here()]).toEqual([false, 'calm']);
    desk.actions.flow?.();
    expect([desk.flows.shown, here()]).toEqual([true, 'calm']);
  });

  it('starts another flow that a branch leads to, and comes back when that has ended', async () => {
    press('1', { code: 'Digit1' });
    press('2', { code: 'Digit2' });
    await settled();
    expect(desk.flows.now?.entry.id).toBe('fraud');
    desk.flows.end();
    expect([desk.flows.now?.entry.id, here()]).toEqual(['complaint', 'calm']);
  });

  it('opens an entry that is no flow beside it', async () => {
    press('1', { code: 'Digit1' });
    press('3', { code: 'Digit3' });
    await settled();
    expect([desk.flows.shown, desk.card.entry?.id]).toEqual([false, 'card-loss']);
  });
});

describe('the end of a flow', () => {
  it('lists what was left out in the steps that were taken, and leads back there', () => {
    press('2', { code: 'Digit2' });
    desk.flows.tickNext();
    desk.flows.end();
    expect(desk.flows.now?.ending).toBe(true);
    expect(desk.flows.missed.map(({ id, left }) => [id, left.length])).toEqual([['listen', 2]]);
    press('1', { code: 'Digit1' });
    expect([here(), desk.flows.now?.ending]).toEqual(['listen', false]);
  });

  it('comes all the same when it is asked for again, and the record says what was left out', () => {
    press('2', { code: 'Digit2' });
    desk.flows.tickNext();
    desk.flows.end();
    desk.flows.end();
    expect(desk.flows.now).toBeNull();
    expect(desk.calls.now.flows.ended).toEqual([
      { entry: 'complaint', title: '投诉处理', steps: ['听完', '结束'], done: 1, all: 3, missed: ['听完'] },
    ]);
  });

  it('asks nothing when everything was done', () => {
    desk.flows.tickNext();
    desk.flows.tickNext();
    desk.flows.end();
    expect(desk.flows.now).toBeNull();
  });
});

describe('calls', () => {
  it('have their own flows: a parked one keeps its step and its ticks', () => {
    press('1', { code: 'Digit1' });
    press('1', { code: 'Digit1' });
    desk.flows.tickNext();
    desk.calls.park();
    expect([desk.flows.now, desk.flows.shown]).toEqual([null, false]);
    desk.flows.start(COMPLAINT);
    expect(desk.flows.steps.map(({ left }) => left.length)).toEqual([2]);
    desk.calls.resume(0);
    expect(desk.flows.now?.path).toEqual(['listen', 'calm', 'listen']);
    expect(desk.flows.steps.map(({ left }) => left.length)).toEqual([1, 0]);
  });
});

describe('a changed library', () => {
  it('keeps the steps that are still there', async () => {
    press('1', { code: 'Digit1' });
    backend.entries = [
      flow(
        'complaint',
        '投诉处理',
        COMPLAINT.steps.filter(({ id }) => id !== 'calm'),
      ),
      CALM,
    ];
    await desk.flows.refresh();
    expect(desk.flows.now?.path).toEqual(['listen']);
  });
});
