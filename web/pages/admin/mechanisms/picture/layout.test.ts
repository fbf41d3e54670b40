import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseMechanism } from '../../../../../src/mechanism/parse.rules.ts';
import { layOut, waysOf } from './layout.ts';

const file = new URL('../../../../../mechanisms/weekly-assignment.yaml', import.meta.url);
const { mechanism } = parseMechanism(readFileSync(file, 'utf8'));

describe('the picture of a mechanism', () => {
  test('has every way from stage to another stage once, with the acts that lead it', () => {
    const told = waysOf(mechanism!).map(({ from, to, acts }) => `${from ?? '·'} ${acts.join('+')} ${to}`);
    expect(told).toContain('· register registered');
    expect(told).toContain('working answer answered');
    expect(told).toContain('closed reopen working');
    expect(new Set(told).size).toBe(told.length);
    expect(told.some((way) => /^(\S+) \S+ \1$/u.test(way))).toBe(false);
  });

  test('no two ways of one side and lane lie over each other, and what goes on stands right of what goes back', () => {
    const { drawn, stages } = layOut(mechanism!);
    expect(stages[0]).toBe('registered');
    for (const one of drawn)
      for (const other of drawn) {
        if (one === other || one.side === 'straight' || one.side !== other.side || one.lane !== other.lane) continue;
        const [a, b] = [one, other].map(({ from, to }) => [Math.min(from, to), Math.max(from, to)] as const);
        expect(a![1] <= b![0] || b![1] <= a![0]).toBe(true);
      }
    for (const { from, to, side } of drawn)
      expect(side).toBe(to === from + 1 ? 'straight' : to > from ? 'onward' : 'back');
  });
});
