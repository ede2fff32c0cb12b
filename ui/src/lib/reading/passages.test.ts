import { describe, expect, it } from 'vitest';
import type { Inline } from '../../bindings/Inline';
import { bullets, entry, line, paragraphs } from '../../testing/write-entry';
import { blanksIn, passagesOf } from './passages';

function text(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'field') return `【${inline.name}】`;
      if ('children' in inline) return text(inline.children);
      return 'text' in inline ? inline.text : '';
    })
    .join('');
}

function read(...say: string[]): string[][] {
  const card = { say: paragraphs(...say), must: [], never: [], internal: [], seconds: 0 };
  return passagesOf(entry('a', '甲', { card })).map(({ sentences }) =>
    sentences.map(({ inlines }) => text(inlines)),
  );
}

describe('what is read aloud', () => {
  it('is cut into paragraphs and sentences, closing quotes with them', () => {
    expect(read('您好。请问「卡丢了吗？」我帮您停用', '好的；再见！')).toEqual([
      ['您好。', '请问「卡丢了吗？」', '我帮您停用'],
      ['好的；', '再见！'],
    ]);
  });

  it('keeps blanks and strong words in their sentence', () => {
    expect(read('{{称呼}}，**请记住。别**忘了{{时间}}。')).toEqual([
      ['【称呼】，请记住。', '别忘了【时间】。'],
    ]);
  });

  it('holds every 必须说 with its place, after 可直接说, and nothing of 仅内部', () => {
    const card = {
      say: bullets('带身份证', '带卡'),
      must: [line('临时停用。'), line('请到网点。')],
      never: [],
      internal: paragraphs('系统登记。'),
      seconds: 0,
    };
    const passages = passagesOf(entry('a', '甲', { card }));
    expect(
      passages.map(({ part, must, mark, sentences }) => [
        part,
        must,
        mark,
        sentences.map(({ inlines }) => text(inlines)).join('|'),
      ]),
    ).toEqual([
      ['say', -1, '·', '带身份证'],
      ['say', -1, '·', '带卡'],
      ['must', 0, '', '临时停用。'],
      ['must', 1, '', '请到网点。'],
    ]);
  });

  it('loses no character', () => {
    const say = '一。。二…三！？「四。」（五；）六';
    expect(read(say).flat().join('')).toBe(say);
  });

  it('names the blanks of a sentence', () => {
    const [first] = passagesOf(
      entry('a', '甲', {
        card: {
          say: paragraphs('还{{金额}}，**在**{{日期}}'),
          must: [],
          never: [],
          internal: [],
          seconds: 0,
        },
      }),
    );
    expect(first?.sentences.map(blanksIn)).toEqual([['金额', '日期']]);
  });
});
