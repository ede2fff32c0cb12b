import type { ReadingWords } from '../reading-words';

export const reading: ReadingWords = {
  title: '朗读视图',
  refused: {
    nothingToSay: '这个条目没有可直接说的话',
    withdrawn: '这个条目已撤回，不能照着念',
    notApproved: '这个条目还没有通过审批，不能照着念',
    notYet: '这个条目尚未生效，不能照着念',
  },
  sized: (size) => `字号 ${size}`,
  size: '朗读字号',
  smaller: (chord) => (chord === '' ? '小一点' : `小一点，${chord}`),
  larger: (chord) => (chord === '' ? '大一点' : `大一点，${chord}`),
  focus: '逐句聚焦',
  focusHint: '只让正在念的一句清楚',
  focusOn: '逐句',
  focusOff: '整段',
  pixels: (size) => `${size} 像素`,
  back: '返回通话卡',
  empty: (names) => `还没填 ${names}`,
  next: '下一段',
  previous: '上一段',
  tick: '勾选必须说',
  place: (at, all) => `${at}/${all}`,
};
