import { describe, expect, it } from 'vitest';
import { unitsShown } from './unitsShown.ts';

const co = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ unit: `co ${i}`, part: 'co' as const, stance: 'accepted' as const }));
const lead = { unit: 'lead', part: 'lead' as const, stance: 'accepted' as const };
const names = (units: readonly { unit: string }[]) => units.map(({ unit }) => unit);

describe('the units of a matter', () => {
  it('all stand there while they are ten, the lead unit first', () => {
    const { seen, rest } = unitsShown([...co(9), lead], []);
    expect(names(seen).slice(0, 2)).toEqual(['lead', 'co 0']);
    expect([seen.length, rest.length]).toEqual([10, 0]);
  });

  it('fold beyond eight where they are many, and none is lost', () => {
    const { seen, rest } = unitsShown([...co(60), lead], []);
    expect([seen.length, rest.length]).toEqual([8, 53]);
    expect(new Set(names([...seen, ...rest])).size).toBe(61);
  });

  it('that somebody must look at are not among the folded: what was refused, then the longest overdue', () => {
    const many = [...co(58), { unit: 'no', part: 'co' as const, stance: 'refused' as const }, lead];
    const late = (unit: string, workdaysLeft: number) => ({ unit, stoppedAt: null, workdaysLeft });
    const { seen } = unitsShown(many, [late('co 40', -2), late('co 50', -5), late('co 2', 3)]);
    expect(names(seen).slice(0, 5)).toEqual(['lead', 'no', 'co 50', 'co 40', 'co 0']);
  });
});
