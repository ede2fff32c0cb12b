import { expect, it, vi } from 'vitest';
import type { MembersView } from '../../bindings/MembersView';
import type { RowEdit } from '../../bindings/RowEdit';
import { fakeAsk, type Answers } from '../../testing/fake-ask';
import { settled } from '../../testing/fake-backend';
import { MembersSession } from './members-session.svelte';

const VIEW: MembersView = {
  people: [{ line: 2, text: '周老师\ttrainer\t', cells: ['周老师', 'trainer', ''] }],
  rules: [{ line: 1, text: 'kind\tfaq\t业务', cells: ['kind', 'faq', '业务'] }],
  offices: ['业务', '法律', '消保'],
  tags: [],
  refused: null,
};
const FINE = { faults: [], refused: null, notes: [] };

async function opened(answers: Answers = {}) {
  const said: string[] = [];
  const focused: string[] = [];
  const saves: RowEdit[][] = [];
  const { ask, asked } = fakeAsk({
    members: () => VIEW,
    try_members: () => FINE,
    save_members: (edits) => {
      saves.push(edits);
      return { version: 'v1', view: VIEW };
    },
    undo_members: () => VIEW,
    ...answers,
  });
  const session = new MembersSession({
    ask,
    announce: (sentence) => said.push(sentence),
    words: () => ({ saved: '已保存', undone: '已撤销' }),
    focus: (key) => focused.push(key),
  });
  await session.open();
  return { session, said, focused, saves, asked };
}

function press(session: MembersSession, key: string): boolean {
  return session.onKeydown(new KeyboardEvent('keydown', { key, ctrlKey: true }));
}

it('saves people and rules as one act, which one key takes back', async () => {
  const { session, said, focused, saves, asked } = await opened();
  session.add('people');
  const [, person] = session.people;
  if (person === undefined) throw new Error('no row was added');
  expect(focused).toEqual([person.key]);
  session.set('people', person, 0, '林老师');
  const [rule] = session.rules;
  if (rule === undefined) throw new Error('no rule');
  session.set('rules', rule, 2, '业务、消保');
  await settled();
  press(session, 's');
  await vi.waitFor(() => expect(said).toEqual(['已保存']));
  expect(saves).toEqual([
    [
      { file: 'review.tsv', line: 1, was: 'kind\tfaq\t业务', cells: ['kind', 'faq', '业务、消保'] },
      { file: 'people.tsv', line: null, was: '', cells: ['林老师', 'trainer', ''] },
    ],
  ]);
  press(session, 'z');
  await vi.waitFor(() => expect(said).toEqual(['已保存', '已撤销']));
  expect(asked).toContain('undo_members');
});

it('takes edits back one by one before it takes a save back', async () => {
  const { session, asked } = await opened();
  session.add('rules');
  expect(session.rules).toHaveLength(2);
  press(session, 'z');
  expect(session.rules).toHaveLength(1);
  press(session, 'z');
  await settled();
  expect(asked).not.toContain('undo_members');
});

it('says a fault at its row and saves nothing while there is one', async () => {
  const { session, saves } = await opened({
    try_members: () => ({
      ...FINE,
      faults: [
        {
          place: { at: 'row', file: 'people.tsv', line: 2 },
          what: { zh: '还没有姓名。', en: 'No name yet.' },
          remedy: { zh: '', en: '' },
        },
      ],
    }),
  });
  const [person] = session.people;
  if (person === undefined) throw new Error('no row');
  session.set('people', person, 0, '');
  await settled();
  expect(session.faults.get('people.tsv:2')?.[0]?.zh).toBe('还没有姓名。');
  await session.save();
  expect(saves).toEqual([]);
});

it('lets nobody edit who may not', async () => {
  const refused = { zh: '只有审批人能改。', en: 'Only approvers.' };
  const { session } = await opened({ members: () => ({ ...VIEW, refused }) });
  session.add('people');
  expect(session.edits.count).toBe(0);
});

it('gives a rule what belongs to its scope, and a trainer no office', async () => {
  const { session } = await opened();
  const [rule] = session.rules;
  const [person] = session.people;
  if (rule === undefined || person === undefined) throw new Error('no row');
  session.set('rules', rule, 0, 'all');
  expect(session.rules[0]?.cells).toEqual(['all', '-', '业务']);
  session.set('people', person, 1, 'approver');
  const [approver] = session.people;
  if (approver === undefined) throw new Error('no row');
  session.set('people', approver, 2, '消保');
  const [office] = session.people;
  if (office === undefined) throw new Error('no row');
  session.set('people', office, 1, 'trainer');
  expect(session.people[0]?.cells).toEqual(['周老师', 'trainer', '']);
});
