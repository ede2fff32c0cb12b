import { cleanup, render } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import App from './App.svelte';
import type { EntryView } from './bindings/EntryView';
import type { StepView } from './bindings/StepView';
import type { Ask } from './lib/backend/commands';
import { BackendError } from './lib/backend/error';
import { Desk } from './lib/desk/desk.svelte';
import { Training } from './lib/training/training.svelte';
import { FakeBackend, found, settled } from './testing/fake-backend';
import { Random } from './testing/random';
import { Shift } from './testing/shift';
import { bullets, entry, field, hit, line, paragraphs } from './testing/write-entry';

/** As many things as an agent does in a shift. */
const ACTIONS = 10_000;
const INTERNAL = '仅供内部的话';

function card(say: string, must: string[] = []): EntryView['card'] {
  const never = [{ phrase: line('这不归我管'), instead: line('我帮您转') }];
  return { say: paragraphs(say), must: must.map(line), never, internal: paragraphs(INTERNAL), seconds: 5 };
}

function step(id: string, checks: string[], to: string[]): StepView {
  const branches = to.map((id) => ({ when: line('若是'), to: { type: 'step' as const, id } }));
  const link = { type: 'link' as const, to: { type: 'entry' as const, id: 'card-loss' }, text: '挂失' };
  const blocks = [...paragraphs('请{{客户称呼}}说编号{{登记编号}}。'), ...bullets('慢慢说')];
  const said = { type: 'paragraph' as const, children: [link] };
  return {
    id,
    title: [{ text: id, hit: false }],
    blocks: [...blocks, said],
    checks: checks.map(line),
    branches,
  };
}

const NAMES = [field('客户称呼'), field('尾号', { kind: 'digits', required: true })];
const ENTRIES = [
  entry('card-loss', '银行卡挂失', {
    card: card('{{客户称呼}}，停用尾号{{尾号}}的卡。请稍等。', [
      '{{客户称呼}}，这是临时停用。',
      '请到网点。',
    ]),
    fields: NAMES,
    related: [{ id: 'repay', kind: 'script', title: '提前还款' }],
  }),
  entry('repay', '提前还款', {
    card: card('{{客户称呼}}，您要还{{还款金额}}，在{{还款日期}}扣。'),
    fields: [field('客户称呼'), field('还款金额', { kind: 'amount' }), field('还款日期', { kind: 'date' })],
  }),
  entry('flow', '挂失流程', {
    kind: 'flow',
    steps: [
      step('listen', ['复述'], ['calm', 'close']),
      step('calm', [], ['listen']),
      step('close', ['确认'], []),
    ],
    stepFields: [field('客户称呼'), field('登记编号', { kind: 'digits' })],
  }),
  entry('old', '旧版', { card: card('请到网点。'), standing: { state: 'expired', on: '2026-01-01' } }),
  entry('gone', '撤回', { card: card('不说了。'), standing: { state: 'withdrawn' } }),
  entry('hold', '请稍候', {
    tags: ['过渡话术'],
    card: card('{{客户称呼}}，请等{{预计等候}}。'),
    fields: NAMES.slice(0, 1),
  }),
];

let backend: FakeBackend;
let desk: Desk;
let sent: string[];

/** Everything that is asked for; the values of blanks have one other form. */
const ask: Ask = (name, ...given) => {
  sent.push(JSON.stringify([name, ...given]));
  if (name !== 'field_echo') return Promise.reject(new BackendError('internal', name));
  const { value } = given[0] as { value: string };
  const echo = { said: value, forms: [{ form: 'aloud', text: `念${value}` }] };
  return Promise.resolve(echo) as ReturnType<Ask> as never;
};

beforeEach(async () => {
  vi.useFakeTimers();
  sent = [];
  backend = new FakeBackend();
  backend.ask = ask;
  backend.entries = ENTRIES;
  backend.results = ({ text, tag }) => {
    if (tag !== null) return found('', [hit('hold', '请稍候')]);
    if (text === '境外') return found(text, []);
    const rest = text === '流程' ? ENTRIES.slice(2) : ENTRIES.slice(0, text === '费' ? 2 : 5);
    return found(
      text,
      rest.map(({ id, title, kind, standing }) => hit(id, title, { kind, standing })),
    );
  };
  desk = new Desk(backend);
  await desk.settings.load();
  render(App, { props: { desk, training: new Training(backend, desk) } });
  await desk.status.start();
  await settled();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** The numbers of the calls whose values are on the screen, spoken text and values in fields with it. */
function callsOnTheScreen(): number[] {
  const values = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(
    ({ value }) => value,
  );
  const shown = `${document.body.textContent} ${values.join(' ')}`;
  return [...shown.matchAll(/Q(\d+)Z/g)].map(([, number]) => Number(number));
}

it.each([20_261_122])(
  'a shift of random keys breaks nothing and gives nothing away (seed %i)',
  async (seed) => {
    const shift = new Shift(new Random(seed), desk, backend);
    const faults: unknown[] = [];
    const onError = (event: ErrorEvent | PromiseRejectionEvent): void => {
      faults.push('reason' in event ? event.reason : event.error);
    };
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onError);
    let looked = 0;
    for (let done = 0; done < ACTIONS; done += 1) {
      await shift.act();
      const others = callsOnTheScreen().filter((number) => number !== shift.call);
      const told = `${done} actions in, after: ${shift.done.join(' | ')}`;
      expect(others, `another call's values are on the screen, ${told}`).toEqual([]);
      expect(faults, told).toEqual([]);
      const gone = sent.slice(looked).concat(backend.copied.map((request) => JSON.stringify(request)));
      expect(
        gone.filter((text) => text.includes(INTERNAL)),
        `仅内部 left the page, ${told}`,
      ).toEqual([]);
      const copied = backend.copied.splice(0).flatMap(({ fields }) => Object.values(fields));
      const foreign = copied.filter((value) => !value.startsWith(`Q${shift.call}Z`));
      expect(foreign, `another call's values were copied, ${told}`).toEqual([]);
      looked = sent.length;
    }
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onError);
    // A shift in which little happens shows little.
    expect(shift.callsTaken).toBeGreaterThan(50);
  },
  600_000,
);
