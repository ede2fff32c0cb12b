import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReportNote } from '../../bindings/ReportNote';
import { fakeAsk } from '../../testing/fake-ask';
import { settled } from '../../testing/fake-backend';
import { UndoOffer } from '../calls/undo-offer.svelte';
import { BackendError } from '../backend/error';
import { LANGUAGES } from '../text/languages';
import { ReportingSession } from './reporting-session.svelte';

let undo: UndoOffer;
let sent: ReportNote[];
let back: number[];
let fails: boolean;
let reporting: ReportingSession;

beforeEach(() => {
  undo = new UndoOffer();
  [sent, back, fails] = [[], [], false];
  const { ask } = fakeAsk({
    report: (note) => {
      if (fails) throw new BackendError('recordFailed', '');
      sent.push(note);
      return 7;
    },
    take_back_report: (number) => {
      back.push(number);
      return null;
    },
  });
  const said = (): void => undefined;
  reporting = new ReportingSession({ ask, undo, words: () => LANGUAGES.zh, announce: said, warn: said });
});
afterEach(() => undo.withdraw());

it('is about an entry, or about a search that found nothing', async () => {
  reporting.begin({ id: 'fee', title: '年费' });
  reporting.line = '金额改了';
  await reporting.send();
  reporting.begin({ query: '跨境理财' });
  await reporting.send();
  expect(sent).toEqual([
    { id: 'fee', query: '', kind: 'wrong', line: '金额改了' },
    { id: '', query: '跨境理财', kind: 'missing', line: '' },
  ]);
});

it('can be taken back for a while', async () => {
  reporting.begin({ id: 'fee', title: '年费' });
  await reporting.send();
  undo.take();
  await settled();
  expect(back).toEqual([7]);
});

it('keeps what was typed when it could not be sent', async () => {
  reporting.begin({ id: 'fee', title: '年费' });
  reporting.line = '金额改了';
  fails = true;
  expect(await reporting.send()).toBe(false);
  expect([reporting.line, reporting.error?.code]).toEqual(['金额改了', 'recordFailed']);
});
