const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A count as the screen shows it: 1,286 in both languages. */
export function count(value: number): string {
  return WHOLE.format(value);
}

/** Microseconds as whole milliseconds, `<1` below one. */
export function milliseconds(us: number): string {
  return us < 1000 ? '<1' : WHOLE.format(us / 1000);
}
