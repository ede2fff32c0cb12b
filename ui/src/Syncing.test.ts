import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import App from './App.svelte';
import type { ConflictView } from './bindings/ConflictView';
import { Desk } from './lib/desk/desk.svelte';
import { Training } from './lib/training/training.svelte';
import { fakeAsk } from './testing/fake-ask';
import { FakeBackend, settled } from './testing/fake-backend';

const CONFLICT: ConflictView = {
  file: 'entries/fee.md',
  title: '年费',
  stamp: 'now',
  ours: '首年免费。',
  theirs: '年费十元。',
  difference: {
    parts: [
      {
        name: '可直接说',
        lines: [{ old: [{ text: '首年免费。', hit: true }], new: [{ text: '年费十元。', hit: true }] }],
      },
    ],
    added: 1,
    removed: 1,
  },
};

let desk: Desk;

async function drawn(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await settled();
    await tick();
  }
}

async function press(key: string, init: KeyboardEventInit = {}): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
  await drawn();
}

/** A trainer's window, on the screen for finding words: it needs no editor. */
async function open(waiting: ConflictView[], held?: Promise<unknown>): Promise<void> {
  const backend = new FakeBackend();
  let conflicts = waiting;
  let stopped = false;
  const nothing = { received: 0, changed: [], sent: 0, inReview: [], conflicts: 0, stopped: false };
  backend.ask = fakeAsk({
    workspace: () => ({ folder: '/work', person: '周老师', role: 'trainer' }),
    sync_folder: () => '/share',
    sync_conflicts: () => conflicts,
    sync: async () => {
      await held;
      return stopped ? { ...nothing, stopped } : { ...nothing, received: 2, sent: 1 };
    },
    sync_stop: () => {
      stopped = true;
      return null;
    },
    resolve_conflicts: () => {
      conflicts = [];
      return nothing;
    },
  }).ask;
  desk = new Desk(backend);
  await desk.settings.load();
  const training = new Training(backend, desk);
  render(App, { props: { desk, training } });
  await training.start();
  training.go('import');
  await drawn();
}

afterEach(cleanup);

it('opens with its key, offers the folder of the last time, and says what came and went', async () => {
  await open([]);
  await press('Y', { ctrlKey: true, shiftKey: true });
  const folder = screen.getByRole('textbox', { name: '同步文件夹' });
  expect(folder).toHaveProperty('value', '/share');
  await fireEvent.submit(folder.closest('form') as HTMLFormElement);
  await drawn();
  expect(screen.getByText('收到同事的 2 次改动')).toBeTruthy();
  expect(screen.getByText('送出 1 次改动')).toBeTruthy();
});

it('shows both sides of a conflict by their names, and is decided and sent by keys alone', async () => {
  await open([CONFLICT]);
  await press('Y', { ctrlKey: true, shiftKey: true });
  expect(screen.getByRole('heading', { name: '年费' })).toBeTruthy();
  expect(screen.getByText('我的', { selector: '.vh' })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: /用我的/u }));
  await press('2', { altKey: true });
  expect(screen.getByRole('radio', { name: /用对方的/u })).toHaveProperty('checked', true);
  await press('Enter', { ctrlKey: true });
  expect(screen.getByText('送出 1 次改动')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '同步文件夹' }));
});

it('keeps what was written when the dialog is closed and opened again', async () => {
  await open([CONFLICT]);
  await press('Y', { ctrlKey: true, shiftKey: true });
  await press('3', { altKey: true });
  const text = screen.getByRole('textbox', { name: '合并后的全文' });
  expect(text).toHaveProperty('value', '首年免费。');
  await fireEvent.input(text, { target: { value: '首年免费，以后十元。' } });
  desk.dialog = null;
  await drawn();
  expect(screen.queryByRole('dialog')).toBeNull();
  await press('Y', { ctrlKey: true, shiftKey: true });
  expect(screen.getByRole('textbox', { name: '合并后的全文' })).toHaveProperty(
    'value',
    '首年免费，以后十元。',
  );
});

/** A sync that runs until what this answers is called. */
async function running(): Promise<() => Promise<void>> {
  let end: () => void = () => undefined;
  await open([], new Promise<void>((resolve) => (end = resolve)));
  await press('Y', { ctrlKey: true, shiftKey: true });
  const form = screen.getByRole('textbox', { name: '同步文件夹' }).closest('form');
  await fireEvent.submit(form as HTMLFormElement);
  await drawn();
  return async () => {
    end();
    await drawn();
  };
}

/** What the window makes of Esc over a dialog. */
async function escape(): Promise<boolean> {
  const event = new Event('cancel', { cancelable: true });
  await fireEvent(screen.getByRole('dialog'), event);
  await drawn();
  return event.defaultPrevented;
}

it('is stopped by Esc while it runs, says so, and is closed by Esc afterwards', async () => {
  const end = await running();
  expect(screen.getByText('正在查看同步文件夹……')).toBeTruthy();
  expect(screen.getByRole('button', { name: '关闭' })).toBeTruthy();
  expect(await escape()).toBe(true);
  expect(screen.getByText('正在停下……')).toBeTruthy();
  expect(screen.getByRole('button', { name: /停下/u })).toHaveProperty('disabled', true);
  await end();
  expect(
    within(screen.getByRole('dialog')).getByText('已停下，什么都没有改，也没有送出', {
      ignore: '[data-announcer]',
    }),
  ).toBeTruthy();
  expect(screen.queryByRole('button', { name: /停下/u })).toBeNull();
  expect(await escape()).toBe(false);
});

it('runs on when its dialog is closed, and is there to be stopped when that is opened again', async () => {
  const end = await running();
  await fireEvent.click(screen.getByRole('button', { name: '关闭' }));
  await drawn();
  expect(screen.queryByRole('dialog')).toBeNull();
  await press('Y', { ctrlKey: true, shiftKey: true });
  expect(screen.getByRole('button', { name: '同步' })).toHaveProperty('disabled', true);
  await fireEvent.click(screen.getByRole('button', { name: /停下/u }));
  await end();
  expect(
    within(screen.getByRole('dialog')).getByText('已停下，什么都没有改，也没有送出', {
      ignore: '[data-announcer]',
    }),
  ).toBeTruthy();
});

it('is in the list under F1 with the other keys of the trainer', async () => {
  await open([]);
  await press('F1');
  for (const key of ['Ctrl+Shift+Y', 'Ctrl+Shift+F', 'F2', 'Ctrl+O'])
    expect(screen.getAllByText(key, { selector: 'dt kbd' })).not.toEqual([]);
});
