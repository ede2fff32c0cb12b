import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallNotes } from '../../bindings/CallNotes';
import { fakeAsk } from '../../testing/fake-ask';
import { settled } from '../../testing/fake-backend';
import { entry } from '../../testing/write-entry';
import { BackendError } from '../backend/error';
import { LANGUAGES } from '../text/languages';
import { CallingSession } from './calling-session.svelte';
import { CallsSession } from './calls-session.svelte';
import { elapsed } from './elapsed';
import { UNDO_MS, UndoOffer } from './undo-offer.svelte';

const LOSS = entry('card-loss', '银行卡挂失');
const LIMIT = entry('limit', '转账限额');
const START = new Date('2026-11-22T10:00:00+08:00').getTime();

let calls: CallsSession;
let undo: UndoOffer;
let calling: CallingSession;
let kept: CallNotes[];
let reopened: number[];
let screen: string[];
let said: string[];
let starts: boolean;
let keeps: () => number | null;

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(START);
  calls = new CallsSession();
  undo = new UndoOffer();
  [kept, reopened, screen, said] = [[], [], [], []];
  starts = true;
  keeps = () => kept.length;
  const { ask } = fakeAsk({
    end_call: (call) => {
      kept.push(call);
      return keeps();
    },
    reopen_call: (number) => {
      reopened.push(number);
      return null;
    },
  });
  calling = new CallingSession({
    ask,
    calls,
    undo,
    words: () => LANGUAGES.zh,
    announce: (sentence) => void said.push(sentence),
    warn: (sentence) => void said.push(sentence),
    startsItself: () => starts,
    clearScreen: () => void screen.push('cleared'),
    showEntry: (id) => void screen.push(id),
  });
});
afterEach(() => {
  undo.withdraw();
  vi.useRealTimers();
});

/** A call in which an entry was read, copied and ticked, and something filled in and noted. */
function takeCall(): void {
  calling.searched('挂失');
  calling.opened('card-loss', LOSS);
  vi.advanceTimersByTime(61_000);
  calling.copied(LOSS);
  calls.now.ticks.toggle('card-loss', 'must-1');
  calls.now.ticks.toggle('card-loss', 'check-1');
  calls.now.fields.set('客户称呼', '王女士');
  calls.now.pad.notes = '要补卡';
}

describe('a call', () => {
  it('begins with the first look-up and has a clock', () => {
    calling.searched('  ');
    expect(calling.on).toBe(false);
    calling.searched('挂失');
    vi.advanceTimersByTime(161_000);
    expect(calling.elapsed(calls.now)).toBe('02:41');
    expect(said).toEqual([]);
  });

  it('begins only with its key where the person wants that', () => {
    starts = false;
    calling.searched('挂失');
    calling.opened('card-loss', LOSS);
    expect(calls.now.untouched).toBe(true);
    calling.toggle();
    expect([calling.on, said]).toEqual([true, ['通话开始']]);
  });

  it('notes what was chosen, once its card is there, and not what was only passed', () => {
    calling.opened('limit', LOSS);
    expect(calls.now.pad.shown).toEqual([]);
    calling.cardShown(LIMIT);
    calling.cardShown(LOSS);
    expect(calls.now.pad.shown.map(({ id }) => id)).toEqual(['limit']);
  });

  it('ends with nothing of it on the screen, and keeps no blank', async () => {
    takeCall();
    await calling.end();
    expect([calls.now.untouched, screen]).toEqual([true, ['cleared']]);
    expect(JSON.stringify(kept)).not.toContain('王女士');
    const [call] = kept;
    expect(call?.shown.map(({ id, copied }) => [id, copied])).toEqual([['card-loss', true]]);
    expect(call?.ticked).toEqual([{ id: 'card-loss', must: 1, at: START + 61_000 }]);
    expect([call?.started, call?.ended]).toEqual([START, START + 61_000]);
    expect(said.at(-1)).toBe('通话已结束，01:01');
  });

  it('ended by mistake comes back whole within a while', async () => {
    takeCall();
    await calling.end();
    expect(undo.take()).toBe(true);
    await settled();
    expect([calling.on, calls.now.fields.get('客户称呼'), calls.now.pad.notes]).toEqual([
      true,
      '王女士',
      '要补卡',
    ]);
    expect([reopened, screen.at(-1)]).toEqual([[1], 'card-loss']);
  });

  it('is gone for good after that', async () => {
    takeCall();
    await calling.end();
    expect(calling.ended).not.toBeNull();
    vi.advanceTimersByTime(UNDO_MS);
    expect([calling.ended, undo.take()]).toEqual([null, false]);
  });

  it('ends even when nothing can be recorded', async () => {
    keeps = () => {
      throw new BackendError('recordFailed', 'disk full');
    };
    takeCall();
    await calling.end();
    expect([calling.on, said.at(-1)]).toEqual([false, LANGUAGES.zh.calls.notKept]);
  });

  it('put aside keeps its blanks to itself and comes back with its card', () => {
    takeCall();
    calling.park();
    expect(calls.now.fields.get('客户称呼')).toBe('');
    calling.opened('limit', LIMIT);
    calls.now.fields.set('客户称呼', '李先生');
    calling.resume(0);
    expect([calls.now.fields.get('客户称呼'), calls.parked.length]).toEqual(['王女士', 1]);
    expect(screen).toEqual(['cleared', 'cleared', 'card-loss']);
  });
});

it('a clock shows hours only when there are any', () => {
  expect([elapsed(0), elapsed(59_999), elapsed(3_661_000), elapsed(-5)]).toEqual([
    '00:00',
    '00:59',
    '1:01:01',
    '00:00',
  ]);
});
