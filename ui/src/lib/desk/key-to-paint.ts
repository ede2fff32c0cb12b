const NAME = 'yingda:key-to-paint';
const KEEP = 1000;

/**
 * Measures from the key at `keyAt` (a `DOMHighResTimeStamp`) to the frame that shows its results. Call it
 * when the results are in the state: the first frame draws them, the second comes after that drawing.
 */
export function measureKeyToPaint(keyAt: number): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      performance.measure(NAME, { start: keyAt, end: performance.now() });
      forgetOldest();
    });
  });
}

/** Single measures can't be removed, so past the limit all go and the newer half comes back. */
function forgetOldest(): void {
  const measures = performance.getEntriesByName(NAME, 'measure');
  if (measures.length <= KEEP) return;
  performance.clearMeasures(NAME);
  for (const { startTime, duration } of measures.slice(-KEEP / 2)) {
    performance.measure(NAME, { start: startTime, end: startTime + duration });
  }
}
