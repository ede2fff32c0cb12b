import { expect, it, vi } from 'vitest';
import { fakeAsk } from '../../testing/fake-ask';
import { FakeBackend } from '../../testing/fake-backend';
import { Desk } from '../desk/desk.svelte';
import { Training } from './training.svelte';

it('keeps what is edited, and what is half typed in a field, before the window closes', async () => {
  const backend = new FakeBackend();
  const { ask, asked } = fakeAsk({
    workspace: () => null,
    keep_vocabulary: () => null,
    close_window: () => null,
  });
  backend.ask = ask;
  const training = new Training(backend, new Desk(backend));
  await training.start();
  const box = document.createElement('input');
  box.addEventListener('blur', () => training.vocabulary.edits.add('vocabulary/words.txt', [box.value]));
  document.body.append(box);
  box.focus();
  backend.tellClosing();
  await vi.waitFor(() => expect(asked).toEqual(['workspace', 'keep_vocabulary', 'close_window']));
  box.remove();
});
