import type { FillingWords } from '../filling-words';

export const filling: FillingWords = {
  forms: { figures: '金额', capitals: '大写', day: '日期', aloud: '念作' },
  takes: {
    text: '任何文字都可以',
    digits: '只填数字，例如 1234',
    amount: '写成 1234.5、5万、五万 都可以；「一万二」请写 12000',
    date: '写成 5.1、5月1日、2026-05-01、明天、下周一 都可以',
    choice: '从给出的选项里选',
  },
  told: (name, aloud) => `${name}，念作${aloud}`,
};
