import { describe, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { applicationPool } from './pool.ts';
import { afterCommit, asSystem, endShared, endWith, onBehalf, runKept, transact, type Tx } from './transact.ts';

const { pool, owner, applicationUrl } = await testDatabase();
await owner.query(`
  create table note (city integer, id integer generated always as identity, unit uuid, body text, primary key (city, id));
  alter table note enable row level security;
  grant select, insert on note to huiyin_app;
  create policy note_all on note using (city = (select app_city())
    and ((select app_role()) = 'system' or unit = any ((select app_units())::uuid[])));
`);

const system = (city: number) => ({ city, system: true }) as const;
const write = { name: 'test.write', text: 'insert into note (city, unit, body) values ($1, $2, $3)' };
const all = { name: 'test.all', text: 'select body from note order by id' };
const bodies = async (tx: Tx) => (await tx.run<{ body: string }>(all, [])).map((row) => row.body);

describe('who asks', () => {
  test('the server knows city, seat, role and units, and acts without the owner’s rights', async () => {
    const caller = aCaller({ city: 7, role: 'head' });
    const [row] = await transact(pool, caller, (tx) =>
      tx.run({ name: 'test.who', text: 'select app_city(), app_seat(), app_role(), app_units(), current_user' }, []),
    );
    expect(row).toEqual({
      app_city: 7,
      app_seat: caller.seat,
      app_role: 'head',
      app_units: caller.units,
      current_user: 'huiyin_app',
    });
  });

  test('a part is done as the program itself, and the caller has no more rights after it, not after a refusal either', async () => {
    const caller = aCaller({ city: 7 });
    const who = { name: 'test.acting-as', text: 'select app_role() as role, app_city() as city' };
    const seen = await transact(pool, caller, async (tx) => {
      const inside = await asSystem(tx, () => tx.run(who, []));
      const refused = await asSystem(tx, async () => {
        throw new Error('no');
      }).catch((error: Error) => error.message);
      const within = await asSystem(tx, async () => {
        await asSystem(tx, () => tx.run(who, []));
        return tx.run(who, []);
      });
      return [inside[0], refused, within[0], (await tx.run(who, []))[0]];
    });
    const asIt = { role: 'system', city: 7 };
    expect(seen).toEqual([asIt, 'no', asIt, { role: 'handler', city: 7 }]);
  });

  test('the program does parts on behalf of several, each with the rights of whose part it is and no others', async () => {
    const [one, other] = [aCaller({ city: 7, role: 'head' }), aCaller({ city: 7 })];
    const who = { name: 'test.on-behalf', text: 'select app_role() as role, app_seat() as seat, app_units() as units' };
    const asked = async (tx: Tx) => (await tx.run(who, []))[0];
    const seen = await transact(pool, system(7), async (tx) => {
      const [first, second] = [onBehalf(tx, one), onBehalf(tx, other)];
      const at = (await Promise.all([first, second, tx, first].map(asked))) as unknown[];
      const inside = await asSystem(second, () => asked(second));
      return [...at, inside, await asked(second), await asked(tx)];
    });
    const [head, handler, program] = [one, other, null].map((caller) => ({
      role: caller?.role ?? 'system',
      seat: caller?.seat ?? null,
      units: caller?.units ?? [],
    }));
    expect(seen).toEqual([head, handler, program, head, { ...handler, role: 'system' }, handler, program]);
  });

  test('what somebody may not write the program does not write on their behalf', async () => {
    const caller = aCaller({ city: 7 });
    const another = aCaller({ city: 7 }).units[0];
    await expect(
      transact(pool, system(7), (tx) => onBehalf(tx, caller).run(write, [7, another, '别人的'])),
    ).rejects.toThrow('row-level security');
    await transact(pool, system(7), (tx) => tx.run(write, [7, another, '程序的']));
  });

  test('nobody acts on behalf of somebody else, and the program not in another city', async () => {
    const caller = aCaller({ city: 7 });
    for (const who of [aCaller({ city: 7 }), system(8)])
      await expect(transact(pool, who, async (tx) => void onBehalf(tx, caller))).rejects.toThrow('on behalf');
  });

  test('nothing of a caller stays on the connection for the next transaction', async () => {
    await transact(pool, aCaller({ city: 7 }), async () => undefined);
    const client = await pool.connect();
    const { rows } = await client.query('select app_city() as city, app_seat() as seat, app_units() as units');
    client.release();
    expect(rows).toEqual([{ city: null, seat: null, units: [] }]);
  });

  test('a unit reads its own rows, another city nothing, the system all of its city', async () => {
    const [mine, theirs] = [aCaller({ city: 20 }), aCaller({ city: 20 })];
    await transact(pool, mine, (tx) => tx.run(write, [20, mine.unit, '己']));
    await transact(pool, theirs, (tx) => tx.run(write, [20, theirs.unit, '彼']));
    expect(await transact(pool, mine, bodies)).toEqual(['己']);
    expect(await transact(pool, { ...mine, city: 21 }, bodies)).toEqual([]);
    expect(await transact(pool, system(20), bodies)).toEqual(['己', '彼']);
    await expect(transact(pool, mine, (tx) => tx.run(write, [20, theirs.unit, '冒名']))).rejects.toThrow(
      'row-level security',
    );
  });

  test.each([
    [{ city: Number.NaN, system: true } as const, 'not a city'],
    [aCaller({ seat: `x'; drop table note; --` }), 'not a UUID'],
    [aCaller({ units: ['{}'] }), 'not a UUID'],
  ])('what could break out of the settings is refused before it is sent', async (who, message) => {
    await expect(transact(pool, who, async () => undefined)).rejects.toThrow(message);
  });

  test('a role with quotes in it is one value, not SQL', async () => {
    const role = `x', true); drop table note; --` as 'head';
    const [row] = await transact(pool, aCaller({ role }), (tx) =>
      tx.run<{ role: string }>({ name: 'test.role', text: 'select app_role() as role' }, []),
    );
    expect(row?.role).toBe(role);
  });

  test.each(['drop table note', 'create table mine (x int)', 'alter table note disable row level security'])(
    'the application may not: %s',
    async (text) => {
      await expect(transact(pool, system(1), (tx) => tx.run({ name: text, text }, []))).rejects.toThrow(
        /must be owner|permission denied|does not exist/,
      );
    },
  );
});

test.skipIf(process.env['TEST_DATABASE_URL'])('the application finds no way back to the owner’s role', async () => {
  const { rows } = await owner.query<{ name: string }>('select current_user as name');
  const become = { name: 'test.become', text: `set role ${rows[0]?.name}` };
  await expect(transact(pool, system(1), (tx) => tx.run(become, []))).rejects.toThrow('permission denied');
});

describe('all or nothing', () => {
  test('what is thrown undoes the transaction and reaches the caller', async () => {
    const fault = new Error('changed my mind');
    const work = async (tx: Tx) => {
      await tx.run(write, [30, null, 'gone']);
      throw fault;
    };
    await expect(transact(pool, system(30), work)).rejects.toBe(fault);
    expect(await transact(pool, system(30), bodies)).toEqual([]);
  });

  test('a failed statement whose error is swallowed is not reported as committed', async () => {
    const work = async (tx: Tx) => {
      await tx.run(write, [31, null, 'lost']);
      await tx.run({ name: 'test.bad', text: 'select 1 / 0' }, []).catch(() => undefined);
    };
    await expect(transact(pool, system(31), work)).rejects.toThrow('rolled back');
    expect(await transact(pool, system(31), bodies)).toEqual([]);
  });

  test('a statement started late does not run inside another transaction', async () => {
    let kept: Tx | undefined;
    await transact(pool, system(32), async (tx) => {
      kept = tx;
    });
    await expect(kept!.run(write, [32, null, 'late'])).rejects.toThrow('is over');
    await expect(kept!.db.selectFrom('city').selectAll().execute()).rejects.toThrow('is over');
  });

  test('statements started together are answered in order, and one failing fails all', async () => {
    const together = (tx: Tx) => Promise.all(['一', '二', '三'].map((body) => tx.run(write, [33, null, body])));
    await transact(pool, system(33), together);
    expect(await transact(pool, system(33), bodies)).toEqual(['一', '二', '三']);
    await expect(
      transact(pool, system(33), async (tx) => {
        const first = tx.run({ name: 'test.bad', text: 'select 1 / 0' }, []);
        await Promise.all([first, together(tx)]);
      }),
    ).rejects.toThrow('division by zero');
    expect(await transact(pool, system(33), bodies)).toEqual(['一', '二', '三']);
  });

  test('statements that end it are committed with it, and one that fails is thrown and undoes all', async () => {
    const answer = await transact(pool, system(36), async (tx) => {
      endWith(tx, [tx.run(write, [36, null, '一']), tx.run(write, [36, null, '二'])]);
      return 'done';
    });
    expect(answer).toBe('done');
    const heard: string[] = [];
    const failing = transact(pool, system(36), async (tx) => {
      afterCommit(tx, () => void heard.push('committed'));
      endWith(tx, [tx.run(write, [36, null, '三']), tx.run({ name: 'test.wrong', text: 'select 1 / 0' }, [])]);
    });
    await expect(failing).rejects.toThrow('division by zero');
    expect(heard).toEqual([]);
    expect(await transact(pool, system(36), bodies)).toEqual(['一', '二']);
  });

  describe('one that lets go of a row for which others wait', () => {
    const lsn = { name: 'test.lsn', text: 'select pg_current_wal_insert_lsn()::text as lsn' };
    const flushed = (at: string) =>
      pool.query<{ safe: boolean }>('select pg_current_wal_flush_lsn() >= $1::pg_lsn as safe', [at]);

    test('is answered when it is on the disk, as the server’s own rule wants it', async () => {
      const durable = applicationPool(applicationUrl, 1);
      // The tests' own server waits for no disk.
      durable.on('connect', (client) => void client.query('set synchronous_commit = on'));
      try {
        for (let n = 0; n < 20; n++) {
          const at = await transact(durable, system(37), async (tx) => {
            await tx.run(write, [37, null, `第${n}次`]);
            const [row] = await tx.run<{ lsn: string }>(lsn, []);
            endShared(tx, [tx.run(write, [37, null, '末'])]);
            return row!.lsn;
          });
          expect((await flushed(at)).rows).toEqual([{ safe: true }]);
        }
      } finally {
        await durable.end();
      }
    });

    test('undoes all where a statement fails, says which, and the connection is of use afterwards', async () => {
      const heard: string[] = [];
      const failing = transact(pool, system(38), async (tx) => {
        afterCommit(tx, () => void heard.push('committed'));
        endShared(tx, [tx.run(write, [38, null, '三']), tx.run({ name: 'test.wrong', text: 'select 1 / 0' }, [])]);
      });
      await expect(failing).rejects.toThrow('division by zero');
      expect(heard).toEqual([]);
      await transact(pool, system(38), async (tx) => endShared(tx, [tx.run(write, [38, null, '四'])]));
      expect(await transact(pool, system(38), bodies)).toEqual(['四']);
    });
  });

  test('effects run after the commit, when others can see it, and not after a rollback', async () => {
    const seen: string[][] = [];
    const work = (fail: boolean) => async (tx: Tx) => {
      await tx.run(write, [34, null, '公开']);
      afterCommit(tx, async () => void seen.push(await transact(pool, system(34), bodies)));
      if (fail) throw new Error('no');
    };
    await expect(transact(pool, system(34), work(true))).rejects.toThrow('no');
    await transact(pool, system(34), work(false));
    expect(seen).toEqual([['公开']]);
  });

  test('a plan is kept for the one statement that wants it', async () => {
    const generic = `select generic_plans::integer as n from pg_prepared_statements where name = $1`;
    const seen = await transact(pool, system(9), async (tx) => {
      const kept = { name: 'test.kept', text: 'select body from note where id = $1' };
      const found = await runKept<{ body: string }>(tx, kept, [-1]);
      await tx.run({ name: 'test.unkept', text: 'select body from note where id = $1' }, [-1]);
      const plans = async (name: string) => (await tx.run({ name: '', text: generic }, [name]))[0];
      return [found, await plans('test.kept'), await plans('test.unkept')];
    });
    expect(seen).toEqual([[], { n: 1 }, { n: 0 }]);
  });

  test('typed SQL runs in the same transaction', async () => {
    const names = await transact(pool, system(35), async (tx) => {
      await tx.db.insertInto('city').values({ city: 35, name: '临江' }).execute();
      return tx.db.selectFrom('city').select(['name', 'created_at']).execute();
    });
    expect(names).toEqual([{ name: '临江', created_at: expect.any(Date) }]);
  });
});

test('values arrive as documented: bigint never rounded, a day without a time zone', async () => {
  const read = (text: string) => owner.query(text).then(({ rows }) => rows[0]);
  expect(
    await read(
      `select 9007199254740991::int8 as n, '{1,2}'::int8[] as ns, date '2023-03-14' as d, '{2023-03-14}'::date[] as ds`,
    ),
  ).toEqual({
    n: 9007199254740991,
    ns: [1, 2],
    d: '2023-03-14',
    ds: ['2023-03-14'],
  });
  await expect(read('select 9007199254740993::int8')).rejects.toThrow('without rounding');
});
