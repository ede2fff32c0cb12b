import type { FavouritesWords } from '../favourites-words';

export const favourites: FavouritesWords = {
  title: '收藏',
  arrange: '整理收藏',
  hint: '有按键的，随时一按就打开。',
  none: (chord) => (chord === '' ? '还没有收藏。' : `还没有收藏。打开一张卡，按 ${chord}。`),
  add: '收藏',
  remove: '不再收藏',
  added: (title, key) => (key === null ? `已收藏：${title}` : `已收藏：${title}，按 ${key} 打开`),
  removed: (title) => `不再收藏：${title}`,
  key: (title) => `打开「${title}」的按键`,
  noKey: '无',
  up: (title) => `「${title}」上移`,
  down: (title) => `「${title}」下移`,
  free: (key, chord) => `${key} 上没有收藏。${chord === '' ? '' : `打开一张卡，按 ${chord}。`}`,
  place: (slot) => `第 ${slot} 个`,
  note: {
    title: '我的备注',
    mine: '不是审批过的话术，只有我看得到，不随正文复制',
    write: '改备注',
    keep: '存好',
    hint: '给自己的提醒；不要写客户信息',
  },
};
