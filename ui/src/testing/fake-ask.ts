import type { Arguments, Ask, Response, TrainingCommands } from '../lib/backend/commands';
import { BackendError } from '../lib/backend/error';

/** What each command answers; a command that is missing here fails the test that asks it. */
export type Answers = {
  [Name in keyof TrainingCommands]?: (
    ...given: Arguments<TrainingCommands, Name>
  ) => Response<TrainingCommands, Name> | Promise<Response<TrainingCommands, Name>>;
};

/** The trainer's side of a backend, by a table of answers; `asked` remembers the names in their order. */
export function fakeAsk(answers: Answers): { ask: Ask; asked: (keyof TrainingCommands)[] } {
  const asked: (keyof TrainingCommands)[] = [];
  const ask: Ask = async (name, ...given) => {
    asked.push(name);
    const answer = answers[name];
    if (answer === undefined) throw new BackendError('internal', `no answer for ${name}`);
    return answer(...given);
  };
  return { ask, asked };
}
