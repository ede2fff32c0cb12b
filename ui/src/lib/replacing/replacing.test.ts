import { describe, expect, it } from 'vitest';
import type { FoundEntry } from '../../bindings/FoundEntry';
import type { ReplaceRequest } from '../../bindings/ReplaceRequest';
import { fakeAsk } from '../../testing/fake-ask';
import { settled } from '../../testing/fake-backend';
import { BackendError } from '../backend/error';
import { RenamingSession } from './renaming-session.svelte';
import { ReplacingSession } from './replacing-session.svelte';

const HIT: FoundEntry['hits'][number] = { line: 8, part: 'say', before: [], after: [] };

function entry(id: string, part: Partial<FoundEntry> = {}): FoundEntry {
  return {
    id,
    kind: 'faq',
    title: id,
    fingerprint: `${id} now`,
    lapses: false,
    refused: null,
    hits: [HIT, HIT],
    ...part,
  };
}

function looking(entries: FoundEntry[]) {
  const replaced: ReplaceRequest[] = [];
  const undone: string[] = [];
  let written = 0;
  const { ask } = fakeAsk({
    find_everywhere: () => ({ entries, hits: entries.length * 2, cut: false }),
    replace_everywhere: (request) => {
      replaced.push(request);
      return { version: 'v1', files: request.chosen.length };
    },
    undo_replacing: (version) => {
      undone.push(version);
      return null;
    },
  });
  const session = new ReplacingSession(ask, () => (written += 1));
  session.request.find = '955';
  session.request.replace = '95500';
  session.find();
  return { session, replaced, undone, written: () => written };
}

describe('replacing everywhere', () => {
  it('replaces what is chosen, by the form as it was when it was found', async () => {
    const { session, replaced } = looking([entry('a'), entry('b'), entry('c')]);
    await settled();
    session.choose(entry('a'), 1, false);
    session.chooseAll(entry('c'), false);
    session.request.replace = 'later';
    await session.apply();
    expect(replaced[0]?.find.replace).toBe('95500');
    expect(replaced[0]?.chosen).toEqual([
      { id: 'a', fingerprint: 'a now', hits: [0] },
      { id: 'b', fingerprint: 'b now', hits: [0, 1] },
    ]);
  });

  it('never chooses an entry that could not be read then, and counts the approvals that lapse', async () => {
    const refused = entry('b', { refused: { zh: '读不出来', en: 'unreadable' }, lapses: true });
    const { session } = looking([entry('a', { lapses: true }), refused]);
    await settled();
    expect(session.count).toBe(2);
    expect(session.lapsing).toBe(1);
    expect(session.isChosen(refused, 0)).toBe(false);
    session.chooseAll(entry('a'), false);
    expect([session.count, session.lapsing]).toEqual([0, 0]);
  });

  it('takes the act back by its version', async () => {
    const { session, undone, written } = looking([entry('a')]);
    await settled();
    await session.apply();
    expect(session.done).toEqual({ version: 'v1', files: 1 });
    await session.undo();
    expect(undone).toEqual(['v1']);
    expect(session.undone).toBe(true);
    expect(written()).toBe(2);
  });
});

describe('another id', () => {
  it('is shown as it is typed, and done when nothing stands in the way', async () => {
    const { ask, asked } = fakeAsk({
      preview_rename: ({ to }) =>
        to === 'taken'
          ? { refused: { zh: '有人用了', en: 'taken' }, files: [] }
          : {
              refused: null,
              files: [{ file: 'entries/a.md', to: 'entries/b.md', lapses: false, lines: [] }],
            },
      rename_entry: () => ({ version: 'v2', files: 2 }),
    });
    const session = new RenamingSession(ask, () => undefined);
    session.start('a');
    session.to = 'taken';
    session.typed();
    await settled();
    expect(session.ready).toBe(false);
    await session.apply();
    session.to = 'b';
    session.typed();
    await settled();
    await session.apply();
    expect(session.done).toEqual({ version: 'v2', from: 'a' });
    expect(asked).toEqual(['preview_rename', 'preview_rename', 'rename_entry']);
  });

  it('keeps what was typed when it is refused', async () => {
    const { ask } = fakeAsk({
      preview_rename: () => ({ refused: null, files: [{ file: 'a', to: null, lapses: false, lines: [] }] }),
      rename_entry: () => Promise.reject(new BackendError('workspaceRefused', '只读')),
    });
    const session = new RenamingSession(ask, () => undefined);
    session.start('a');
    session.to = 'b';
    session.typed();
    await settled();
    await session.apply();
    expect([session.error?.detail, session.to]).toEqual(['只读', 'b']);
  });
});
