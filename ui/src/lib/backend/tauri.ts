import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Commands } from '../../bindings/Commands';
import type { Events } from '../../bindings/Events';
import type { Backend } from './backend';
import { BackendError } from './error';

/** A command without a request takes no argument; every other takes one, named `request`. */
type Arguments<Name extends keyof Commands> = Commands[Name]['request'] extends null
  ? []
  : [request: Commands[Name]['request']];

async function call<Name extends keyof Commands>(
  name: Name,
  ...[request]: Arguments<Name>
): Promise<Commands[Name]['response']> {
  try {
    return await invoke<Commands[Name]['response']>(name, request === undefined ? {} : { request });
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
};
