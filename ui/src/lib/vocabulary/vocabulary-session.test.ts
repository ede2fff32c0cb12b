import { describe, expect, it, vi } from 'vitest';
import type { BenchProgress } from '../../bindings/BenchProgress';
import type { EntryWords } from '../../bindings/EntryWords';
import type { TrialRequest } from '../../bindings/TrialRequest';
import type { TrialView } from '../../bindings/TrialView';
import type { VocabularyEdits } from '../../bindings/VocabularyEdits';
import type { VocabularyView } from '../../bindings/VocabularyView';
import { fakeAsk, type Answers } from '../../testing/fake-ask';
import { settled } from '../../testing/fake-backend';
import { BackendError } from '../backend/error';
import { VocabularySession } from './vocabulary-session.svelte';

const WORDS = { aliases: ['卡丢了'], notFor: [], pin: 0 };
const ENTRY: EntryWords = { id: 'card-loss', kind: 'faq', title: '银行卡挂失', words: WORDS };
const SYNONYMS = 'vocabulary/synonyms.tsv';
const VIEW: VocabularyView = {
  entries: [ENTRY],
  tables: [
    {
      file: SYNONYMS,
      table: 'synonyms',
      rows: [
        { line: 2, text: '挂失\t遗失', cells: ['挂失', '遗失'] },
        { line: 3, text: '限额\t额度', cells: ['限额', '额度'] },
      ],
    },
    { file: 'judged/daily.tsv', table: 'judged', rows: [] },
  ],
  classes: ['hanzi', 'sentence'],
};
const NOTHING_TO_SAY: TrialView = { faults: [], notes: [], preparedMs: 1, search: null };

function opened(answers: Answers = {}) {
  const tried: TrialRequest[] = [];
  const focused: string[] = [];
  const saves: VocabularyEdits[] = [];
  const { ask, asked } = fakeAsk({
    vocabulary: () => VIEW,
    kept_vocabulary: () => null,
    keep_vocabulary: () => null,
    try_vocabulary: (request) => {
      tried.push(request);
      return NOTHING_TO_SAY;
    },
    save_vocabulary: (edits) => {
      saves.push(edits);
      return VIEW;
    },
    ...answers,
  });
  const said: string[] = [];
  const session = new VocabularySession({
    ask,
    announce: (sentence) => said.push(sentence),
    saved: () => '已保存',
    recovered: (at, by) => `恢复 ${by} ${at}`,
    focus: (key) => focused.push(key),
  });
  session.shown();
  return { session, tried, focused, saves, said, asked };
}

function press(
  session: VocabularySession,
  key: string,
  part: KeyboardEventInit = { ctrlKey: true },
): boolean {
  return session.onKeydown(new KeyboardEvent('keydown', { key, ...part }));
}

function row(cells: string[] | null) {
  return { file: SYNONYMS, line: 2, was: '挂失\t遗失', cells };
}

describe('the vocabulary', () => {
  it('tries every edit before it is saved', async () => {
    const { session, tried } = opened();
    await settled();
    session.trial.type('弄丢');
    session.edits.setRow(row(['挂失', '弄丢']), ['挂失', '遗失'], 'group');
    session.edited();
    await settled();
    expect(tried.at(-1)).toEqual({ edits: { entries: [], rows: [row(['挂失', '弄丢'])] }, query: '弄丢' });
  });

  it('takes letters typed into one field back in one step, and an edit that says the same as none', async () => {
    const { session } = opened();
    await settled();
    session.edits.setEntry(ENTRY, { ...WORDS, aliases: ['卡丢了', '卡'] }, 'aliases');
    session.edits.setEntry(ENTRY, { ...WORDS, aliases: ['卡丢了', '卡没'] }, 'aliases');
    session.edits.settle();
    session.edits.setEntry(ENTRY, { ...WORDS, aliases: ['卡丢了', '卡没了'] }, 'aliases');
    expect(press(session, 'z')).toBe(true);
    expect(session.edits.request.entries[0]?.words.aliases).toEqual(['卡丢了', '卡没']);
    press(session, 'z');
    expect(session.edits.count).toBe(0);
    press(session, 'y');
    expect(session.edits.count).toBe(1);
    session.edits.setEntry(ENTRY, WORDS, 'aliases');
    expect(session.edits.count).toBe(0);
  });

  it('leaves Ctrl+Z to a search box', async () => {
    const { session } = opened();
    await settled();
    session.edits.setRow(row(null), ['挂失', '遗失'], 'remove');
    const box = document.createElement('input');
    box.dataset.ownUndo = '';
    let acted: boolean | null = null;
    box.addEventListener('keydown', (event) => (acted = session.onKeydown(event)));
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
    expect(acted).toBe(false);
    expect(session.edits.count).toBe(1);
  });

  it('adds a row on top, puts the cursor there, and says a fault at it', async () => {
    const { session, focused } = opened({
      try_vocabulary: ({ edits }) => ({
        ...NOTHING_TO_SAY,
        faults: edits.rows.flatMap((edit, index) =>
          edit.line === null
            ? [
                {
                  place: { at: 'added' as const, index },
                  what: { zh: '只有一个词。', en: 'One word only.' },
                  remedy: { zh: '请再写一个。', en: 'Add one.' },
                },
              ]
            : [],
        ),
      }),
    });
    await settled();
    session.choose('synonyms');
    session.edits.setRow(row(null), ['挂失', '遗失'], 'remove');
    press(session, 'n');
    await settled();
    const key = session.rows.rows[0]?.key ?? '';
    expect(focused).toEqual([key]);
    expect(session.trial.byPlace.get(key)).toEqual([
      { kind: 'fault', zh: '只有一个词。请再写一个。', en: 'One word only. Add one.' },
    ]);
    expect(session.rows.rows.map((one) => one.removed)).toEqual([false, true, false]);
  });

  it('saves all edits as one act, and keeps them when that is refused', async () => {
    const refused = opened({
      save_vocabulary: () => Promise.reject(new BackendError('workspaceRefused', '文件夹只读')),
    });
    await settled();
    refused.session.edits.setRow(row(null), ['挂失', '遗失'], 'remove');
    press(refused.session, 's');
    await vi.waitFor(() => expect(refused.session.error?.detail).toBe('文件夹只读'));
    expect(refused.session.edits.count).toBe(1);

    const { session, saves, said } = opened();
    await settled();
    session.edits.setRow(row(null), ['挂失', '遗失'], 'remove');
    press(session, 's');
    await vi.waitFor(() => expect(saves).toEqual([{ entries: [], rows: [row(null)] }]));
    await settled();
    expect(said).toEqual(['已保存']);
    expect(session.edits.count).toBe(0);
  });

  it('makes what is searched for a judged query that expects the chosen entry', async () => {
    const { session } = opened();
    await settled();
    session.trial.type(' 卡没了 ');
    session.judge('card-loss', 'sentence');
    expect(session.edits.request.rows).toEqual([
      { file: 'judged/daily.tsv', line: null, was: '', cells: ['卡没了', 'sentence', 'card-loss', ''] },
    ]);
  });

  it('finds rows by what they say and by what they said', async () => {
    const { session } = opened();
    await settled();
    session.choose('synonyms');
    session.edits.setRow(row(['挂失', '弄丢']), ['挂失', '遗失'], 'group');
    session.filter = '遗失';
    expect(session.rows.rows.map((one) => one.cells)).toEqual([['挂失', '弄丢']]);
    session.filter = '没有';
    expect(session.rows.all).toBe(0);
  });
});

describe('the bench', () => {
  const RESULT = {
    classes: [],
    hard: { queries: 0, hitAt1: 0, hitAt3: 0 },
    failed: [],
    changes: [],
    mark: null,
  };

  it('asks for part after part until the result is there', async () => {
    const from: number[] = [];
    const { session } = opened({
      bench_step: (request): BenchProgress => {
        from.push(request.from);
        const done = request.from + 40;
        return { done, total: 80, result: done === 80 ? RESULT : null };
      },
    });
    expect(press(session, 'F5', {})).toBe(true);
    await settled();
    await settled();
    expect(from).toEqual([0, 40]);
    expect(session.pane).toBe('bench');
    expect(session.bench.result).toEqual(RESULT);
    expect(session.bench.running).toBe(false);
  });

  it('stops asking when it is stopped, and keeps the result before', async () => {
    let answer: (progress: BenchProgress) => void = () => undefined;
    const { session, asked } = opened({
      bench_step: () => new Promise<BenchProgress>((resolve) => (answer = resolve)),
    });
    session.runBench();
    await settled();
    session.bench.stop();
    answer({ done: 40, total: 80, result: null });
    await settled();
    expect(asked.filter((name) => name === 'bench_step')).toHaveLength(1);
    expect(session.bench.stopped).toBe(true);
    expect(session.bench.result).toBeNull();
  });
});
