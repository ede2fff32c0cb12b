import type { KeysWords } from '../keys-words';

export const keys: KeysWords = {
  hint: '点一下按键，再按新的组合。按退格不用按键，按 Esc 不改。',
  change: (action, chords) => `${action}，现在是 ${chords}，点一下可以改`,
  none: '没有按键',
  press: '请按新的组合……',
  pressHint: 'Esc 不改，退格不用按键',
  reset: (action) => `恢复「${action}」原来的按键`,
  resetShort: '恢复',
  resetAll: '全部恢复原来的按键',
  refused: {
    bare: (chord) => `${chord} 要用来打字，请加上 Ctrl 或 Alt，或者用功能键。`,
    inputMethod: (chord) => `${chord} 是输入法的按键，请换一个。`,
    system: (chord) => `${chord} 是系统的按键，请换一个。`,
    digits: (chord) => `${chord} 已用来选结果、换类别或打开收藏，请换一个。`,
    fixed: (chord) => `${chord} 有固定的用处，请换一个。`,
    editing: (chord) => `${chord} 是编辑文字的按键，请换一个。`,
  },
  conflict: (other, first) => `和「${other}」相同，按下去做的是「${first}」。`,
  take: (other) => `从「${other}」拿过来`,
  fixed: '不能改的按键',
};
