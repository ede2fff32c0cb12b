import type { PeopleWords } from '../people-words';

export const people: PeopleWords = {
  title: 'Who are you?',
  hint: 'Several people use this computer. Once you picked your name, receipts and the record of use are yours.',
  known: 'People who used this computer',
  other: 'Or type your name',
  pick: 'That’s me',
  me: (name) => `You are ${name}`,
  nobody: 'Nobody picked yet',
  welcome: (name) => `Now ${name} is here.`,
  shared: 'Shared computer',
  sharedHint: 'asks at the start who is here',
  on: 'Several people',
  off: 'One person',
};
