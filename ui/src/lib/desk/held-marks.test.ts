import { expect, it } from 'vitest';
import type { Inline } from '../../bindings/Inline';
import { heldMarks } from './held-marks';

const text = (text: string): Inline => ({ type: 'text', text });
const field: Inline = { type: 'field', name: '客户称呼' };

function drawn(inlines: Inline[]): string[] {
  return heldMarks(inlines).map(({ inline, mark }) =>
    inline.type === 'text' ? inline.text : inline.type === 'field' ? `【】${mark}` : '?',
  );
}

it('holds the marks behind a blank on its line, and nothing is lost', () => {
  expect(drawn([field, text('，请您放心。')])).toEqual(['【】，', '请您放心。']);
  expect(drawn([text('尾号'), field, text('）。'), text('好')])).toEqual(['尾号', '【】）。', '', '好']);
});

it('leaves alone what may begin a line', () => {
  expect(drawn([field, text('您好，')])).toEqual(['【】', '您好，']);
  expect(drawn([text('好'), text('，是')])).toEqual(['好', '，是']);
});
