/** What is said around who works in a workspace and which offices approve what. */
export interface MembersWords {
  title: string;
  /** In the workspace's dialog: opens this one. */
  open: string;
  /** That it is names that count. */
  hint: string;
  people: string;
  peopleHint: string;
  name: string;
  duty: string;
  office: string;
  anyOffice: string;
  choose: string;
  rules: string;
  rulesHint: string;
  noRules: string;
  scope: string;
  scopes: Record<'all' | 'kind' | 'tag', string>;
  kind: string;
  tag: string;
  approves: string;
  /** By the word that the files have. */
  offices: Partial<Record<string, string>>;
  addPerson: string;
  addRule: string;
  remove: (name: string) => string;
  removed: string;
  restore: string;
  of: (column: string, name: string) => string;
  save: (count: string) => string;
  saving: string;
  saved: string;
  undo: string;
  undone: string;
  loading: string;
  /** Somebody else changed a list: what is shown is old. */
  again: string;
}
