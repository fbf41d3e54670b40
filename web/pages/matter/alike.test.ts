import { describe, expect, it } from 'vitest';
import { alike } from './alike.ts';

const clock = (
  unit: string | null,
  { name = 'accept', slip = 'calm' as const, due = '2026-11-30', left = 1 } = {},
) => ({
  clock: name,
  unit,
  slip,
  due,
  dueAt: `${due}T10:00:00Z`,
  workdaysLeft: left,
});
const units = (n: number) => Array.from({ length: n }, (_, i) => clock(`co ${i}`));
const sizes = (clocks: Parameters<typeof alike>[0], lead = 'lead') => alike(clocks, lead).map((group) => group.length);

describe('clocks that say the same', () => {
  it('lie together once they are three', () => expect(sizes(units(60))).toEqual([60]));
  it('stay apart while they are two', () => expect(sizes(units(2))).toEqual([1, 1]));
  it('never take the lead unit’s in', () => expect(sizes([clock('lead'), ...units(3)])).toEqual([1, 3]));
  it('never take the supervision office’s in', () => expect(sizes([clock(null), ...units(3)])).toEqual([1, 3]));
  it('are apart where the day differs', () =>
    expect(sizes([...units(3), clock('late', { due: '2026-11-24', left: -3 })])).toEqual([1, 3]));
  it('are apart where it is another clock', () =>
    expect(sizes([...units(3), clock('x', { name: 'handle' })])).toEqual([3, 1]));
});
