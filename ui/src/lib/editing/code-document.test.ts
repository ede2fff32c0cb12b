import { expect, it } from 'vitest';
import { CodeDocument } from './code-document.svelte';

const label = { zh: '', en: '' };

it('changes only what differs, and undoes it', () => {
  const doc = new CodeDocument('甲\n乙\n丙', '', []);
  doc.become('甲\n新\n丙');
  expect(doc.text).toBe('甲\n新\n丙');
  doc.undo();
  expect(doc.text).toBe('甲\n乙\n丙');
  doc.redo();
  expect(doc.text).toBe('甲\n新\n丙');
});

it('keeps the line ends of Windows', () => {
  const doc = new CodeDocument('甲\r\n乙\r\n', '', []);
  doc.become('甲\r\n新\r\n');
  expect(doc.text).toBe('甲\r\n新\r\n');
  doc.apply({ label, line: 2, remove: 0, lines: ['中'] });
  expect(doc.text).toBe('甲\r\n中\r\n新\r\n');
});

it.each([
  [{ line: 2, remove: 1, lines: ['新'] }, '甲\n新\n丙'],
  [{ line: 2, remove: 1, lines: [] }, '甲\n丙'],
  [{ line: 1, remove: 0, lines: ['新', '新'] }, '新\n新\n甲\n乙\n丙'],
  [{ line: 4, remove: 0, lines: ['新'] }, '甲\n乙\n丙\n新'],
  [{ line: 2, remove: 2, lines: ['新'] }, '甲\n新'],
])('makes the change of a quick fix %o', (fix, after) => {
  const doc = new CodeDocument('甲\n乙\n丙', '', []);
  doc.apply({ label, ...fix });
  expect(doc.text).toBe(after);
});

it('still undoes after it was remembered and made again', () => {
  const before = new CodeDocument('甲', '', []);
  before.become('甲乙');
  const after = new CodeDocument(before.text, before.remember(), []);
  after.undo();
  expect(after.text).toBe('甲');
});

it('opens the text when what was remembered does not fit it', () => {
  const other = new CodeDocument('别的', '', []);
  expect(new CodeDocument('甲', other.remember(), []).text).toBe('甲');
  expect(new CodeDocument('甲', '{broken', []).text).toBe('甲');
});
