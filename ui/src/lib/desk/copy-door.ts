import type { Attachment } from 'svelte/attachments';

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

/**
 * Makes `copy` the only way wording leaves an element: every other way (mouse, menu, drag, the selection that
 * X11 hands to other programs) runs it or gives nothing. Blanks stay editable.
 */
export function copyDoor(copy: () => void): Attachment<HTMLElement> {
  return (element) => {
    const onCopy = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
      copy();
    };
    const refuse = (event: Event): void => event.preventDefault();
    const refuseOutsideBlanks = (event: Event): void => {
      if (!isEditable(event.target)) event.preventDefault();
    };
    element.addEventListener('copy', onCopy);
    element.addEventListener('cut', refuse);
    element.addEventListener('dragstart', refuse);
    element.addEventListener('selectstart', refuseOutsideBlanks);
    element.addEventListener('contextmenu', refuseOutsideBlanks);
    return () => {
      element.removeEventListener('copy', onCopy);
      element.removeEventListener('cut', refuse);
      element.removeEventListener('dragstart', refuse);
      element.removeEventListener('selectstart', refuseOutsideBlanks);
      element.removeEventListener('contextmenu', refuseOutsideBlanks);
    };
  };
}

/**
 * The same for the rest of the window, where result lines quote wording too: outside blanks and elements
 * marked `data-selectable` nothing can be selected, copied or dragged.
 */
export const noCopyOutside: Attachment<Document> = (page) => {
  const refuse = (event: Event): void => {
    const target = event.target;
    const open =
      isEditable(target) || (target instanceof Element && target.closest('[data-selectable]') !== null);
    const text = target instanceof Text && target.parentElement?.closest('[data-selectable]');
    if (!open && !text) event.preventDefault();
  };
  const events = ['copy', 'cut', 'dragstart', 'selectstart', 'contextmenu'] as const;
  for (const name of events) page.addEventListener(name, refuse);
  return () => {
    for (const name of events) page.removeEventListener(name, refuse);
  };
};
