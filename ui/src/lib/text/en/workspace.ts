import type { WorkspaceWords } from '../workspace-words';

export const workspace: WorkspaceWords = {
  screens: { desk: 'Desk', trainer: 'Editor', vocabulary: 'Words', import: 'Import', insights: 'Insights' },
  role: { agent: 'agent', trainer: 'trainer', approver: 'approver' },
  title: 'Workspace',
  open: 'Open a workspace…',
  hint: 'Trainers change the knowledge in a workspace; every save is kept and can be found again. Agents need none.',
  person: 'Your name',
  personHint: 'Every save says who made it.',
  folder: 'Folder',
  browse: 'Browse…',
  existing: 'Open an existing workspace',
  create: 'New: copy the installed knowledge into an empty folder',
  createHint: 'The installed knowledge stays as it is.',
  start: 'Open',
  starting: 'Opening…',
  now: (folder, person, role) => `${person} (${role}), ${folder}`,
  close: 'Close the workspace',
  unsaved: (count) => `${count} changes to the vocabulary are not saved; closing loses them.`,
  toVocabulary: 'Go and save them',
  closeAnyway: 'Close without them',
};
