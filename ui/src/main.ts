import { mount } from 'svelte';
import App from './App.svelte';
import type { Backend } from './lib/backend/backend';
import { Desk } from './lib/desk/desk.svelte';
import { Training } from './lib/training/training.svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';

/** The shell; outside it, and only while developing, examples that need no shell. */
async function chooseBackend(): Promise<Backend> {
  if (import.meta.env.DEV && !('__TAURI_INTERNALS__' in window)) {
    const { fixtureBackend } = await import('./dev/fixture-backend');
    return fixtureBackend(new URLSearchParams(location.search));
  }
  const { tauriBackend } = await import('./lib/backend/tauri');
  return tauriBackend;
}

async function start(): Promise<void> {
  const backend = await chooseBackend();
  const desk = new Desk(backend);
  const training = new Training(backend, desk);
  // Theme, language and the window's shape come first, so that nothing is drawn in the wrong ones.
  await Promise.all([desk.settings.load(), desk.window.start()]);
  const target = document.querySelector('#app');
  if (target === null) throw new Error('index.html has no #app');
  mount(App, { target, props: { desk, training } });
  await Promise.all([desk.status.start(), training.start(), desk.askWho()]);
}

void start();
