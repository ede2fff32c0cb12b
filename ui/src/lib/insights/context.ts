import { createContext } from 'svelte';
import type { InsightsSession } from './insights-session.svelte';

/** The insights of this window; the screen sets it. Reading it outside throws. */
export const [useInsights, setInsights] = createContext<InsightsSession>();
