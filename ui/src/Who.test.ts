import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import App from './App.svelte';
import { Desk } from './lib/desk/desk.svelte';
import { Training } from './lib/training/training.svelte';
import { fakeAsk } from './testing/fake-ask';
import { FakeBackend, settled } from './testing/fake-backend';

let picked: string[] = [];

async function start(sharedComputer: boolean): Promise<void> {
  const backend = new FakeBackend();
  backend.settingsNow = { ...backend.settingsNow, sharedComputer };
  const known = [
    { name: '林晓', role: 'agent' as const },
    { name: '周敏', role: 'agent' as const },
  ];
  backend.ask = fakeAsk({
    workspace: () => null,
    people: () => ({ me: null, known }),
    be_person: (name) => {
      picked.push(name);
      return { me: { name, role: 'agent' }, known };
    },
  }).ask;
  const desk = new Desk(backend);
  await desk.settings.load();
  render(App, { props: { desk, training: new Training(backend, desk) } });
  await desk.askWho();
  await drawn();
}

async function drawn(): Promise<void> {
  await settled();
  await tick();
  await settled();
  await tick();
}

beforeEach(() => {
  picked = [];
});
afterEach(cleanup);

it('asks nobody anything on a computer of one person', async () => {
  await start(false);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('offers who was here last, and Enter is enough', async () => {
  await start(true);
  const first = screen.getByRole('radio', { name: /林晓/u });
  expect(first).toHaveProperty('checked', true);
  await fireEvent.submit(first.closest('form') as HTMLFormElement);
  await drawn();
  expect(picked).toEqual(['林晓']);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('button', { name: '我是 林晓' })).toBeTruthy();
});

it('takes a name that is new here', async () => {
  await start(true);
  await fireEvent.input(screen.getByRole('textbox', { name: '或者输入姓名' }), {
    target: { value: ' 陈新 ' },
  });
  await fireEvent.click(screen.getByRole('button', { name: /就是我/u }));
  await drawn();
  expect(picked).toEqual(['陈新']);
});
