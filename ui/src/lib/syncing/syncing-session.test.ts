import { describe, expect, it } from 'vitest';
import type { ConflictDecision } from '../../bindings/ConflictDecision';
import type { ConflictView } from '../../bindings/ConflictView';
import type { SyncView } from '../../bindings/SyncView';
import { fakeAsk } from '../../testing/fake-ask';
import { settled } from '../../testing/fake-backend';
import { BackendError } from '../backend/error';
import { syncing as words } from '../text/zh/syncing';
import { SyncingSession } from './syncing-session.svelte';
import { told } from './told';

const NOTHING: SyncView = { received: 0, changed: [], sent: 0, inReview: [], conflicts: 0, stopped: false };

function conflict(id: string): ConflictView {
  return {
    file: `entries/${id}.md`,
    title: id,
    stamp: `${id} now`,
    ours: `${id} ours`,
    theirs: `${id} theirs`,
    difference: { parts: [], added: 0, removed: 0 },
  };
}

async function workspace(pending: ConflictView[], synced: SyncView[] = []) {
  const decided: ConflictDecision[][] = [];
  const said: string[] = [];
  let changed = 0;
  let waiting = pending;
  const { ask, asked } = fakeAsk({
    sync_folder: () => '/share',
    sync: () => {
      const done = synced.shift();
      if (done === undefined) throw new BackendError('workspaceRefused', '找不到同步文件夹');
      return done;
    },
    sync_conflicts: () => waiting,
    resolve_conflicts: (decisions) => {
      decided.push(decisions);
      if (decisions.some(({ stamp }) => !waiting.some((one) => one.stamp === stamp)))
        throw new BackendError('workspaceRefused', '冲突还没有处理');
      waiting = [];
      return { ...NOTHING, changed: [{ file: 'entries/b.md', title: 'b' }] };
    },
    abandon_sync: () => {
      waiting = [];
      return null;
    },
  });
  const session = new SyncingSession({
    ask,
    words: () => words,
    announce: (sentence) => said.push(sentence),
    changed: () => (changed += 1),
    chooseFolder: () => Promise.resolve('/stick'),
  });
  await session.workspaceChanged(true);
  return {
    session,
    decided,
    said,
    asked,
    changed: () => changed,
    becomes: (now: ConflictView[]) => (waiting = now),
  };
}

const key = (name: string, init: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key: name, cancelable: true, ...init });

describe('syncing', () => {
  it('offers the folder of the last time, and takes another', async () => {
    const { session } = await workspace([]);
    expect(session.folder).toBe('/share');
    await session.browse();
    expect(session.folder).toBe('/stick');
  });

  it('says what came, what went, and what waits for review', async () => {
    const file = { file: 'entries/a.md', title: 'a' };
    const done = { ...NOTHING, received: 2, changed: [file], sent: 3, inReview: [file] };
    const { session, said, changed } = await workspace([], [done]);
    await session.sync();
    expect(said).toEqual(['收到同事的 2 次改动，送出 3 次改动，合并了 1 条，待复审']);
    expect(changed()).toBe(1);
    expect(told(NOTHING, words)).toEqual(['没有新的改动，双方一致']);
  });

  it('tells of a folder that is gone, and keeps it in the field', async () => {
    const { session, changed } = await workspace([]);
    await session.sync();
    expect(session.error?.detail).toBe('找不到同步文件夹');
    expect([session.folder, session.doing, changed()]).toEqual(['/share', null, 0]);
  });

  it('shows the conflicts that a sync met', async () => {
    const { session, becomes } = await workspace([], [{ ...NOTHING, conflicts: 1 }]);
    becomes([conflict('a')]);
    await session.sync();
    expect(session.current?.title).toBe('a');
  });
});

describe('conflicts', () => {
  it('are decided by keys, one after another, and sent as one', async () => {
    const { session, decided, asked } = await workspace(
      [conflict('a'), conflict('b'), conflict('c')],
      [{ ...NOTHING, sent: 2 }],
    );
    session.onKeydown(key('1', { altKey: true }));
    session.onKeydown(key('PageDown'));
    session.onKeydown(key('2', { altKey: true }));
    session.onKeydown(key('Enter', { ctrlKey: true }));
    expect(decided).toEqual([]);
    session.onKeydown(key('PageDown'));
    session.onKeydown(key('3', { altKey: true }));
    session.write('c both');
    session.onKeydown(key('Enter', { ctrlKey: true }));
    await settled();
    expect(decided[0]?.map(({ choice }) => choice)).toEqual([
      { type: 'ours' },
      { type: 'theirs' },
      { type: 'text', text: 'c both' },
    ]);
    expect(asked.slice(-2)).toEqual(['resolve_conflicts', 'sync']);
    expect([session.conflicts.length, session.done?.sent, session.done?.changed[0]?.title]).toEqual([
      0,
      2,
      'b',
    ]);
  });

  it('act on no key while an input method composes', async () => {
    const { session } = await workspace([conflict('a')]);
    session.onKeydown(key('1', { altKey: true, isComposing: true }));
    expect(session.decided).toBe(0);
  });

  it('ask again for one that became another meanwhile, and keep what was decided about the rest', async () => {
    const { session, becomes } = await workspace([conflict('a'), conflict('b')]);
    session.choose('theirs');
    session.move(1);
    session.choose('text');
    becomes([{ ...conflict('a'), stamp: 'a later' }, conflict('b')]);
    await session.resolve();
    expect(session.error).not.toBeNull();
    expect([session.decided, session.ready, session.conflicts.length]).toEqual([1, false, 2]);
  });

  it('stay merged when they could not be sent', async () => {
    const { session, changed } = await workspace([conflict('a')]);
    session.choose('ours');
    await session.resolve();
    expect(session.conflicts).toEqual([]);
    expect(session.error?.detail).toBe('找不到同步文件夹');
    expect(session.done?.changed[0]?.title).toBe('b');
    expect(changed()).toBe(1);
  });

  it('are there after a restart, and belong to their workspace', async () => {
    const { session, becomes } = await workspace([conflict('a')]);
    expect(session.conflicts.length).toBe(1);
    becomes([]);
    await session.workspaceChanged(false);
    expect([session.conflicts.length, session.folder]).toEqual([0, '']);
  });

  it('are read again when they are looked at, since the entry may have been edited', async () => {
    const { session, becomes } = await workspace([conflict('a')]);
    session.choose('ours');
    becomes([{ ...conflict('a'), stamp: 'a later' }]);
    await session.look();
    expect([session.current?.stamp, session.decided]).toEqual(['a later', 0]);
  });

  it('go when the merge is given up', async () => {
    const { session, said } = await workspace([conflict('a')]);
    await session.abandon();
    expect(session.conflicts).toEqual([]);
    expect(said).toEqual([words.abandoned]);
  });
});
