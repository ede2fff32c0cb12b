import { createContext } from 'svelte';
import type { CardSession } from './card-session.svelte';
import type { Desk } from './desk.svelte';

/** The desk of this window; `App` sets it. Reading it outside `App` throws. */
export const [useDesk, setDesk] = createContext<Desk>();

/** The card that a blank, a link or a tick stands on; `CallCard` and `BridgeCard` set it. */
export const [useCard, setCard] = createContext<CardSession>();
