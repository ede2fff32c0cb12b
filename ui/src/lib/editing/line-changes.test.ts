import { expect, it } from 'vitest';
import { changedLines, lineChanges } from './line-changes';

function told(old: string, now: string): string {
  return lineChanges([...old], [...now])
    .map(({ kind, text }) => `${{ same: '', old: '-', new: '+' }[kind]}${text}`)
    .join(' ');
}

it('tells what went and what came between lines that stayed', () => {
  expect(told('甲乙丙丁', '甲新丙丁末')).toBe('甲 -乙 +新 丙 丁 +末');
  expect(told('甲乙', '甲乙')).toBe('甲 乙');
  expect(told('', '甲')).toBe('+甲');
});

it('gives back both texts', () => {
  const [old, now] = ['甲乙丙甲乙', '乙甲丁乙乙'];
  const changes = lineChanges([...old], [...now]);
  const side = (left: 'old' | 'new'): string =>
    changes
      .filter(({ kind }) => kind === 'same' || kind === left)
      .map(({ text }) => text)
      .join('');
  expect([side('old'), side('new')]).toEqual([old, now]);
});

it('marks lines that came as added and those in place of others as changed', () => {
  expect([...changedLines([...'甲乙丙'], [...'甲新丙末'])]).toEqual([
    [2, 'changed'],
    [4, 'added'],
  ]);
});

it('stays quick when nothing is common', () => {
  const many = (letter: string): string[] => Array.from({ length: 3000 }, (_, at) => `${letter}${at}`);
  expect(changedLines(many('a'), many('b')).size).toBe(3000);
});
