import { expect, it } from 'vitest';
import type { PersonView } from '../../bindings/PersonView';
import { fakeAsk } from '../../testing/fake-ask';
import { BackendError } from '../backend/error';
import { PeopleSession } from './people-session.svelte';

const lin: PersonView = { name: '林晓', role: 'agent' };

it('knows who was here before', async () => {
  const { ask } = fakeAsk({ people: () => ({ me: null, known: [lin] }) });
  const session = new PeopleSession(ask);
  await session.load();
  expect(session.now?.known).toEqual([lin]);
  expect(session.now?.me).toBeNull();
});

it('takes a name', async () => {
  const { ask } = fakeAsk({ be_person: (name) => ({ me: { ...lin, name }, known: [lin] }) });
  const session = new PeopleSession(ask);
  expect(await session.be('周敏')).toBe(true);
  expect(session.now?.me?.name).toBe('周敏');
});

it('keeps who was here when a name is refused, and says why', async () => {
  const refuse = () => Promise.reject(new BackendError('nameInvalid'));
  const { ask } = fakeAsk({ people: () => ({ me: lin, known: [lin] }), be_person: refuse });
  const session = new PeopleSession(ask);
  await session.load();
  expect(await session.be('')).toBe(false);
  expect(session.error?.code).toBe('nameInvalid');
  expect(session.now?.me).toEqual(lin);
});
