import { createContext } from 'svelte';
import type { Training } from './training.svelte';

/** The trainer's side of this window; `App` sets it. Reading it outside `App` throws. */
export const [useTraining, setTraining] = createContext<Training>();
