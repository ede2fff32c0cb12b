/** Brings the step `id` of the card that `from` stands on into view, with the cursor on its name. */
export function goToStep(from: EventTarget | null, id: string): void {
  const card = from instanceof Element ? from.closest('[data-card]') : null;
  const step = card?.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"]`);
  step?.scrollIntoView({ block: 'start' });
  step?.focus({ preventScroll: true });
}
