import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Cell from './Cell.svelte';

function drawn(value: string) {
  const edits: string[] = [];
  render(Cell, {
    value,
    label: '别名',
    onedit: (text: string) => edits.push(text),
    onleave: () => undefined,
  });
  return { edits, field: screen.getByLabelText<HTMLInputElement>('别名') };
}

async function input(field: HTMLInputElement, text: string, isComposing: boolean): Promise<void> {
  field.value = text;
  await fireEvent(field, new InputEvent('input', { isComposing, bubbles: true }));
}

describe('a cell', () => {
  it('takes nothing that an input method still composes', async () => {
    const { edits, field } = drawn('卡丢了');
    await input(field, '卡丢了ka', true);
    expect(edits).toEqual([]);
    field.value = '卡丢了卡';
    await fireEvent.compositionEnd(field);
    expect(edits).toEqual(['卡丢了卡']);
  });

  it('keeps the separator that was just typed until the cursor leaves', async () => {
    const { field } = drawn('卡丢了');
    await input(field, '卡丢了、', false);
    expect(field.value).toBe('卡丢了、');
    await fireEvent.blur(field);
    expect(field.value).toBe('卡丢了');
  });
});
