import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hold, marked, type Known } from './held.ts';

type Row = { id: string; seq: number; phase?: string };
const known: Known<Row> = { key: ({ id }) => id, version: ({ seq }) => seq };
const board: Known<Row> = { ...known, place: ({ phase = '' }) => phase };
const row = (id: string, seq = 1, phase = ''): Row => ({ id, seq, phase });
const rows = (text: string): Row[] => [...text].map((id) => row(id));

describe('a list under somebody’s cursor', () => {
  it.each([
    ['nothing waits where nothing changed', 'abc', 'abc', 0],
    ['a row that came waits', 'abc', 'abcd', 1],
    ['a row that went waits, and stands', 'abc', 'ac', 1],
    ['one row that moved to the front is one change, not three', 'abcd', 'dabc', 1],
    ['two rows that changed places are one change', 'abc', 'acb', 1],
    ['all of it', 'ab', 'cd', 4],
  ])('%s', (_why, shown, now, waiting) => {
    const held = hold(rows(shown), rows(now), known);
    expect(held.waiting).toBe(waiting);
    expect(held.rows.map(({ id }) => id).join('')).toBe(shown);
  });

  it('says in each row what is true now', () => {
    expect(hold([row('a', 1), row('b', 1)], [row('a', 4), row('b', 1)], known).rows[0]).toEqual(row('a', 4));
  });

  it('leaves a card in its column until it is let go', () => {
    const held = hold([row('a', 1, 'working')], [row('a', 2, 'answered')], board);
    expect(held).toMatchObject({ rows: [row('a', 1, 'working')], waiting: 1 });
  });

  it('never moves, adds or drops a row, whatever happens', () => {
    const some = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
    fc.assert(
      fc.property(some, some, (shown, now) => {
        const held = hold(rows(shown.join('')), rows(now.join('')), known);
        expect(held.rows.map(({ id }) => id)).toEqual(shown);
        expect(held.waiting === 0).toBe(shown.join() === now.join());
      }),
    );
  });

  it('marks what came and what moved, and nothing else', () => {
    expect(marked([row('a'), row('b')], [row('b', 2), row('a'), row('c')], known)).toEqual(['b', 'c']);
  });
});
