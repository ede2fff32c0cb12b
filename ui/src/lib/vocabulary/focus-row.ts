import { tick } from 'svelte';

/** Moves the cursor into the row or box of the vocabulary's screen that has this key, once it is drawn. */
export function focusRow(key: string): void {
  void tick().then(() => {
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
    const field = row?.matches('input') === true ? row : row?.querySelector<HTMLElement>('input');
    field?.focus();
  });
}
