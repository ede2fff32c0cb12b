import type { FillingWords } from '../filling-words';

export const filling: FillingWords = {
  forms: { figures: 'Amount', capitals: 'Capitals', day: 'Day', aloud: 'Read as' },
  takes: {
    text: 'Any text will do',
    digits: 'Digits only, such as 1234',
    amount: 'Write 1234.5, 5万 or 五万; for 一万二 write 12000',
    date: 'Write 5.1, 5月1日, 2026-05-01, 明天 or 下周一',
    choice: 'Choose one of the options',
  },
  told: (name, aloud) => `${name}, read as ${aloud}`,
};
