import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dark, light, type Palette } from './tokens.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const text = ['ink', 'ink-2', 'ink-3', 'lotus'] as const;
const slips = ['blue', 'yellow', 'orange', 'red', 'green', 'grey'] as const;
const pairs: [keyof Palette, keyof Palette][] = [
  ...text.flatMap((one): [keyof Palette, keyof Palette][] => [
    [one, 'paper'],
    [one, 'surface'],
  ]),
  ['ink-2', 'hover'],
  ['on-lotus', 'lotus'],
  ['lotus', 'lotus-wash'],
  ...slips.map((one): [keyof Palette, keyof Palette] => [`slip-${one}`, `slip-${one}-ground`]),
  ...slips.map((one): [keyof Palette, keyof Palette] => [`slip-${one}`, 'paper']),
  ['ink-2', 'slip-blue-ground'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_name, palette) => {
  test.each(pairs)('%s can be read on %s', (ink, ground) => {
    expect(contrast(palette[ink], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test('the edge of a field is seen', () => {
    expect(contrast(palette.edge, palette.surface)).toBeGreaterThanOrEqual(3);
  });
});

test('a style sheet names no colour or measure that there is not: such a rule would be dropped without a word', async () => {
  const web = join(import.meta.dirname, '..');
  const names = new Set(Object.keys(light));
  const used: { name: string; file: string }[] = [];
  for await (const file of glob('**/*.{css,ts,tsx}', { cwd: web })) {
    const source = await readFile(join(web, file), 'utf8');
    for (const [, name] of source.matchAll(/['\s{]--([a-z0-9-]+)/gu)) names.add(name!);
    for (const [, name] of source.matchAll(/var\(--([a-z0-9-]+)/gu)) used.push({ name: name!, file });
  }
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter(({ name }) => !names.has(name))).toEqual([]);
});
