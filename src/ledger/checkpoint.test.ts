import { beforeEach, describe, expect, test, vi } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { uuidv7 } from '../kernel/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { isSigned } from './checkpoint.rules.ts';
import { readPublicKeys, readSettled } from './checkpoint.store.ts';
import {
  appendActs,
  Checkpoint,
  checkpointNow,
  findLastCheckpoint,
  sealAct,
  settledHorizon,
  verifyCheckpoints,
  type KeptCheckpoint,
} from './index.ts';

const { pool, owner } = await testDatabase();
const start = new Date('2023-03-14T08:00:00.000Z');
let city = 10;
const asSystem = <T>(work: Parameters<typeof transact<T>>[2]) => transact(pool, { city, system: true }, work);

beforeEach(async () => {
  city += 1;
  await owner.query('insert into city (city, name) values ($1, $2)', [city, `第${city}市`]);
});

const anAct = () =>
  sealAct(null, { city, stream: uuidv7(start), seq: 1, id: uuidv7(start), kind: 'note', seat: null, at: start }, {});
const append = async (n: number) => {
  const acts = Array.from({ length: n }, anAct);
  await asSystem((tx) => appendActs(tx, acts));
  return acts;
};
const sealNow = () => asSystem((tx) => checkpointNow(tx, city, start));
const verify = (kept: readonly KeptCheckpoint[] = []) => asSystem((tx) => verifyCheckpoints(tx, city, kept));
const settledHashes = () =>
  asSystem(async (tx) => {
    const horizon = await settledHorizon(tx, city);
    const hashes: string[] = [];
    for await (const batch of readSettled(tx, city, '0', horizon)) hashes.push(...batch);
    return hashes;
  });
/** As somebody who owns the database could: with the guard switched off. */
const meddle = async (table: string, statement: string, values: unknown[]) => {
  await owner.query(`alter table ${table} disable trigger ${table}_stays`);
  await owner.query(statement, values);
  await owner.query(`alter table ${table} enable trigger ${table}_stays`);
};

describe('the settled horizon', () => {
  test('an act behind an open transaction waits, even when its own is committed and its position is higher', async () => {
    const [early, late] = [anAct(), anAct()];
    const slow = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const open = asSystem(async (tx) => {
      await appendActs(tx, [early]);
      written.resolve();
      await slow.promise;
    });
    await written.promise;
    await asSystem((tx) => appendActs(tx, [late]));

    const positions = await asSystem((tx) =>
      tx.run({ name: '', text: 'select position from act where city = $1' }, [city]),
    );
    expect(positions).toHaveLength(1); // the later one is committed and visible …
    expect(await settledHashes()).toEqual([]); // … and yet not settled: counting it now would skip the earlier one for ever
    expect(await sealNow()).toBeNull();

    slow.resolve();
    await open;
    expect(await settledHashes()).toEqual([early.hash, late.hash]);
    expect(await sealNow()).toMatchObject({ n: 1, acts: 2 });
  });

  test('read again and again while others write and finish in any order, no act is skipped and none comes twice', async () => {
    const seen: string[] = [];
    let from = '0';
    const readOn = () =>
      asSystem(async (tx) => {
        const horizon = await settledHorizon(tx, city);
        for await (const hashes of readSettled(tx, city, from, horizon)) seen.push(...hashes);
        from = horizon;
      });
    const written: string[] = [];
    const writer = async (k: number) => {
      for (let i = 0; i < 12; i++) {
        const act = anAct();
        await asSystem(async (tx) => {
          await appendActs(tx, [act]);
          await new Promise((done) => setTimeout(done, (i * k * 7) % 11));
        });
        written.push(act.hash);
      }
    };
    let writing = true;
    const reader = (async () => {
      while (writing) await readOn();
    })();
    await Promise.all([1, 2, 3, 4, 5].map(writer));
    writing = false;
    await reader;
    await readOn();
    expect(seen.toSorted()).toEqual(written.toSorted());
  });

  test('loaded into a younger server, where transaction numbers began anew, it says so instead of miscounting', async () => {
    await append(1);
    await meddle('act', `update act set xid = (xid::text::bigint + 1000000)::text::xid8 where city = $1`, [city]);
    await expect(sealNow()).rejects.toThrow(/ledger.cluster-moved/);
  });
});

describe('checkpoints', () => {
  test('an empty ledger has none; without news the last one is given again', async () => {
    expect(await sealNow()).toBeNull();
    await append(3);
    const first = await sealNow();
    expect(await sealNow()).toEqual(first);
    expect(await verify()).toEqual({ fault: null, newest: first });
  });

  test('each covers what was added since, and is bound to the one before', async () => {
    const made = [];
    for (const n of [1, 4, 7]) {
      await append(n);
      made.push(await sealNow());
    }
    expect(made.map((c) => [c!.n, c!.acts])).toEqual([
      [1, 1],
      [2, 5],
      [3, 12],
    ]);
    expect(made.map((c) => c!.prev)).toEqual([null, made[0]!.root, made[1]!.root]);
    expect(await asSystem((tx) => findLastCheckpoint(tx, city))).toEqual(made[2]);
    expect(await verify()).toEqual({ fault: null, newest: made[2] });
  });

  test('it can be checked without the database, and not for a letter more than was signed', async () => {
    await append(2);
    const checkpoint = Checkpoint.parse(JSON.parse(JSON.stringify(await sealNow())));
    const open = (await asSystem((tx) => readPublicKeys(tx, city))).get(checkpoint.key)!;
    expect(isSigned(checkpoint, open)).toBe(true);
    const forgeries: Partial<Checkpoint>[] = [
      { acts: 3 },
      { n: 2 },
      { at: '2023-03-15T08:00:00.000Z' },
      { city: 1 },
      { horizon: '1' },
    ];
    for (const forgery of forgeries) expect(isSigned({ ...checkpoint, ...forgery }, open)).toBe(false);
  });

  test('two who seal at once make one checkpoint', async () => {
    await append(5);
    const made = await Promise.all([sealNow(), sealNow(), sealNow()]);
    expect(made[1]).toEqual(made[0]);
    expect(made[2]).toEqual(made[0]);
  });

  test('a whole chain written anew behind a checkpoint is found by it, although the chain itself fits', async () => {
    const [act] = await append(3);
    await sealNow();
    const forged = sealAct(null, act!, { text: 'never happened' });
    await meddle('act', `update act set body = $2, hash = decode($3, 'hex') where id = $1`, [
      act!.id,
      forged.body,
      forged.hash,
    ]);
    expect(await verify()).toMatchObject({
      fault: { code: 'ledger.checkpoint-root-differs', params: { n: 1 } },
      newest: null,
    });
  });

  test('an act removed behind a checkpoint is missed by number', async () => {
    await append(2);
    await sealNow();
    const [act] = await append(3);
    await sealNow();
    await meddle('act', 'delete from act where id = $1', [act!.id]);
    expect(await verify()).toMatchObject({
      fault: { code: 'ledger.checkpoint-acts-differ', params: { n: 2, stated: 3, found: 2 } },
      newest: { n: 1 },
    });
  });

  test.each([
    ['acts = acts + 1', 'ledger.checkpoint-unsigned', 'a number altered'],
    [`root = sha256('')`, 'ledger.checkpoint-unsigned', 'a root replaced'],
    ['n = 3', 'ledger.checkpoint-gap', 'one of the middle taken away'],
  ])('a checkpoint with %s is found: %s — %s', async (change, code) => {
    for (const n of [1, 2]) {
      await append(n);
      await sealNow();
    }
    await meddle('checkpoint', `update checkpoint set ${change} where city = $1 and n = 2`, [city]);
    expect(await verify()).toMatchObject({ fault: { code }, newest: { n: 1 } });
  });

  test('a seat may read checkpoints and public keys, but neither sign nor see the private half', async () => {
    await append(1);
    await sealNow();
    const caller = aCaller({ city, role: 'administrator' });
    await transact(pool, caller, async (tx) => {
      expect(await findLastCheckpoint(tx, city)).toBeDefined();
      expect((await readPublicKeys(tx, city)).size).toBe(1);
      expect(await tx.run({ name: '', text: 'select * from signing_secret' }, [])).toEqual([]);
    });
    const forged = `insert into signing_key select city, 'x', public, created_at from signing_key`;
    await expect(transact(pool, caller, (tx) => tx.run({ name: '', text: forged }, []))).rejects.toThrow(
      /row-level security/,
    );
  });
});

describe('the newest checkpoint', () => {
  const three = async () => {
    const made: Checkpoint[] = [];
    for (const n of [1, 2, 3]) {
      await append(n);
      // What was written is sealed once it is settled, which another's open transaction may keep waiting.
      made.push(await vi.waitFor(async () => (await sealNow()) ?? expect.fail('not settled yet')));
    }
    return made;
  };

  test('taken away, it is missed, and so are all of them', async () => {
    await three();
    await meddle('checkpoint', 'delete from checkpoint where city = $1 and n = 3', [city]);
    expect((await verify()).fault).toMatchObject({
      code: 'ledger.checkpoint-newest-missing',
      params: { n: 3, found: 2 },
    });
    await meddle('checkpoint', 'delete from checkpoint where city = $1', [city]);
    expect((await verify()).fault).toMatchObject({ params: { n: 3, found: 0 } });
  });

  test('what is noted of it apart is neither lowered nor removed, by the application nor by the owner', async () => {
    await three();
    const lower = 'update checkpoint_head set n = 2';
    await expect(asSystem((tx) => tx.run({ name: '', text: lower }, []))).rejects.toThrow(/permission denied/u);
    await expect(owner.query(lower)).rejects.toThrow(/none before it/u);
    for (const statement of ['delete from checkpoint_head', 'truncate checkpoint_head'])
      await expect(owner.query(statement)).rejects.toThrow(/never altered or removed/u);
  });

  test('where what is noted apart was altered by force, that is found', async () => {
    await three();
    await owner.query('alter table checkpoint_head disable trigger checkpoint_head_rises');
    await owner.query('update checkpoint_head set n = 2 where city = $1', [city]);
    await owner.query('alter table checkpoint_head enable trigger checkpoint_head_rises');
    expect((await verify()).fault).toMatchObject({ code: 'ledger.checkpoint-head-differs', params: { n: 3, head: 2 } });
  });

  test('copies kept elsewhere agree, whole or as a bulletin prints them', async () => {
    const [first, , last] = (await three()) as [Checkpoint, Checkpoint, Checkpoint];
    const printed = { city, n: first.n, root: first.root };
    expect(await verify([last, printed])).toEqual({ fault: null, newest: last });
  });

  test('with it and all that tells of it removed, a copy kept elsewhere still tells', async () => {
    const made = await three();
    await meddle('checkpoint', 'delete from checkpoint where city = $1 and n = 3', [city]);
    await owner.query('alter table checkpoint_head disable trigger checkpoint_head_rises');
    await owner.query(`update checkpoint_head set n = 2, root = decode($2, 'hex') where city = $1`, [
      city,
      made[1]!.root,
    ]);
    await owner.query('alter table checkpoint_head enable trigger checkpoint_head_rises');
    expect((await verify()).fault).toBeNull();
    expect((await verify([made[2]!])).fault).toMatchObject({ code: 'ledger.checkpoint-newest-missing' });
  });

  test('whoever writes all anew and signs it with the city’s key is caught by a copy kept elsewhere, and by nothing else', async () => {
    const [act] = await append(2);
    const kept = (await sealNow())!;
    const forged = sealAct(null, act!, { text: 'never happened' });
    const rewrite = `update act set body = $2, hash = decode($3, 'hex') where id = $1`;
    await meddle('act', rewrite, [act!.id, forged.body, forged.hash]);
    await meddle('checkpoint', 'delete from checkpoint where city = $1', [city]);
    await meddle('checkpoint_head', 'delete from checkpoint_head where city = $1', [city]);
    const resigned = (await sealNow())!;
    expect(resigned).toMatchObject({ n: kept.n, acts: kept.acts, key: kept.key });
    expect((await verify()).fault).toBeNull();
    expect((await verify([kept])).fault).toMatchObject({ code: 'ledger.checkpoint-not-as-kept', params: { n: 1 } });
  });
});
