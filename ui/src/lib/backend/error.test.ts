import { expect, it } from 'vitest';
import { BackendError } from './error';

it('keeps the code and detail that crossed', () => {
  const error = BackendError.from({ code: 'fieldEmpty', detail: '尾号后四位' });
  expect([error.code, error.detail]).toEqual(['fieldEmpty', '尾号后四位']);
});

it('makes anything else an internal fault', () => {
  expect(BackendError.from({ code: 'nonsense', detail: '' }).code).toBe('internal');
  expect(BackendError.from('boom').detail).toBe('boom');
});
