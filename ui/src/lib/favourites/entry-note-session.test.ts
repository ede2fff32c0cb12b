import { beforeEach, expect, it } from 'vitest';
import { fakeAsk } from '../../testing/fake-ask';
import { settled } from '../../testing/fake-backend';
import { BackendError } from '../backend/error';
import { EntryNoteSession } from './entry-note-session.svelte';

let kept: Map<string, string>;
let fails: boolean;
let note: EntryNoteSession;

beforeEach(() => {
  kept = new Map([['fee', '先问卡种']]);
  fails = false;
  const of = (id: string) => {
    const text = kept.get(id) ?? '';
    return text === '' ? null : { text, on: '2026-11-22' };
  };
  const { ask } = fakeAsk({
    entry_note: of,
    keep_entry_note: ({ id, text }) => {
      if (fails) throw new BackendError('recordFailed', '');
      kept.set(id, text.trim());
      return of(id);
    },
  });
  note = new EntryNoteSession(ask);
});

it('belongs to the entry that is shown', async () => {
  await note.show('fee');
  expect(note.kept?.text).toBe('先问卡种');
  await note.show('loan');
  expect(note.kept).toBeNull();
});

it('keeps what was typed when another card comes', async () => {
  await note.show('loan');
  note.write();
  note.typed = '要网点办';
  await note.show('fee');
  await settled();
  expect([kept.get('loan'), note.kept?.text, note.typed]).toEqual(['要网点办', '先问卡种', null]);
});

it('stays typed when it could not be kept', async () => {
  await note.show('loan');
  note.write();
  note.typed = '要网点办';
  fails = true;
  await note.keep();
  expect([note.typed, note.error?.code]).toEqual(['要网点办', 'recordFailed']);
});

it('goes when it is emptied', async () => {
  await note.show('fee');
  note.write();
  note.typed = ' ';
  await note.keep();
  expect([note.kept, note.typed]).toEqual([null, null]);
});
