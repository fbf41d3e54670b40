import { describe, expect, test } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { Refusal, uuidv7, type Uuid } from '../kernel/index.ts';
import { transact, type SystemCaller, type Tx } from '../platform/postgres/index.ts';
import {
  appendActs,
  checkAct,
  cutLedger,
  findAct,
  holdStill,
  readAll,
  readStream,
  sealAct,
  shareSnapshot,
  verifyChain,
  type SealedAct,
} from './index.ts';

const { pool, owner } = await testDatabase();
const system: SystemCaller = { city: 1, system: true };
const start = new Date('2023-03-14T08:00:00.000Z');

/** A sealed chain of `n` acts in a new stream of the city. */
function chainOf(n: number, { city = 1, seat = null as Uuid | null, stream = uuidv7(start) } = {}): SealedAct[] {
  const acts: SealedAct[] = [];
  for (let i = 0; i < n; i++) {
    const head = { city, stream, seq: i + 1, id: uuidv7(start), kind: 'note', seat, at: new Date(+start + i) };
    acts.push(sealAct(acts.at(-1)?.hash ?? null, head, { text: `第${i + 1}步，“办理”\\完成` }));
  }
  return acts;
}

const append = (acts: readonly SealedAct[]) => transact(pool, system, (tx) => appendActs(tx, acts));
const read = (of: Uuid, options = { limit: 1000 }) => transact(pool, system, (tx) => readStream(tx, 1, of, options));
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  return error instanceof Refusal ? error.problem.code : String(error);
};

describe('appending', () => {
  test('what was appended is read back exactly, one act or five hundred', async () => {
    for (const n of [1, 500]) {
      const acts = chainOf(n);
      await append(acts);
      const stored = await read(acts[0]!.stream);
      expect(stored).toEqual(acts);
      expect(verifyChain(stored)).toBeNull();
    }
  });

  test('a stretch of a stream, and a single act by its id', async () => {
    const acts = chainOf(9);
    await append(acts);
    const of = acts[0]!.stream;
    const stretch = await transact(pool, system, (tx) => readStream(tx, 1, of, { from: 3, upTo: 7, limit: 3 }));
    expect(stretch.map((act) => act.seq)).toEqual([3, 4, 5]);
    expect(await transact(pool, system, (tx) => findAct(tx, 1, acts[4]!.id))).toMatchObject({
      seq: 5,
      hash: acts[4]!.hash,
    });
    expect(await transact(pool, system, (tx) => findAct(tx, 1, uuidv7(start)))).toBeUndefined();
  });

  test('of many who append the same place at once exactly one wins; the others hear that the stream has moved', async () => {
    const stream = uuidv7(start);
    const rivals = Array.from({ length: 8 }, () => chainOf(1, { stream }));
    const outcomes = await Promise.all(rivals.map((acts) => codeOf(append(acts))));
    expect(outcomes.filter((code) => code === 'undefined')).toHaveLength(1);
    expect(outcomes.filter((code) => code === 'ledger.stream-moved')).toHaveLength(7);
    expect(await read(stream)).toHaveLength(1);
  });

  test('the same act sent many times at once is recorded once; the others hear that it is there', async () => {
    const acts = chainOf(1);
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => codeOf(append(acts))));
    expect(outcomes.filter((code) => code === 'undefined')).toHaveLength(1);
    expect(outcomes.filter((code) => code === 'ledger.act-already-recorded')).toHaveLength(5);
  });

  test('an act of an id that another stream holds is refused', async () => {
    const [first] = chainOf(1);
    await append([first!]);
    const again = sealAct(null, { ...first!, stream: uuidv7(start) }, {});
    expect(await codeOf(append([again]))).toBe('ledger.act-already-recorded');
  });

  test('all or none: when one act of a batch has no place, none is recorded', async () => {
    const acts = chainOf(3);
    const rival = chainOf(2, { stream: acts[0]!.stream })[1]!;
    await append([rival]);
    expect(await codeOf(append(acts))).toBe('ledger.stream-moved');
    expect((await read(rival.stream)).map((act) => act.id)).toEqual([rival.id]);
  });
});

describe('who may', () => {
  test('a seat appends in its own name only, and in its own city only', async () => {
    const caller = aCaller({ city: 1 });
    const as = (acts: SealedAct[]) => codeOf(transact(pool, caller, (tx) => appendActs(tx, acts)));
    expect(await as(chainOf(1, { seat: caller.seat }))).toBe('undefined');
    expect(await as(chainOf(1, { seat: uuidv7(start) }))).toMatch(/row-level security/);
    expect(await as(chainOf(1, { seat: null }))).toMatch(/row-level security/);
    expect(await as(chainOf(1, { seat: caller.seat, city: 2 }))).toMatch(/row-level security/);
  });

  test('the system of one city does not see the acts of another', async () => {
    const acts = chainOf(1);
    await append(acts);
    const elsewhere: SystemCaller = { city: 2, system: true };
    expect(await transact(pool, elsewhere, (tx) => findAct(tx, 1, acts[0]!.id))).toBeUndefined();
  });

  test.each([
    ['update act set kind = kind', 'changing an act'],
    ['delete from act', 'removing an act'],
    ['truncate act cascade', 'removing all acts'],
  ])('%s: the application has no right to, and even the owner is stopped (%s)', async (statement) => {
    await append(chainOf(1));
    const attempt = transact(pool, system, (tx: Tx) => tx.run({ name: '', text: statement }, []));
    await expect(attempt).rejects.toThrow(/permission denied/);
    await expect(owner.query(statement)).rejects.toThrow(/never altered or removed/);
  });

  test.each([
    ['position', /non-DEFAULT value/],
    ['xid', /permission denied/],
  ])('the application cannot choose an act’s %s', async (column, why) => {
    const text = `insert into act (city, stream, seq, id, kind, at, body, hash, ${column})
      values (1, gen_random_uuid(), 1, gen_random_uuid(), 'note', now(), '{}', sha256(''), '1')`;
    await expect(transact(pool, system, (tx) => tx.run({ name: '', text }, []))).rejects.toThrow(why);
  });
});

describe('reading all', () => {
  test('every act once, stream by stream, in order, over more than one batch', async () => {
    const city = 3;
    const chains = Array.from({ length: 60 }, () => chainOf(100, { city }));
    await transact(pool, { city, system: true }, (tx) => appendActs(tx, chains.flat()));
    const seen: string[] = [];
    await transact(pool, { city, system: true }, async (tx) => {
      for await (const batch of readAll(tx, city)) seen.push(...batch.map((act) => act.id));
    });
    const inOrder = chains.toSorted((a, b) => (a[0]!.stream < b[0]!.stream ? -1 : 1)).flat();
    expect(seen).toEqual(inOrder.map((act) => act.id));
  });

  test('not even a microsecond can be slipped into an act’s time', async () => {
    const acts = chainOf(2);
    await append(acts);
    await owner.query('alter table act disable trigger act_stays');
    await owner.query(`update act set at = at + interval '1 microsecond' where id = $1`, [acts[1]!.id]);
    await owner.query('alter table act enable trigger act_stays');
    expect(verifyChain(await read(acts[0]!.stream))).toMatchObject({ code: 'ledger.body-differs', params: { seq: 2 } });
  });

  test('an act changed in the database behind everybody’s back is found and named', async () => {
    const acts = chainOf(5);
    await append(acts);
    await owner.query('alter table act disable trigger act_stays');
    await owner.query(`update act set body = replace(body, '第3步', '第4步') where id = $1`, [acts[2]!.id]);
    await owner.query('alter table act enable trigger act_stays');
    expect(verifyChain(await read(acts[0]!.stream))).toMatchObject({
      code: 'ledger.hash-differs',
      params: { stream: acts[0]!.stream, seq: 3, id: acts[2]!.id, kind: 'note' },
    });
    expect(checkAct(null, (await read(acts[0]!.stream))[0]!)).toMatchObject({
      fault: null,
      payload: { text: expect.any(String) },
    });
  });
});

describe('reading by several at one moment', () => {
  const city = 4;
  const here = { city, system: true } as const;
  const idsIn = async (tx: Tx, within?: Parameters<typeof readAll>[2]) => {
    const ids: string[] = [];
    for await (const batch of readAll(tx, city, within)) ids.push(...batch.map((act) => act.id));
    return ids;
  };

  test('stretches leave out no act and have none twice, and are of about one size', async () => {
    const chains = Array.from({ length: 40 }, () => chainOf(10, { city }));
    await transact(pool, here, (tx) => appendActs(tx, chains.flat()));
    await transact(pool, here, async (tx) => {
      const stretches = await cutLedger(tx, city, 4, 50);
      const parts: string[][] = [];
      for (const stretch of stretches) parts.push(await idsIn(tx, stretch));
      expect(parts.flat()).toEqual(await idsIn(tx));
      for (const part of parts) expect(Math.abs(part.length - 100)).toBeLessThanOrEqual(10);
      expect(await cutLedger(tx, city, 4, 500)).toHaveLength(1);
    });
  });

  test('one stream longer than its part is read whole, by one', async () => {
    await transact(pool, { city: 5, system: true }, async (tx) => {
      await appendActs(tx, chainOf(100, { city: 5 }));
      expect((await cutLedger(tx, 5, 4, 1)).length).toBeLessThanOrEqual(2);
    });
  });

  test('who joins a snapshot sees what its giver sees, and nothing that was appended since', async () => {
    await transact(pool, here, async (giver) => {
      await holdStill(giver);
      const snapshot = await shareSnapshot(giver);
      const before = await idsIn(giver);
      await transact(pool, here, (tx) => appendActs(tx, chainOf(3, { city })));
      const joined = await transact(pool, here, async (tx) => {
        await holdStill(tx, snapshot);
        return idsIn(tx);
      });
      expect(joined).toEqual(before);
    });
    await expect(transact(pool, here, (tx) => holdStill(tx, `1'; drop table act; --`))).rejects.toThrow(/snapshot/u);
  });
});
