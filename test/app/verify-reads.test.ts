import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { run } from '../../src/app/cli/run.ts';
import { findUnits, openOriginator, openPerson } from '../../src/directory/index.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { act, openRound } from '../../src/matters/index.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { anAppeal, anAppealCity } from '../support/appeals.ts';
import { aCaller, anOriginator } from '../support/callers.ts';
import { aCity } from '../support/city.ts';
import { testDatabase } from '../support/database.ts';

const { url, applicationUrl, pool, owner } = await testDatabase();
const home = await mkdtemp(join(tmpdir(), 'huiyin-verify-'));
afterAll(() => rm(home, { recursive: true, force: true }));
const NOW = new Date('2026-03-16T02:00:00Z');
const CITY = 1;
const system = { city: CITY, system: true } as const;
const [unit] = (await aCity(pool, CITY, ['莲城市水务局'], NOW)) as [Uuid];
const [account, seat] = [uuidv7(NOW), uuidv7(NOW)];
const office = aCaller({ city: CITY, role: 'supervisor', unit: null });
await transact(pool, system, async (tx) => {
  const handler = { id: seat, unit, role: 'handler', title: '科员' } as const;
  await openPerson(
    tx,
    system,
    { id: account, login: 'shui', name: '林一帆', password: 'dongqu-2026', seat: handler },
    NOW,
  );
});
const item = { id: uuidv7(NOW), register: { text: '疏通东渠' }, assign: { lead: unit, co: [] } };
const meeting = {
  id: uuidv7(NOW),
  mechanism: 'weekly-assignment',
  year: 2026,
  number: 7,
  name: '周交办会',
  attendees: [],
};
await transact(pool, office, (tx) => openRound(tx, office, { ...meeting, heldOn: '2026-03-16', items: [item] }, NOW));

async function huiyin(command: string) {
  let said = '';
  const out = new Writable({
    write(chunk: Buffer, _, done) {
      said += chunk.toString();
      done();
    },
  });
  const code = await run([command], { stdin: Readable.from([]), stdout: out, stderr: out, lang: 'zh' });
  return { code, said };
}

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', url);
  vi.stubEnv('DATABASE_APP_URL', applicationUrl);
  vi.stubEnv('HUIYIN_DATA', home);
});
afterEach(() => vi.unstubAllEnvs());

/** As whoever owns the server could, for the while of a test. */
async function meddled(statement: string, look: () => Promise<void>): Promise<void> {
  const client = await owner.connect();
  const tables = ['act', 'entry', 'seat', 'tenure', 'login', 'number_series', 'unit_version', 'matter', 'migration'];
  await client.query('set session_replication_role = replica');
  for (const table of tables) await client.query(`create temp table kept_${table} as table ${table}`);
  try {
    await client.query(statement);
    await look();
  } finally {
    for (const table of tables) {
      const { rows } = await client.query<{ name: string }>(
        `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as name
         from information_schema.columns where table_schema = 'public' and table_name = $1`,
        [table],
      );
      const columns = rows[0]!.name;
      await client.query(
        `delete from ${table}; insert into ${table} (${columns}) overriding system value select ${columns} from kept_${table};
         drop table kept_${table}`,
      );
    }
    await client.query('set session_replication_role = default');
    client.release();
  }
}

const counted = async () =>
  (await owner.query('select (select count(*) from act) as acts, (select count(*) from entry) as entries')).rows[0];

describe('verify', { timeout: 60_000 }, () => {
  test('finds a ledger sound and leaves no trace in it', async () => {
    const before = await counted();
    expect(await huiyin('verify')).toMatchObject({ code: 0, said: expect.stringContaining('全部相符') });
    expect(await counted()).toEqual(before);
  });

  test.each([
    [
      'the acts and the entry of a seat are taken away',
      `delete from act where stream = '${seat}'; delete from entry where id = '${seat}'`,
      new RegExp(`${seat}.*没有它的任何行为`, 'u'),
    ],
    [
      'a seat is taken away, and of it only the entry is left',
      `delete from act where stream = '${seat}'; delete from seat where id = '${seat}'; delete from tenure`,
      new RegExp(`${seat}.*没有它的任何行为`, 'u'),
    ],
    ['an entry is taken away', `delete from entry where id = '${seat}'`, new RegExp(`岗位（${seat}）.*没有登记`, 'u')],
    ['nobody ever sat anywhere', 'delete from tenure', new RegExp(`岗位.*${seat}.*不符`, 'u')],
    ['an account is reached by another login', `update login set login = 'lai'`, new RegExp(`账号.*${account}`, 'u')],
    [
      'an account is reached by a second login',
      `insert into login values ('lai', 1, '${account}')`,
      new RegExp(`账号.*${account}`, 'u'),
    ],
    ['numbers are counted anew', 'delete from number_series', /编号序列“weekly-assignment\/2026\/7”/u],
  ])('%s: it is named, and named again: nothing is mended by looking', async (_, statement, says) => {
    await meddled(statement, async () => {
      const before = await counted();
      for (let n = 0; n < 2; n++) {
        const { code, said } = await huiyin('verify');
        expect(said).toMatch(says);
        expect(code).toBe(1);
      }
      expect(await counted()).toEqual(before);
    });
    expect(await huiyin('verify')).toMatchObject({ code: 0 });
  });

  test('an act in the name of a seat on which nobody sat is named by its id, and no act of whoever did', async () => {
    const noted = uuidv7(NOW);
    const desk = aCaller({ city: CITY, account, seat, role: 'handler', unit });
    await act(pool, desk, item.id, { id: noted, kind: 'note', given: { text: '看过' } }, NOW);
    const { code, said } = await huiyin('verify');
    expect(code).toBe(0);
    // The office of this test was never seated: its meeting and what it assigned there are named.
    expect(said).toMatch(/有 3 个行为发生的时候，岗位上没有人在任/u);
    expect(said).toContain(meeting.id);
    expect(said).toContain(`岗位 ${office.seat}`);
    expect(said).not.toContain(noted);
  });

  test('whoever raised a matter sits on no seat and is not named for it; somebody whom no register knows is', async () => {
    const other = await anAppealCity(pool, owner, 2, 1, NOW);
    const [known, stranger] = [anOriginator(), anOriginator()];
    const opener = { city: 2, system: true } as const;
    await transact(pool, opener, (tx) => openOriginator(tx, opener, { id: known.seat, kind: 'person' }, NOW));
    const judged = { stars: 5, solved: true, satisfied: true };
    await anAppeal(pool, other, { firm: known, judged }, NOW);
    await anAppeal(pool, other, { firm: stranger, judged }, NOW);
    const { code, said } = await huiyin('verify');
    expect(code).toBe(0);
    expect(said).not.toContain(`岗位 ${known.seat}`);
    expect(said.split(`岗位 ${stranger.seat}`)).toHaveLength(3);
  });

  test('a mark by which units are known to have changed says nothing of them: without it they are read as they are', async () => {
    await meddled('delete from unit_version', async () => {
      expect((await transact(pool, system, (tx) => findUnits(tx, CITY))).get(unit)?.name).toBe('莲城市水务局');
      expect(await huiyin('verify')).toMatchObject({ code: 0 });
    });
  });

  test('a database that is older than the program is named as such and not migrated', async () => {
    await meddled(`delete from migration where name = '0066_adoption.sql'`, async () => {
      expect(await huiyin('verify')).toMatchObject({ code: 1, said: expect.stringContaining('0066_adoption.sql') });
      const { rowCount } = await owner.query(`select from migration where name = '0066_adoption.sql'`);
      expect(rowCount).toBe(0);
    });
  });
});

describe.each(['verify', 'checkpoint', 'demo'])('%s where there is nothing', (command) => {
  test('an empty folder: it says so and makes nothing', async () => {
    const nowhere = join(home, `none-${command}`);
    vi.stubEnv('DATABASE_URL', '');
    vi.stubEnv('HUIYIN_DATA', nowhere);
    const { code, said } = await huiyin(command);
    expect(said).toContain('没有台账');
    expect(said).toContain('HUIYIN_DATA');
    expect(code).toBe(1);
    expect(existsSync(nowhere)).toBe(false);
  });

  test('an empty database: it says so and makes nothing', async () => {
    const name = `huiyin_test_empty_${process.pid}`;
    await owner.query(`create database ${name}`);
    try {
      const empty = new URL(url);
      empty.pathname = `/${name}`;
      vi.stubEnv('DATABASE_URL', empty.href);
      vi.stubEnv('DATABASE_APP_URL', '');
      expect(await huiyin(command)).toMatchObject({ code: 1, said: expect.stringContaining('没有台账') });
    } finally {
      await owner.query(`drop database ${name}`);
    }
  });

  test('no server: one sentence, no stack', async () => {
    vi.stubEnv('DATABASE_URL', 'postgres://x@127.0.0.1:1/none');
    vi.stubEnv('DATABASE_APP_URL', '');
    const { code, said } = await huiyin(command);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain('127.0.0.1:1 没有应答');
    expect(code).toBe(1);
  });
});
