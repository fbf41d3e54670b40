import { describe, expect, test } from 'vitest';
import { inOrder, together, type Outcome } from './together.ts';

/** A transaction that stays open until it is let go. */
function gate(lanes: number, most: number, fails: (all: readonly string[]) => boolean = () => false, patienceMs = 0) {
  const written: string[][] = [];
  const open: (() => void)[] = [];
  const ask = together<string, string>({
    most,
    lanes,
    patienceMs,
    names: (asked) => [asked.slice(0, 1)],
    write: async (all) => {
      written.push([...all]);
      await new Promise<void>((resolve) => open.push(resolve));
      if (fails(all)) throw new Error(`not ${all.join()}`);
      return all.map((one): Outcome<string> =>
        one.endsWith('!') ? { ok: false, error: one } : { ok: true, value: one.toUpperCase() },
      );
    },
  });
  const soon = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
  return {
    ask,
    written,
    soon,
    /** Lets the transaction that was opened first end. */
    end: async () => {
      open.shift()!();
      await soon();
    },
  };
}

describe('what is written together', () => {
  test('is all that came while another transaction was open, each answered with its own', async () => {
    const { ask, written, soon, end } = gate(1, 10);
    const first = ask('a');
    await soon();
    const rest = ['b', 'c!', 'd'].map((one) => ask(one));
    const said = Promise.allSettled(rest);
    await soon();
    expect(written).toEqual([['a']]);
    await end();
    expect(await first).toBe('A');
    expect(written).toEqual([['a'], ['b', 'c!', 'd']]);
    await end();
    expect(await said).toMatchObject([{ value: 'B' }, { reason: 'c!' }, { value: 'D' }]);
  });

  test('is no more than is said, and in no more transactions at once', async () => {
    const { ask, written, soon, end } = gate(2, 2);
    const all = Promise.all(['a', 'b', 'c', 'd', 'e'].map((one) => ask(one)));
    await soon();
    expect(written).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    await end();
    expect(written[2]).toEqual(['e']);
    await end();
    await end();
    expect(await all).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  test('waits for as many as there were a moment ago, and no longer than it takes them to come', async () => {
    const { ask, written, soon, end } = gate(1, 10, undefined, 60_000);
    const first = ['a', 'b', 'c'].map((one) => ask(one));
    await soon();
    await end();
    expect(await Promise.all(first)).toEqual(['A', 'B', 'C']);
    const next = ['d', 'e'].map((one) => ask(one));
    await soon();
    expect(written).toEqual([['a', 'b', 'c']]);
    next.push(ask('f'));
    await soon();
    expect(written[1]).toEqual(['d', 'e', 'f']);
    await end();
    expect(await Promise.all(next)).toEqual(['D', 'E', 'F']);
  });

  test('goes without those who do not come back, and whoever is alone then waits for nobody', async () => {
    const { ask, written, soon, end } = gate(1, 10, undefined, 1);
    const first = ['a', 'b'].map((one) => ask(one));
    await soon();
    await end();
    await Promise.all(first);
    const alone = ask('c');
    await expect.poll(() => written[1]).toEqual(['c']);
    await end();
    expect(await alone).toBe('C');
    void ask('d');
    await soon();
    expect(written[2]).toEqual(['d']);
  });

  test('is never about one thing twice: the second waits until the first has committed', async () => {
    const { ask, written, soon, end } = gate(2, 10);
    const all = Promise.all(['a1', 'b', 'a2'].map((one) => ask(one)));
    await soon();
    expect(written).toEqual([['a1', 'b']]);
    await end();
    expect(written[1]).toEqual(['a2']);
    await end();
    expect(await all).toEqual(['A1', 'B', 'A2']);
  });

  test('is written one by one where the transaction fails, so that nobody fails for another', async () => {
    const { ask, written, soon, end } = gate(1, 10, (all) => all.includes('b'));
    const said = Promise.allSettled(['a', 'b', 'c'].map((one) => ask(one)));
    await soon();
    await end();
    expect(written).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
    await end();
    await end();
    await end();
    expect(await said).toMatchObject([{ value: 'A' }, { reason: new Error('not b') }, { value: 'C' }]);
  });
});

test('of statements sent one behind the other the first that failed says why, whichever is heard first', async () => {
  const later = new Promise((_, reject) => setImmediate(() => reject(new Error('taken'))));
  const aborted = Promise.reject(new Error('the transaction is aborted'));
  await expect(inOrder([Promise.resolve(), later, aborted])).rejects.toThrow('taken');
});
