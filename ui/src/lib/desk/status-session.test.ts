import { expect, it } from 'vitest';
import { FakeBackend, READY, settled } from '../../testing/fake-backend';
import { StatusSession } from './status-session.svelte';

it('believes an event that overtakes the first answer', async () => {
  const backend = new FakeBackend();
  let answer: (status: typeof READY) => void = () => undefined;
  backend.status = () => new Promise((resolve) => (answer = resolve));
  const status = new StatusSession(backend, () => undefined);
  const started = status.start();
  await settled();
  backend.tellStatus({ ...READY, version: 'newer' });
  answer(READY);
  await started;
  expect(status.now?.version).toBe('newer');
});

it('calls when library and index are ready, not while the index is being built', async () => {
  const backend = new FakeBackend();
  let calls = 0;
  backend.statusNow = { ...READY, index: { state: 'building', done: 1, total: 2 } };
  await new StatusSession(backend, () => (calls += 1)).start();
  expect(calls).toBe(0);
  backend.tellStatus(READY);
  expect(calls).toBe(1);
});
