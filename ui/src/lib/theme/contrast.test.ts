import { describe, expect, it } from 'vitest';
import css from '../../styles/tokens.css?raw';

/** The role colours of one theme. */
function tokens(theme: string): Map<string, string> {
  const block = new RegExp(`\\[data-theme=['"]${theme}['"]\\][^{]*\\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name ?? '', hex ?? '']),
  );
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Text on what it stands on, as the components use them. */
const TEXT: [ink: string, ground: string][] = [
  ...['ink', 'ink-2', 'ink-3', 'accent'].flatMap((ink): [string, string][] =>
    ['bg-canvas', 'bg-surface', 'bg-raised', 'bg-sunken'].map((ground) => [ink, ground]),
  ),
  ...['ink', 'ink-2', 'accent'].flatMap((ink): [string, string][] =>
    ['bg-hover', 'bg-rail', 'accent-soft'].map((ground) => [ink, ground]),
  ),
  ['ink-3', 'accent-soft'],
  ['ink-2', 'must-soft'],
  ['ink-2', 'never-soft'],
  ['accent', 'must-soft'],
  ['accent', 'never-soft'],
  ['on-accent', 'accent-solid'],
  ['on-accent', 'accent-solid-hover'],
  ...['say', 'must', 'never', 'internal'].flatMap((part): [string, string][] =>
    [`${part}-soft`, 'bg-surface', 'bg-raised', 'bg-sunken', 'accent-soft'].map((ground) => [part, ground]),
  ),
  ['must', 'bg-rail'],
  ['never', 'bg-rail'],
];

/** Borders of controls, and the ring, beside what they stand on. */
const EDGES: [edge: string, ground: string][] = ['line-control', 'accent', 'focus'].flatMap(
  (edge): [string, string][] =>
    ['bg-surface', 'bg-raised', 'bg-canvas', 'bg-sunken'].map((ground) => [edge, ground]),
);

describe.each(['light', 'dark', 'contrast'])('the %s theme', (theme) => {
  const roles = tokens(theme);
  const measured = (pairs: [string, string][]): [string, number][] =>
    pairs.map(([one, other]) => {
      const [first, second] = [roles.get(one), roles.get(other)];
      if (first === undefined || second === undefined) throw new Error(`no ${one} or ${other} in ${theme}`);
      return [`${one} on ${other}`, contrast(first, second)];
    });

  it('has text of 4.5 : 1 or more', () => {
    expect(measured(TEXT).filter(([, ratio]) => ratio < 4.5)).toEqual([]);
  });

  it('has control borders and rings of 3 : 1 or more', () => {
    expect(measured(EDGES).filter(([, ratio]) => ratio < 3)).toEqual([]);
  });
});
