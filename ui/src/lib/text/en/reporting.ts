import type { ReportingWords } from '../reporting-words';

export const reporting: ReportingWords = {
  title: 'Report a problem',
  short: 'Report',
  notFound: 'Not what you need? Tell the trainer',
  entry: (title) => `Entry: ${title}`,
  search: (query) => `Search: ${query} (only words of the knowledge base are kept)`,
  noSearch: 'No entry is open and nothing is searched: please say below what it is about.',
  what: 'What is wrong',
  kind: { wrong: 'Wrong', outdated: 'Outdated', missing: 'Missing', hardToSay: 'Hard to say' },
  line: 'In one line',
  lineHint: 'may be empty; nothing about customers',
  send: 'Send to the trainer',
  sent: 'Sent to the trainer',
  takenBack: 'Report taken back',
};
