import type { PeopleWords } from '../people-words';

export const people: PeopleWords = {
  title: '我是谁',
  hint: '这台电脑由多人使用。选好之后，常用、回执和使用记录都归您。',
  known: '用过这台电脑的人',
  other: '或者输入姓名',
  pick: '就是我',
  me: (name) => `我是 ${name}`,
  nobody: '还没有选我是谁',
  welcome: (name) => `现在是 ${name}。`,
  shared: '共用电脑',
  sharedHint: '启动时问是谁在用',
  on: '多人使用',
  off: '一人使用',
};
