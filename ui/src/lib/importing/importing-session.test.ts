import { describe, expect, it } from 'vitest';
import type { ImportDraft } from '../../bindings/ImportDraft';
import type { ImportedFile } from '../../bindings/ImportedFile';
import { fakeAsk, type Answers } from '../../testing/fake-ask';
import { importing as words } from '../text/zh/importing';
import { ImportingSession } from './importing-session.svelte';

const draft = (number: number, near: ImportDraft['near'] = null): ImportDraft => ({
  number,
  kind: 'faq',
  title: `问题 ${number}`,
  text: '## 可直接说\n答案。',
  tags: [],
  at: { zh: '第 2 行', en: 'row 2' },
  near,
  decision: 'new',
});
const file = (name: string, drafts: ImportDraft[]): ImportedFile => ({
  file: name,
  format: { zh: 'Excel 工作簿', en: 'Excel workbook' },
  misnamed: false,
  fault: null,
  sheets: [],
  drafts,
  total: drafts.length,
  leftOut: [],
  cleaned: [['script', 2]],
  cleanings: [],
});
const NEAR = { id: 'card-loss', title: '挂失', text: 70 };
const DONE = { version: 'v1', made: 1, changed: 0, skipped: 1, refused: [] };

function opened(answers: Answers = {}) {
  const said: string[] = [];
  const { ask, asked } = fakeAsk({
    choose: () => ['a.xlsx'],
    import_read: (request) => file(request.file, [draft(0), draft(1, NEAR)]),
    import_accept: () => DONE,
    import_undo: () => null,
    import_forget: () => null,
    ...answers,
  });
  const announce = (sentence: string): number => said.push(sentence);
  return { session: new ImportingSession({ ask, words: () => words, announce }), asked, said };
}

describe('ImportingSession', () => {
  it('reads what was chosen and writes nothing', async () => {
    const { session } = opened();
    await session.choose();
    expect(session.shownFile?.file).toBe('a.xlsx');
    expect(session.taken).toBe(2);
    expect(session.done).toBeNull();
  });

  it('accepts with the decisions of the person, and undoes by one key', async () => {
    let decided: unknown = null;
    let undone: unknown = null;
    const { session, said } = opened({
      import_accept: (choices) => {
        decided = choices;
        return DONE;
      },
      import_undo: (version) => {
        undone = version;
        return null;
      },
    });
    await session.choose();
    session.decide('a.xlsx', draft(0), 'skip');
    session.decide('a.xlsx', draft(1, NEAR), 'merge');
    expect(session.taken).toBe(1);
    await session.accept();
    expect(decided).toEqual([
      { file: 'a.xlsx', number: 0, decision: 'skip' },
      { file: 'a.xlsx', number: 1, decision: 'merge' },
    ]);
    expect(session.files).toEqual([]);
    expect(said).toEqual([words.done('1', '0', '1')]);
    expect(session.onKeydown(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }))).toBe(true);
    await Promise.resolve();
    await Promise.resolve();
    expect(undone).toBe('v1');
  });

  it('reads a file again when a cleaning is turned off', async () => {
    const without: unknown[] = [];
    const { session } = opened({
      import_read: (request) => {
        without.push(request.without);
        return file(request.file, [draft(0)]);
      },
    });
    await session.choose();
    await session.toggle('a.xlsx', 'script');
    await session.toggle('a.xlsx', 'script');
    expect(without).toEqual([[], ['script'], []]);
    expect(session.files).toHaveLength(1);
  });

  it('reads a path that was pasted with quotes around it', async () => {
    const { session, asked } = opened();
    await session.readPath(' "/u/机场.csv" ');
    expect(session.files.map((one) => one.file)).toEqual(['/u/机场.csv']);
    await session.readPath('  ');
    expect(asked).toEqual(['import_read']);
  });

  it('exports a selection into a file whose name has its ending, and says where it is', async () => {
    const given: unknown[] = [];
    const { session } = opened({
      choose: (what) => {
        given.push(what);
        return ['/u/条目.xlsx'];
      },
      export_entries: (request) => {
        given.push(request);
        return 2;
      },
    });
    await session.export('excel', ['card-loss', 'pin']);
    expect(given).toEqual([
      { saveAs: '应答条目.xlsx' },
      { ids: ['card-loss', 'pin'], form: 'excel', file: '/u/条目.xlsx' },
    ]);
    expect(session.exported).toBe('已导出 2 条：/u/条目.xlsx');
  });

  it('forgets everything when another workspace is opened', async () => {
    const { session } = opened();
    await session.choose();
    session.workspaceChanged();
    expect(session.files).toEqual([]);
    expect(session.taken).toBe(0);
  });
});
