import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OpenedFile } from '../../bindings/OpenedFile';
import type { SaveOutcome } from '../../bindings/SaveOutcome';
import type { SaveRequest } from '../../bindings/SaveRequest';
import { fakeAsk, type Answers } from '../../testing/fake-ask';
import { settled } from '../../testing/fake-backend';
import { checkedOf, rowOf } from '../../testing/write-row';
import { BackendError } from '../backend/error';
import { CodeDocument } from './code-document.svelte';
import { KEEP_MS } from '../training/keeper';
import { OpenEntry } from './open-entry.svelte';

const FILE = 'entries/fee.md';

function opened(part: Partial<OpenedFile> = {}): OpenedFile {
  return { file: FILE, text: '年费\n', fingerprint: 'f1', recovered: null, checked: checkedOf(), ...part };
}

/** An open entry whose backend keeps, checks and forgets; `answers` says what else it does. */
function entryOf(file: OpenedFile, answers: Answers = {}) {
  const kept: string[] = [];
  const marked: boolean[] = [];
  const { ask, asked } = fakeAsk({
    editing_check: () => checkedOf(),
    editing_keep: ({ text }) => {
      kept.push(text);
      return '15:42:08';
    },
    editing_forget: () => null,
    ...answers,
  });
  const entry = new OpenEntry(file, { ask, look: [], unsaved: (_, unsaved) => marked.push(unsaved) });
  return { entry, asked, kept, marked };
}

const saved = (text: string): SaveOutcome => ({
  outcome: 'saved',
  text,
  fingerprint: 'f2',
  row: rowOf('fee', '年费'),
  tookMs: 12,
  reopened: false,
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('keeps typing within a second, once for many keys', async () => {
  const { entry, kept } = entryOf(opened());
  for (const text of ['年费一\n', '年费一二\n', '年费一二三\n']) entry.doc.become(text);
  expect(kept).toEqual([]);
  await vi.advanceTimersByTimeAsync(KEEP_MS);
  expect(kept).toEqual(['年费一二三\n']);
  expect(entry.keptAt).toBe('15:42:08');
  expect(KEEP_MS).toBeLessThan(1000);
});

it('forgets what was kept when typing was taken back', async () => {
  const { entry, asked, kept } = entryOf(opened());
  entry.doc.become('年费改\n');
  entry.doc.undo();
  await vi.advanceTimersByTimeAsync(KEEP_MS);
  expect(kept).toEqual([]);
  expect(asked).toContain('editing_forget');
});

it('brings unsaved typing back and can drop it', async () => {
  const recovered = { text: '年费改\n', undo: '', at: '11-22 15:42', by: '周老师', outdated: false };
  const { entry } = entryOf(opened({ recovered }));
  expect([entry.doc.text, entry.dirty]).toEqual(['年费改\n', true]);
  entry.discard();
  await settled();
  expect([entry.doc.text, entry.dirty, entry.recovered]).toEqual(['年费\n', false, null]);
});

it('still undoes what was typed before a restart', () => {
  const before = new CodeDocument('年费\n', '', []);
  before.become('年费改\n');
  const recovered = {
    text: before.text,
    undo: before.remember(),
    at: '11-22 15:42',
    by: '周老师',
    outdated: false,
  };
  const { entry } = entryOf(opened({ recovered }));
  entry.doc.undo();
  expect(entry.doc.text).toBe('年费\n');
});

it('saves with the fingerprint it started from and goes on from the saved text', async () => {
  const sent: SaveRequest[] = [];
  const { entry, marked } = entryOf(opened(), {
    editing_save: (request) => {
      sent.push(request);
      return {
        outcome: 'saved',
        text: '年费改，待审\n',
        fingerprint: 'f2',
        row: rowOf('fee', '年费'),
        tookMs: 12,
        reopened: true,
      };
    },
  });
  entry.doc.become('年费改\n');
  await entry.save();
  expect(sent).toEqual([{ file: FILE, text: '年费改\n', base: 'f1' }]);
  expect([entry.doc.text, entry.dirty]).toEqual(['年费改，待审\n', false]);
  expect(marked.at(-1)).toBe(false);
  await entry.save();
  expect(sent.at(-1)?.base).toBe('f2');
});

it('keeps what is typed while a save is on its way', async () => {
  const { entry, kept } = entryOf(opened(), {
    editing_save: (request) => {
      entry.doc.become('年费改了\n');
      return saved(request.text);
    },
  });
  entry.doc.become('年费改\n');
  await entry.save();
  expect([entry.doc.text, entry.dirty]).toEqual(['年费改了\n', true]);
  await vi.advanceTimersByTimeAsync(KEEP_MS);
  expect(kept).toEqual(['年费改了\n']);
});

it('writes nothing over what somebody else saved until the person chose', async () => {
  const theirs = { outcome: 'changedMeanwhile' as const, text: '别人的\n', fingerprint: 'f9', by: '林老师' };
  const bases: string[] = [];
  const { entry } = entryOf(opened(), {
    editing_save: ({ base }) => {
      bases.push(base);
      return theirs;
    },
  });
  entry.doc.become('我的\n');
  expect(await entry.save()).toBe(null);
  expect([entry.theirs, entry.doc.text]).toEqual([theirs, '我的\n']);
  await entry.overwrite();
  expect(bases).toEqual(['f1', 'f9']);
});

it('takes theirs and gives mine back with undo', async () => {
  const { entry } = entryOf(opened(), {
    editing_save: () => ({ outcome: 'changedMeanwhile', text: '别人的\n', fingerprint: 'f9', by: null }),
  });
  entry.doc.become('我的\n');
  await entry.save();
  entry.takeTheirs();
  expect([entry.doc.text, entry.dirty]).toEqual(['别人的\n', false]);
  entry.doc.undo();
  expect(entry.doc.text).toBe('我的\n');
});

it('says why a save failed and keeps the text', async () => {
  const { entry, kept } = entryOf(opened(), {
    editing_save: () => Promise.reject(new BackendError('workspaceRefused', '磁盘满了')),
  });
  entry.doc.become('年费改\n');
  await entry.save();
  expect([entry.error?.detail, entry.doc.text]).toEqual(['磁盘满了', '年费改\n']);
  await vi.advanceTimersByTimeAsync(KEEP_MS);
  expect(kept).toEqual(['年费改\n']);
});

it('changes a value on the newest text, also when typing went on meanwhile', async () => {
  const texts: string[] = [];
  const { entry } = entryOf(opened(), {
    editing_form: ({ text }) => {
      texts.push(text);
      entry.doc.become('年费改\n');
      return `${text}标签\n`;
    },
  });
  await entry.change({ key: 'tags', value: ['挂失'] });
  expect(texts).toEqual(['年费\n', '年费改\n']);
  expect(entry.doc.text).toBe('年费改\n标签\n');
});

it('makes changes of the form in their order and saves after them', async () => {
  const done: string[] = [];
  const { entry } = entryOf(opened(), {
    editing_form: async ({ text, change }) => {
      // The first takes longer than the second.
      if (change.key === 'title') await new Promise((resolve) => setTimeout(resolve, 50));
      done.push(change.key);
      return `${text}${change.key}\n`;
    },
    editing_save: ({ text }) => {
      done.push(text);
      return Promise.reject(new BackendError('workspaceRefused', ''));
    },
  });
  void entry.change({ key: 'title', value: '年费怎么收' });
  void entry.change({ key: 'owner', value: '信用卡部' });
  const saving = entry.save();
  await vi.advanceTimersByTimeAsync(50);
  await saving;
  expect(done).toEqual(['title', 'owner', '年费\ntitle\nowner\n']);
});
