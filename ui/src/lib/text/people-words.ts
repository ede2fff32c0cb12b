/** What is said around who sits at a shared computer. */
export interface PeopleWords {
  title: string;
  hint: string;
  known: string;
  other: string;
  pick: string;
  me: (name: string) => string;
  nobody: string;
  welcome: (name: string) => string;
  shared: string;
  sharedHint: string;
  on: string;
  off: string;
}
