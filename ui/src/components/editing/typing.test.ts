import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LINE_MS } from '../../lib/editing/typed-line.svelte';
import FormLine from './FormLine.svelte';

function line(value: string) {
  const taken: [string, boolean][] = [];
  const set = (text: string, typing: boolean): number => taken.push([text, typing]);
  const { rerender } = render(FormLine, { label: '标题', value, set });
  const box = screen.getByLabelText<HTMLInputElement>('标题');
  return { taken, box, rerender };
}

async function type(box: HTMLInputElement, text: string, isComposing = false): Promise<void> {
  box.value = text;
  await fireEvent(box, new InputEvent('input', { isComposing, bubbles: true }));
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a line of the form', () => {
  it('counts while it is typed, long before the cursor leaves it', async () => {
    const { taken, box } = line('挂失');
    await type(box, '挂失办');
    await type(box, '挂失办理');
    await vi.advanceTimersByTimeAsync(LINE_MS);
    expect(taken).toEqual([['挂失办理', true]]);
    await fireEvent.blur(box);
    expect(taken.at(-1)).toEqual(['挂失办理', false]);
  });

  it('takes nothing that an input method still composes, and leaves its letters alone', async () => {
    const { taken, box, rerender } = line('挂失');
    await type(box, '挂失ban', true);
    await vi.advanceTimersByTimeAsync(LINE_MS * 2);
    expect(taken).toEqual([]);
    await rerender({ value: '挂失' });
    expect(box.value).toBe('挂失ban');
    box.value = '挂失办';
    await fireEvent.compositionEnd(box);
    await vi.advanceTimersByTimeAsync(LINE_MS);
    expect(taken).toEqual([['挂失办', true]]);
  });

  it('keeps what is typed while the file lags behind, and says a settled value at Enter', async () => {
    const { taken, box, rerender } = line('挂失');
    await type(box, '挂失办');
    await vi.advanceTimersByTimeAsync(LINE_MS);
    await type(box, '挂失办理');
    await rerender({ value: '挂失办' });
    expect(box.value).toBe('挂失办理');
    await fireEvent.keyDown(box, { key: 'Enter' });
    expect(taken.at(-1)).toEqual(['挂失办理', false]);
  });
});
