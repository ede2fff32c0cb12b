import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { KeptWords } from '../../bindings/KeptWords';
import type { RowEdit } from '../../bindings/RowEdit';
import type { VocabularyEdits } from '../../bindings/VocabularyEdits';
import type { VocabularyView } from '../../bindings/VocabularyView';
import { fakeAsk, type Answers } from '../../testing/fake-ask';
import { KEEP_MS } from '../training/keeper';
import { VocabularySession } from './vocabulary-session.svelte';

const SYNONYMS = 'vocabulary/synonyms.tsv';
const VIEW: VocabularyView = {
  entries: [],
  tables: [
    {
      file: SYNONYMS,
      table: 'synonyms',
      rows: [
        { line: 2, text: '限额\t额度', cells: ['限额', '额度'] },
        { line: 3, text: '挂失\t遗失', cells: ['挂失', '遗失'] },
      ],
    },
  ],
  classes: [],
};
const CHANGED: RowEdit = { file: SYNONYMS, line: 3, was: '挂失\t遗失', cells: ['挂失', '弄丢'] };
const ADDED: RowEdit = { file: SYNONYMS, line: null, was: '', cells: ['年费', '费用'] };

function session(answers: Answers = {}) {
  const kept: VocabularyEdits[] = [];
  const said: string[] = [];
  const { ask, asked } = fakeAsk({
    vocabulary: () => VIEW,
    kept_vocabulary: () => null,
    keep_vocabulary: (edits) => {
      kept.push(edits);
      return null;
    },
    save_vocabulary: () => VIEW,
    try_vocabulary: () => ({ faults: [], notes: [], preparedMs: 1, search: null }),
    ...answers,
  });
  const made = new VocabularySession({
    ask,
    announce: (sentence) => said.push(sentence),
    saved: () => '已保存',
    recovered: (at, by) => `恢复 ${by} ${at}`,
    focus: () => undefined,
  });
  return { session: made, kept, said, asked };
}

function copy(...rows: RowEdit[]): KeptWords {
  return { at: '11-22 15:42', by: '周老师', edits: { entries: [], rows } };
}

function edit(of: VocabularySession, word: string): void {
  const { file, was } = CHANGED;
  of.edits.setRow({ file, line: 3, was, cells: ['挂失', word] }, ['挂失', '遗失'], 'group');
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('keeps edits within a second, many keys once, and nothing where all is taken back', async () => {
  const { session: of, kept } = session();
  await of.load();
  edit(of, '弄');
  edit(of, '弄丢');
  expect(kept).toEqual([]);
  await vi.advanceTimersByTimeAsync(KEEP_MS);
  expect(kept).toEqual([{ entries: [], rows: [CHANGED] }]);
  of.undo();
  await vi.advanceTimersByTimeAsync(KEEP_MS);
  expect(kept.at(-1)).toEqual({ entries: [], rows: [] });
});

it('brings back what was kept, with a sentence, and one step back is without it', async () => {
  const { session: of, said } = session({ kept_vocabulary: () => copy(CHANGED, ADDED) });
  await of.load();
  expect(of.edits.request.rows).toEqual([CHANGED, ADDED]);
  expect(of.kept.recovered?.by).toBe('周老师');
  expect(said).toEqual(['恢复 周老师 11-22 15:42']);
  const key = of.edits.add(SYNONYMS, ['新']);
  expect(of.edits.now.added.map((row) => row.key)).toContain(key);
  expect(new Set(of.edits.now.added.map((row) => row.key)).size).toBe(2);
  of.undo();
  of.undo();
  expect(of.edits.count).toBe(0);
});

it('finds a row that stands in another line by now', async () => {
  const moved = { ...CHANGED, line: 2 };
  const { session: of } = session({ kept_vocabulary: () => copy(moved) });
  await of.load();
  expect(of.edits.request.rows).toEqual([CHANGED]);
});

it('asks once: what was given up does not come back with the next look', async () => {
  const { session: of, kept, asked } = session({ kept_vocabulary: () => copy(CHANGED) });
  await of.load();
  of.discard();
  expect(of.edits.count).toBe(0);
  expect(of.kept.recovered).toBeNull();
  await of.keepNow();
  expect(kept).toEqual([{ entries: [], rows: [] }]);
  await of.load();
  expect(of.edits.count).toBe(0);
  expect(asked.filter((name) => name === 'kept_vocabulary')).toHaveLength(1);
});

it('writes no copy after a save, and none into another workspace', async () => {
  const { session: of, kept, asked } = session();
  await of.load();
  edit(of, '弄丢');
  await of.save();
  expect(asked.indexOf('keep_vocabulary')).toBeLessThan(asked.indexOf('save_vocabulary'));
  edit(of, '没了');
  of.workspaceChanged();
  await vi.advanceTimersByTimeAsync(KEEP_MS * 2);
  expect(kept).toHaveLength(1);
});
