import { describe, expect, it } from 'vitest';
import { CallsSession } from './calls-session.svelte';

describe('calls', () => {
  it('keep what is filled in apart', () => {
    const calls = new CallsSession();
    calls.now.fields.set('客户称呼', '王女士');
    calls.park();
    expect(calls.now.fields.get('客户称呼')).toBe('');
    calls.now.fields.set('客户称呼', '李先生');
    calls.resume(0);
    expect(calls.now.fields.get('客户称呼')).toBe('王女士');
    expect(calls.parked.map((call) => call.fields.get('客户称呼'))).toEqual(['李先生']);
  });

  it('do not put an untouched call aside', () => {
    const calls = new CallsSession();
    calls.now.ticks.toggle('card-loss', 'must-0');
    calls.park();
    calls.resume(0);
    expect([calls.parked.length, calls.now.ticks.has('card-loss', 'must-0')]).toEqual([0, true]);
  });
});
