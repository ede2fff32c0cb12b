import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Events } from '../../bindings/Events';
import type { Backend } from './backend';
import type { AllCommands, Arguments, Response } from './commands';
import { BackendError } from './error';

async function call<Name extends keyof AllCommands>(
  name: Name,
  ...given: Arguments<AllCommands, Name>
): Promise<Response<AllCommands, Name>> {
  try {
    const [request]: unknown[] = given;
    return await invoke<Response<AllCommands, Name>>(String(name), request === undefined ? {} : { request });
  } catch (thrown) {
    throw BackendError.from(thrown);
  }
}

function on<Name extends keyof Events>(name: Name, listener: (carried: Events[Name]) => void) {
  return listen<Events[Name]>(name, (event) => listener(event.payload)).catch((thrown: unknown) => {
    throw BackendError.from(thrown);
  });
}

/** The shell's commands and events. The only file that knows Tauri. */
export const tauriBackend: Backend = {
  search: (request) => call('search', request),
  searchMeaning: (request) => call('search_meaning', request),
  start: () => call('start'),
  entry: (request) => call('entry', request),
  opened: (id) => call('opened', id),
  copyEntry: (request) => call('copy_entry', request),
  status: () => call('status'),
  problems: () => call('problems'),
  settings: () => call('settings'),
  saveSettings: (settings) => call('save_settings', settings),
  forgetUse: () => call('forget_use'),
  reload: () => call('reload'),
  onStatus: (listener) => on('status', listener),
  ask: (name, ...given) => call(name, ...given),
  onWorkspace: (listener) => on('workspace', listener),
  onClosing: (listener) => on('closing', listener),
  onWorkspaceRefused: (listener) => on('workspace_refused', listener),
  on,
};
