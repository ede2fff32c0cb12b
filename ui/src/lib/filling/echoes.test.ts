import { describe, expect, it } from 'vitest';
import type { FieldEcho } from '../../bindings/FieldEcho';
import { fakeAsk } from '../../testing/fake-ask';
import { settled } from '../../testing/fake-backend';
import { field } from '../../testing/write-entry';
import { Echoes } from './echoes.svelte';

const AMOUNT = field('还款金额', { kind: 'amount' });

function said(text: string): FieldEcho {
  return { said: text, forms: [{ form: 'figures', text }] };
}

describe('what is shown beside a blank', () => {
  it('belongs to the value that is typed now, however late the answers come', async () => {
    const answers: ((echo: FieldEcho) => void)[] = [];
    const { ask } = fakeAsk({ field_echo: () => new Promise((resolve) => answers.push(resolve)) });
    const echoes = new Echoes();
    void echoes.follow(ask, AMOUNT, '5');
    void echoes.follow(ask, AMOUNT, '50');
    await settled();
    answers[1]?.(said('50元'));
    await settled();
    answers[0]?.(said('5元'));
    await settled();
    expect(echoes.of(AMOUNT, '50')?.said).toBe('50元');
    expect(echoes.of(AMOUNT, '5')).toBeNull();
  });

  it('is asked once for a value, and never for text', async () => {
    const { ask, asked } = fakeAsk({ field_echo: () => said('5元') });
    const echoes = new Echoes();
    await echoes.follow(ask, AMOUNT, '5');
    await echoes.follow(ask, AMOUNT, '5');
    await echoes.follow(ask, field('客户称呼'), '王女士');
    expect(asked).toEqual(['field_echo']);
  });

  it('is gone with its value, and stays away when it can not be asked', async () => {
    const { ask } = fakeAsk({});
    const echoes = new Echoes();
    await echoes.follow(ask, AMOUNT, '5');
    expect(echoes.of(AMOUNT, '5')).toBeNull();
    const answering = fakeAsk({ field_echo: () => said('5元') }).ask;
    await echoes.follow(answering, AMOUNT, '5');
    await echoes.follow(answering, AMOUNT, '');
    expect(echoes.of(AMOUNT, '5')).toBeNull();
  });

  it('is another for another kind of blank with the same name', async () => {
    const { ask } = fakeAsk({ field_echo: ({ kind }) => said(kind) });
    const echoes = new Echoes();
    await echoes.follow(ask, AMOUNT, '5');
    expect(echoes.of({ ...AMOUNT, kind: 'digits' }, '5')).toBeNull();
  });
});
