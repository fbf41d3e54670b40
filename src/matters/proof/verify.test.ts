import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { FIRST_UUID, LAST_UUID, uuidv7, type Uuid } from '../../kernel/index.ts';
import { appendActs, findAct, payloadOf, sealAct, verifyLedger } from '../../ledger/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { directorySubjects } from '../../directory/index.ts';
import { act, matterSubject, mechanismSubject, openRound, roundSubject } from '../index.ts';
import { registerByHand } from '../register.acts.ts';

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
let cities = 0;

/** A city with one round of one matter, which its unit accepted and reported on with a photograph. */
async function aLedger() {
  const city = ++cities;
  const [unit] = (await aCity(pool, city, ['莲城市水务局'], NOW)) as [Uuid];
  const office = aCaller({ city, role: 'supervisor', unit: null, name: '沈知远' });
  const desk = aCaller({ city, role: 'handler', unit });
  const [round, matter, file, report] = [uuidv7(NOW), uuidv7(NOW), uuidv7(NOW), uuidv7(NOW)];
  const item = { id: matter, register: { text: '疏通东渠' }, assign: { lead: unit, co: [], due: '2026-03-20' } };
  const attendees = [{ name: '沈知远', post: null }];
  const meeting = { id: round, mechanism: 'weekly-assignment', year: 2026, number: 7, name: '周交办会', attendees };
  await transact(pool, office, (tx) => openRound(tx, office, { ...meeting, heldOn: '2026-03-16', items: [item] }, NOW));
  const sha256 = createHash('sha256').update('现场照片').digest();
  const kept = { city, id: file, name: '现场.png', media_type: 'image/png', size: 12, sha256, uploaded_by: desk.seat };
  await transact(pool, desk, (tx) => tx.db.insertInto('file').values(kept).execute());
  await act(pool, desk, matter, { id: uuidv7(NOW), kind: 'accept', given: {} }, NOW);
  await act(pool, desk, matter, { id: report, kind: 'report', given: { text: '已开工', files: [file] } }, NOW);
  const system = { city, system: true } as const;
  const verify = async () =>
    (
      await transact(pool, system, (tx) =>
        verifyLedger(tx, city, [matterSubject, roundSubject, mechanismSubject, ...directorySubjects]),
      )
    ).fault;
  return { city, round, matter, file, report, system, verify };
}

/** As whoever owns the server could: guards, foreign keys and policies asleep. */
async function meddle(statement: string, values: unknown[]): Promise<void> {
  const client = await owner.connect();
  await client.query('begin; set local session_replication_role = replica');
  await client.query(statement, values);
  await client.query('commit');
  client.release();
}

describe('a file that was attached', () => {
  test('the act keeps its hash, name and size', async () => {
    const { city, file, report, system } = await aLedger();
    const stored = await transact(pool, system, (tx) => findAct(tx, city, report));
    const sha256 = createHash('sha256').update('现场照片').digest('hex');
    expect(payloadOf(stored!)).toMatchObject({
      effects: [{ do: 'attach', file: { id: file, name: '现场.png', size: 12, sha256 } }],
    });
  });

  test.each([
    ['name', `name = '别处.png'`, '现场.png', '别处.png'],
    ['size', 'size = 13', 12, 13],
    ['sha256', `sha256 = sha256('另一张')`, expect.any(String), expect.any(String)],
  ])('its %s altered in the table is found, and names the act and the file', async (field, change, was, is) => {
    const { city, matter, file, report, verify } = await aLedger();
    expect(await verify()).toBeNull();
    await meddle(`update file set ${change} where city = $1`, [city]);
    expect(await verify()).toMatchObject({
      code: 'matter.verify-file-differs',
      params: { matter, act: report, file, name: '现场.png', field, was, is },
    });
  });

  test('gone from the table it is missed by name', async () => {
    const { city, file, report, verify } = await aLedger();
    await meddle('delete from file where city = $1', [city]);
    expect(await verify()).toMatchObject({
      code: 'matter.verify-file-missing',
      params: { act: report, file, name: '现场.png' },
    });
  });

  test('an act of before its hash was kept stays valid', async () => {
    const { city, matter, file, system, verify } = await aLedger();
    const { rows } = await owner.query('select body, hash from act where stream = $1 and seq = 4', [matter]);
    const { payload, ...head } = JSON.parse(rows[0].body);
    const old = sealAct(
      (await transact(pool, system, (tx) => findAct(tx, city, head.id)))!.prev,
      { ...head, at: new Date(head.at) },
      { ...payload, effects: [] },
    );
    await meddle(`update act set body = $1, hash = decode($2, 'hex') where id = $3`, [old.body, old.hash, old.id]);
    await meddle(`update matter set hash = decode($1, 'hex') where id = $2`, [old.hash, matter]);
    await meddle(`update file set name = '别处.png' where id = $1`, [file]);
    expect(await verify()).toBeNull();
  });
});

describe('the mechanism under which something was opened', () => {
  test('a word of its text altered afterwards is found, and names the matter and the version', async () => {
    const { city, matter, verify } = await aLedger();
    await meddle(
      `update mechanism set source = replace(source, 'limit: 1 workday', 'limit: 9 workdays') where city = $1`,
      [city],
    );
    expect(await verify()).toMatchObject({
      code: 'matter.verify-mechanism-differs',
      params: { matter, mechanism: 'weekly-assignment', version: 1 },
    });
  });

  test('so it is by a round, where no matter tells', async () => {
    const { city, round, system } = await aLedger();
    await meddle(`update mechanism set source = source || ' ' where city = $1`, [city]);
    const { streams } = await transact(pool, system, async (tx) => {
      const opening = (await findAct(tx, city, round))!;
      return { streams: [{ id: round, acts: [{ stored: opening, payload: payloadOf(opening) }] }] };
    });
    const within = { from: FIRST_UUID, upTo: round };
    expect(await transact(pool, system, (tx) => roundSubject.check(tx, city, streams, within))).toMatchObject({
      code: 'matter.verify-round-differs',
      params: { round, field: 'mechanism.source' },
    });
  });
});

describe('a stream of the lowest and of the highest id that there can be', () => {
  test.each([
    ['lowest', FIRST_UUID],
    ['highest', LAST_UUID],
  ])('%s: its acts are read, and its matter altered is found', async (_, id) => {
    const { city, verify } = await aLedger();
    const office = aCaller({ city, role: 'supervisor', unit: null });
    const asked = { id, mechanism: 'weekly-assignment', given: { text: '疏通西渠' } };
    // As before callers' ids were held to version 7.
    await transact(pool, office, (tx) => registerByHand(tx, office, asked, NOW));
    expect(await verify()).toBeNull();
    await meddle(`update matter set area = '别处' where id = $1`, [id]);
    expect(await verify()).toMatchObject({ code: 'matter.verify-projection-differs', params: { matter: id } });
    await meddle(`update matter set area = null where id = $1`, [id]);
    await meddle(`update act set body = replace(body, '疏通西渠', '疏通北渠') where stream = $1`, [id]);
    expect(await verify()).toMatchObject({ code: 'ledger.hash-differs', params: { stream: id } });
  });
});

describe('the row of a round', () => {
  test.each([
    ['year', 'year = 2025'],
    ['number', 'number = 8'],
    ['name', `name = '另一次会议'`],
    ['heldOn', `held_on = '2026-03-17'`],
    ['attendees', `attendees = '[]'`],
    ['draft', `draft = gen_random_uuid()`],
    ['openedBy', `opened_by = '别人'`],
    ['seq', 'seq = 2'],
    ['at', `created_at = created_at + interval '1 second'`],
    ['hash', `hash = sha256('')`],
  ])('its %s altered is found by name', async (field, change) => {
    const { city, round, verify } = await aLedger();
    await meddle(`update round set ${change} where city = $1`, [city]);
    expect(await verify()).toMatchObject({ code: 'matter.verify-round-differs', params: { round, act: round, field } });
  });

  test('gone it is missed, and so is a matter that it assigned, with all its acts', async () => {
    const { city, round, matter, verify } = await aLedger();
    await meddle('delete from act where stream = $1', [matter]);
    for (const table of ['assignment', 'clock', 'matter_words', 'matter_fact', 'attachment'])
      await meddle(`delete from ${table} where matter = $1`, [matter]);
    await meddle('delete from matter where id = $1', [matter]);
    expect(await verify()).toMatchObject({ code: 'matter.verify-round-lacks', params: { round, matter } });
    await meddle('delete from round where city = $1', [city]);
    expect(await verify()).toMatchObject({ code: 'matter.verify-round-missing', params: { round } });
  });
});

/** Another value for a column of that type, whatever stands there. */
const ANOTHER: Record<string, (column: string) => string> = {
  text: (c) => `coalesce(${c}, '') || 'x'`,
  int4: (c) => `${c} + 1000`,
  int8: (c) => `coalesce(${c}, 0) + 1000`,
  bool: (c) => `not ${c}`,
  timestamptz: (c) => `case when isfinite(${c}) then ${c} + interval '1 second' else '2026-01-01' end`,
  date: (c) => `coalesce(${c}, '2026-01-01') + 1`,
  uuid: () => 'gen_random_uuid()',
  _uuid: (c) => `array_append(${c}, gen_random_uuid())`,
  _text: (c) => `array_append(${c}, 'x')`,
  bytea: () => `sha256('')`,
  tsvector: () => `''`,
};
const { rows: columns } = await owner.query<{ table: string; column: string; type: string }>(`
  select table_name as table, column_name as column, udt_name as type from information_schema.columns
  where table_schema = 'public' and table_name in ('matter', 'assignment', 'clock', 'matter_words', 'matter_fact', 'attachment')
    and column_name <> 'city' order by 1, ordinal_position`);
// What the tables forbid anyway would otherwise keep some columns from being altered.
const { rows: checks } = await owner.query<{ table: string; name: string }>(
  `
  select conrelid::regclass::text as table, conname as name from pg_constraint where contype = 'c' and conrelid::regclass::text = any ($1)`,
  [['matter', 'assignment', 'clock', 'matter_fact']],
);
for (const { table, name } of checks) await owner.query(`alter table ${table} drop constraint ${name}`);

describe('the rows of a matter', () => {
  test.each(columns)('$table, $column: altered it is found', async ({ table, column, type }) => {
    const { city, verify } = await aLedger();
    await meddle(`update ${table} set ${column} = ${ANOTHER[type]!(column)} where city = $1`, [city]);
    const fault = await verify();
    expect(fault?.code).toMatch(
      /^(matter\.verify-(projection|head|state)-differs|matter\.verify-row-astray|ledger\.row-without-acts)$/u,
    );
  });

  test.each([
    ['matter', 'number', 'matter'],
    ['matter', 'paused', 'matter'],
    ['assignment', 'stance', 'assignments'],
    ['clock', 'due_at', 'clocks'],
    ['matter_words', 'grams', 'words'],
    ['matter_fact', 'marks', 'facts'],
    ['matter_fact', 'until', 'facts'],
    ['attachment', 'file', 'attachments'],
  ])('the matter and the table are named: %s.%s', async (table, column, named) => {
    const { city, matter, verify } = await aLedger();
    const { type } = columns.find((c) => c.table === table && c.column === column)!;
    await meddle(`update ${table} set ${column} = ${ANOTHER[type]!(column)} where city = $1`, [city]);
    expect(await verify()).toMatchObject({
      code: 'matter.verify-projection-differs',
      params: { matter, table: named },
    });
  });

  test('rows of a matter that is not there are named', async () => {
    const { city, verify } = await aLedger();
    const forged = uuidv7(NOW);
    await meddle(`insert into attachment (city, file, matter) select city, id, $2 from file where city = $1`, [
      city,
      forged,
    ]);
    expect(await verify()).toMatchObject({
      code: 'matter.verify-row-astray',
      params: { table: 'attachment', matter: forged },
    });
  });

  test('one that stands on no act is named', async () => {
    const { city, matter, verify } = await aLedger();
    const forged = uuidv7(NOW);
    await meddle(
      `insert into matter select (json_populate_record(m, json_build_object('id', $1::uuid, 'number', '伪造'))).* from matter m where city = $2`,
      [forged, city],
    );
    expect(await verify()).toMatchObject({
      code: 'ledger.row-without-acts',
      params: { opens: 'register', id: forged },
    });
    expect(matter).not.toBe(forged);
  });

  test('one of which all acts are gone is named, though it is the last', async () => {
    const { matter, verify } = await aLedger();
    await meddle('delete from act where stream = $1', [matter]);
    expect(await verify()).toMatchObject({ code: 'ledger.row-without-acts', params: { id: matter } });
  });
});

test('an act that opens nothing that anybody knows is named', async () => {
  const { city, system, verify } = await aLedger();
  const stream = uuidv7(NOW);
  const stray = sealAct(null, { city, stream, seq: 1, id: stream, kind: 'conjure', seat: null, at: NOW }, {});
  await transact(pool, system, (tx) => appendActs(tx, [stray]));
  expect(await verify()).toMatchObject({ code: 'ledger.unknown-subject', params: { stream, kind: 'conjure' } });
});
