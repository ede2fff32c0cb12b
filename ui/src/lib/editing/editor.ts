import type { OpenedFile } from '../../bindings/OpenedFile';
import type { EditingWords } from '../text/editing-words';
import { look } from './look';
import { OpenEntry, type Around } from './open-entry.svelte';

/** An opened file with everything an editor needs. Imported when the first file is opened: a call needs no editor. */
export function openEntry(opened: OpenedFile, around: Omit<Around, 'look'>, words: EditingWords): OpenEntry {
  return new OpenEntry(opened, { ...around, look: look(words.text, words.phrases) });
}
