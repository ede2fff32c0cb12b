import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SyncProgress } from '../../bindings/SyncProgress';
import type { SyncView } from '../../bindings/SyncView';
import { fakeAsk } from '../../testing/fake-ask';
import { settled } from '../../testing/fake-backend';
import { syncing as en } from '../text/en/syncing';
import { syncing as words } from '../text/zh/syncing';
import { TELL_MS } from './sync-run.svelte';
import { SyncingSession } from './syncing-session.svelte';
import { told } from './told';

const NOTHING: SyncView = { received: 0, changed: [], sent: 0, inReview: [], conflicts: 0, stopped: false };
const FETCHING: SyncProgress = { doing: 'fetching', done: 3, total: 9 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A sync that runs until the test ends it. */
async function running() {
  const said: string[] = [];
  let changed = 0;
  let end: (done: SyncView) => void = () => undefined;
  const { ask, asked } = fakeAsk({
    sync_folder: () => '/share',
    sync_conflicts: () => [],
    sync: () => new Promise<SyncView>((resolve) => (end = resolve)),
    sync_progress: () => FETCHING,
    sync_stop: () => null,
  });
  const session = new SyncingSession({
    ask,
    words: () => words,
    announce: (sentence) => said.push(sentence),
    changed: () => (changed += 1),
    chooseFolder: () => Promise.resolve(null),
  });
  await session.workspaceChanged(true);
  void session.sync();
  await settled();
  const ends = async (done: SyncView): Promise<void> => {
    end(done);
    await settled();
  };
  const waits = async (): Promise<void> => {
    vi.advanceTimersByTime(TELL_MS);
    await settled();
  };
  const stops = (): number => asked.filter((name) => name === 'sync_stop').length;
  return { session, said, asked, ends, waits, stops, changed: () => changed };
}

describe('a running sync', () => {
  it('tells how far it is until it ends, and no longer', async () => {
    const { session, asked, ends, waits } = await running();
    expect(session.run.progress?.doing).toBe('looking');
    await waits();
    expect(session.run.progress).toEqual(FETCHING);
    await ends(NOTHING);
    expect([session.run.progress, session.doing]).toEqual([null, null]);
    const before = asked.length;
    await waits();
    expect(asked.length).toBe(before);
  });

  it('is asked to stop until it has, and then says what is not done', async () => {
    const { session, said, ends, waits, stops, changed } = await running();
    session.run.stop();
    session.run.stop();
    await settled();
    expect([session.run.stopping, stops()]).toEqual([true, 1]);
    // The wish may have come before the sync had begun.
    await waits();
    expect(stops()).toBe(2);
    await ends({ ...NOTHING, stopped: true });
    expect(said).toEqual([words.stoppedBefore]);
    expect([session.run.stopping, session.error, changed()]).toEqual([false, null, 0]);
  });

  it('keeps what had come before it was stopped', async () => {
    const { session, said, ends, changed } = await running();
    session.run.stop();
    await ends({ ...NOTHING, received: 2, stopped: true });
    expect(said).toEqual([`收到同事的 2 次改动，${words.stoppedUnsent}`]);
    expect([session.done?.received, changed()]).toEqual([2, 1]);
  });

  it('is stopped when the workspace is left, and says nothing in the next one', async () => {
    const { session, said, ends, stops } = await running();
    await session.workspaceChanged(true);
    expect(stops()).toBe(1);
    await ends({ ...NOTHING, stopped: true });
    expect([said, session.done, session.doing]).toEqual([[], null, null]);
  });

  it('is not stopped while none runs', async () => {
    const { session, ends, stops } = await running();
    await ends(NOTHING);
    session.run.stop();
    expect([session.run.stopping, stops()]).toEqual([false, 0]);
  });
});

it('has words for each step with and without a known end', () => {
  expect(words.figures.fetching('3', '9')).toBe('3 / 9 个对象');
  expect(words.figures.packing('3', null)).toBe('3 个对象');
  expect(en.figures.merging('3', '9')).toBe('3 of 9 files');
  expect(told({ ...NOTHING, stopped: true }, en)).toEqual([en.stoppedBefore]);
});
