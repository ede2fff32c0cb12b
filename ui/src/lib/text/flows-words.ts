/** What the flow runner says. */
export interface FlowsWords {
  label: string;
  start: string;
  resume: string;
  /** On the strip over the search while a flow waits. */
  waiting: string;
  at: (number: number, all: number, title: string) => string;
  step: (number: number) => string;
  place: (number: number, all: number) => string;
  steps: string;
  todo: string;
  now: (done: number, all: number) => string;
  finished: (done: number, all: number) => string;
  missed: (done: number, all: number, missed: number) => string;
  nothing: string;
  must: string;
  done: (done: number, all: number) => string;
  branches: string;
  digits: string;
  previous: string;
  aside: string;
  end: string;
  endHint: string;
  endTitle: string;
  endBody: string;
  endAnyway: string;
  makeUp: string;
  missedCount: (steps: number) => string;
  remind: string;
  ended: (title: string) => string;
  never: string;
  trail: string;
  script: string;
  goBack: (number: number) => string;
  goFlow: string;
  goEntry: string;
}
