import type { ReportingWords } from '../reporting-words';

export const reporting: ReportingWords = {
  title: '报错',
  short: '报错',
  notFound: '没有想要的？报给培训师',
  entry: (title) => `条目：${title}`,
  search: (query) => `查询：${query}（只留知识库里有的词）`,
  noSearch: '没有打开的条目，也没有查询：请在下面写清楚。',
  what: '哪里不对',
  kind: { wrong: '有误', outdated: '过时', missing: '缺内容', hardToSay: '不好说' },
  line: '一句话说明',
  lineHint: '可以不写；不要写客户信息',
  send: '报给培训师',
  sent: '已报给培训师',
  takenBack: '报错已撤回',
};
