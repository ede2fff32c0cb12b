/** The marks between words that are put together on the screen. */
export interface Marks {
  comma: string;
  colon: string;
  stop: string;
  /** Between the items of a list. */
  list: string;
  brackets: (inside: string) => string;
  quoted: (inside: string) => string;
}

export const zhMarks: Marks = {
  comma: '，',
  colon: '：',
  stop: '。',
  list: '、',
  brackets: (inside) => `（${inside}）`,
  quoted: (inside) => `「${inside}」`,
};

export const enMarks: Marks = {
  comma: ', ',
  colon: ': ',
  stop: '. ',
  list: ', ',
  brackets: (inside) => ` (${inside})`,
  quoted: (inside) => `“${inside}”`,
};
