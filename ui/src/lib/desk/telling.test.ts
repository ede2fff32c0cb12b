import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBackend, found } from '../../testing/fake-backend';
import { LANGUAGES } from '../text/languages';
import { Announcer } from './announcer.svelte';
import { Findings } from './findings.svelte';
import { Narrowing } from './narrowing.svelte';
import { Telling } from './telling';

let backend: FakeBackend;
let announcer: Announcer;
let telling: Telling;

/** The words found `total` hits. */
function answered(total: number): void {
  const findings = new Findings(new Narrowing());
  findings.set({ ...found('卡', []), total, counts: { ...found('', []).counts, all: total } });
  telling.answered(findings);
}

beforeEach(() => {
  vi.useFakeTimers();
  backend = new FakeBackend();
  announcer = new Announcer();
  telling = new Telling(backend, announcer, () => LANGUAGES.zh);
});

afterEach(() => vi.useRealTimers());

describe('what meaning added', () => {
  it('is said once the typing has paused', () => {
    answered(3);
    telling.added(2);
    expect(announcer.message).toBe('3 条结果');
    vi.advanceTimersByTime(1000);
    expect(announcer.message).toBe('另有 2 条意思相近');
  });

  it('is not said for a text that is no longer in the box', () => {
    answered(3);
    telling.added(2);
    answered(1);
    vi.advanceTimersByTime(1000);
    expect(announcer.message).toBe('1 条结果');
    telling.added(2);
    telling.emptied();
    vi.advanceTimersByTime(1000);
    expect(announcer.message).toBe('1 条结果');
  });
});

describe('an opened entry', () => {
  it('is told of once for each search, however often one comes back to it', () => {
    telling.opened('card-loss');
    telling.opened('card-loss');
    telling.emptied();
    telling.opened('card-loss');
    expect(backend.openings).toEqual(['card-loss', 'card-loss']);
  });
});
