import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { addUnits, directorySubjects } from '../directory/index.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { transact } from '../platform/postgres/index.ts';
import type { ActRequest } from './contract.ts';
import { act, matterSubject, mechanismSubject, openRound, publishMechanism, roundSubject } from './index.ts';
import { list } from './lists/list.ts';
import { viewMatter } from './matter.view.ts';
import { workbench } from './lists/workbench.ts';

const { pool, owner } = await testDatabase();
const CITY = 1;
const MONDAY = new Date('2026-03-16T02:00:00Z');
const later = (hours: number): Date => new Date(MONDAY.getTime() + hours * 3_600_000);
const water: Uuid = uuidv7(MONDAY);
const roads: Uuid = uuidv7(MONDAY);
const parks: Uuid = uuidv7(MONDAY);
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });
const waterDesk = aCaller({ role: 'handler', unit: water });
const roadsDesk = aCaller({ role: 'handler', unit: roads });
const parksDesk = aCaller({ role: 'handler', unit: parks });
const system = { city: CITY, system: true } as const;
let number = 0;

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values ($1, '莲城市')`, [CITY]);
  const source = readFileSync(join(import.meta.dirname, '../../mechanisms/weekly-assignment.yaml'), 'utf8');
  await transact(pool, system, async (tx) => {
    await addUnits(
      tx,
      system,
      [
        { id: water, name: '莲城市水务局', kind: 'department' },
        { id: roads, name: '莲城市交通运输局', kind: 'department' },
        { id: parks, name: '莲城市园林局', kind: 'department' },
      ],
      MONDAY,
    );
    await publishMechanism(tx, { city: CITY, system: true }, { source }, MONDAY);
  });
});

/** A round with one matter for water (lead) and roads (co). */
async function aMatter(given: { confidential?: boolean } = {}): Promise<Uuid> {
  const matter = uuidv7(MONDAY);
  const item = {
    id: matter,
    register: { text: '六月底前完成老城区 36 个小区雨污分流管网改造', area: '城市建设', ...given },
    assign: { lead: water, co: [roads], due: '2026-03-20' },
  };
  const round = { id: uuidv7(MONDAY), mechanism: 'weekly-assignment', year: 2026, number: ++number, name: '周交办会' };
  await transact(pool, office, (tx) =>
    openRound(tx, office, { ...round, heldOn: '2026-03-16', attendees: [], items: [item] }, MONDAY),
  );
  return matter;
}
const request = (kind: ActRequest['kind'], given: Record<string, unknown> = {}): ActRequest => ({
  id: uuidv7(MONDAY),
  kind,
  given,
});
const does = (who: Caller, matter: Uuid, kind: ActRequest['kind'], given = {}, at = later(1)) =>
  act(pool, who, matter, request(kind, given), at);
const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { problem?: { code: string } }) => error.problem?.code ?? JSON.stringify(error),
  );
/** A file that this seat has uploaded. */
async function aFile(who: Caller): Promise<Uuid> {
  const row = {
    id: uuidv7(MONDAY),
    name: '验收单.pdf',
    media_type: 'application/pdf',
    size: 9,
    sha256: Buffer.alloc(32),
  };
  await transact(pool, who, (tx) =>
    tx.db
      .insertInto('file')
      .values({ city: CITY, ...row, uploaded_by: who.seat })
      .execute(),
  );
  return row.id;
}
const verify = () =>
  transact(pool, system, (tx) =>
    verifyLedger(tx, CITY, [matterSubject, roundSubject, mechanismSubject, ...directorySubjects]),
  );

const TABLES = { matter: 'id', assignment: 'matter', clock: 'matter', matter_words: 'matter' };
type Rows = { table: string; key: string; matter: Uuid; rows: unknown[] }[];

/** The rows of a matter, to be put back after a test has broken them. */
async function rowsOf(matter: Uuid): Promise<Rows> {
  const read = async ([table, key]: [string, string]) => {
    const { rows } = await owner.query<{ row: unknown }>(`select to_json(t) as row from ${table} t where ${key} = $1`, [
      matter,
    ]);
    return { table, key, matter, rows: rows.map((r) => r.row) };
  };
  return Promise.all(Object.entries(TABLES).map(read));
}

async function restore(kept: Rows): Promise<void> {
  const client = await owner.connect();
  await client.query('begin');
  for (const { table, key, matter } of kept.toReversed())
    await client.query(`delete from ${table} where ${key} = $1`, [matter]);
  for (const { table, rows } of kept) {
    const put = `insert into ${table} select * from json_populate_recordset(null::${table}, $1)`;
    await client.query(put, [JSON.stringify(rows)]);
  }
  await client.query('commit');
  client.release();
}

describe('acts in the ledger', () => {
  it('opens a round whose matters stand in the workbenches of their units, and nowhere else', async () => {
    const matter = await aMatter();
    const benches = await Promise.all(
      [waterDesk, roadsDesk, parksDesk].map((who) => transact(pool, who, (tx) => workbench(tx, who, {}, later(1)))),
    );
    expect(benches.map((b) => b.todos.filter((t) => t.row.id === matter).map((t) => t.act))).toEqual([
      ['accept'],
      ['accept'],
      [],
    ]);
  });

  it('gives the same act sent twice, or twenty times at once, one place in the ledger and one answer', async () => {
    const matter = await aMatter();
    const accept = request('accept');
    const answers = await Promise.all(Array.from({ length: 20 }, () => act(pool, waterDesk, matter, accept, later(1))));
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    const { rows } = await owner.query('select count(*)::int as n from act where stream = $1', [matter]);
    expect(rows[0]).toEqual({ n: 3 });
  });

  it('refuses one id for two different acts', async () => {
    const matter = await aMatter();
    const first = request('accept');
    await act(pool, waterDesk, matter, first, later(1));
    expect(
      await code(act(pool, waterDesk, matter, { ...first, kind: 'refuse', given: { reason: '不归我局' } }, later(2))),
    ).toBe('matter.act-id-reused');
  });

  it('refuses one id for the acts of two seats, though they say the same', async () => {
    const matter = await aMatter();
    const note = request('note', { text: '已阅' });
    await act(pool, office, matter, note, later(1));
    expect(await code(act(pool, waterDesk, matter, note, later(2)))).toBe('matter.act-id-reused');
  });

  it('refuses a day that no calendar reaches, so that every list can still be drawn', async () => {
    const matter = await aMatter();
    const far = { lead: water, co: [], due: '9999-12-31' };
    expect(await code(does(office, matter, 'assign', far))).toBe('matter.day-too-far');
    expect(await code(does(waterDesk, matter, 'extend', { until: '2206-12-01', reason: '笔误' }))).toBe(
      'matter.day-too-far',
    );
  });

  it('shows a day that an older program took beyond every calendar: on its page, in the ledger, on the workbench', async () => {
    const matter = await aMatter();
    const kept = await rowsOf(matter);
    const due_at = '9999-12-31T10:00:00Z';
    await owner.query(
      `update matter set state = replace(state, '2026-03-20', '9999-12-31'), due_at = $2 where id = $1`,
      [matter, due_at],
    );
    for (const table of ['assignment', 'clock'])
      await owner.query(`update ${table} set due_at = $2 where matter = $1`, [matter, due_at]);
    const { row, clocks } = await transact(pool, office, (tx) => viewMatter(tx, office, matter, later(1)));
    expect(row).toMatchObject({ due: '9999-12-31', slip: 'calm' });
    expect(clocks.find(({ unit, clock }) => unit === water && clock === 'answer')).toMatchObject({ due: '9999-12-31' });
    const { rows } = await transact(pool, waterDesk, (tx) => list(tx, waterDesk, { limit: 200 }, later(1)));
    expect(rows.find(({ id }) => id === matter)).toMatchObject({ due: '9999-12-31' });
    const { todos } = await transact(pool, waterDesk, (tx) => workbench(tx, waterDesk, {}, later(1)));
    expect(todos.map((todo) => todo.row.id)).toContain(matter);
    await restore(kept);
  });

  it('lets one of two who act at once on the same page win, and shows the other what moved', async () => {
    const matter = await aMatter();
    const seen = (await transact(pool, waterDesk, (tx) => viewMatter(tx, waterDesk, matter, later(1)))).row.seq;
    const [one, two] = [
      { ...request('accept'), seen },
      { ...request('refuse', { reason: '职责不符' }), seen },
    ];
    const outcomes = await Promise.all([one, two].map((r) => code(act(pool, waterDesk, matter, r, later(1)))));
    expect(outcomes.toSorted()).toEqual(['done', 'matter.moved-on']);
  });

  it('keeps a confidential matter from units that have no part in it, whatever they ask', async () => {
    const matter = await aMatter({ confidential: true });
    expect(await code(transact(pool, parksDesk, (tx) => viewMatter(tx, parksDesk, matter, MONDAY)))).toBe(
      'matter.not-found',
    );
    expect(await code(does(parksDesk, matter, 'note', { text: '看看' }))).toBe('matter.not-found');
    const page = await transact(pool, parksDesk, (tx) => list(tx, parksDesk, { q: '雨污分流' }, MONDAY));
    expect(page.rows.map((r) => r.id)).not.toContain(matter);
    for (const table of ['matter', 'assignment', 'clock', 'matter_words', 'act']) {
      const column = table === 'act' ? 'stream' : table === 'matter' ? 'id' : 'matter';
      const rows = await transact(pool, parksDesk, (tx) =>
        tx.run({ name: `peek-${table}`, text: `select 1 from ${table} where ${column} = $1` }, [matter]),
      );
      expect(rows, table).toEqual([]);
    }
    expect((await transact(pool, waterDesk, (tx) => viewMatter(tx, waterDesk, matter, MONDAY))).row.id).toBe(matter);
  });

  it('is found by its number as it is said: 46-5 for 46-05', async () => {
    const matter = await aMatter({});
    const { row } = await transact(pool, waterDesk, (tx) => viewMatter(tx, waterDesk, matter, MONDAY));
    const q = row.number.replace(/^.*〕(\d+)-0(\d)$/u, '$1-$2');
    expect(q).toMatch(/^\d+-\d$/u);
    const { rows } = await transact(pool, waterDesk, (tx) => list(tx, waterDesk, { q, scope: 'all' }, MONDAY));
    expect(rows.map(({ id }) => id)).toContain(matter);
  });

  it('refuses as evidence a file that the seat may not see', async () => {
    const matter = await aMatter();
    await does(waterDesk, matter, 'accept');
    const given = { text: '见附件', files: [await aFile(parksDesk)] };
    expect(await code(does(waterDesk, matter, 'report', given))).toBe('matter.file-not-found');
  });

  it('finds a matter by any fragment of two characters or more', async () => {
    const matter = await aMatter();
    for (const q of ['雨污', '污分流管', '老城区', '36个', '36 个小区', `${number}-01`, `交办[2026]${number}-01`]) {
      const page = await transact(pool, office, (tx) => list(tx, office, { q }, MONDAY));
      expect(
        page.rows.map((r) => r.id),
        q,
      ).toContain(matter);
    }
  });

  it('strikes a matter off after answer, verification and closing, and verify finds the whole ledger sound', async () => {
    const matter = await aMatter();
    const [plan, file] = [await aFile(roadsDesk), await aFile(waterDesk)];
    await does(waterDesk, matter, 'accept');
    await does(roadsDesk, matter, 'accept');
    await does(waterDesk, matter, 'report', { text: '管沟开挖过半', percent: 50 });
    expect(await code(does(waterDesk, matter, 'answer', { result: '完成', files: [file] }))).toBe(
      'matter.co-units-not-answered',
    );
    await does(roadsDesk, matter, 'answer', { result: '交通导改完成', files: [plan] });
    await does(waterDesk, matter, 'answer', { result: '全线完工', files: [file] });
    await does(office, matter, 'verify');
    expect((await does(office, matter, 'close')).stage).toBe('closed');
    expect(await verify()).toMatchObject({ fault: null });
  });

  it.each([
    ['an assignment that is gone', "delete from assignment where matter = $1 and part = 'co'", 'assignments'],
    ['a deadline that was moved', "update clock set due_at = due_at + interval '1 day' where matter = $1", 'clocks'],
    ['a search that passes it over', "update matter_words set units = '{}' where matter = $1", 'words'],
    ['words under which nobody would find it', "update matter_words set words = '别的' where matter = $1", 'words'],
    [
      'an index of words with one missing',
      "update matter_words set grams = ts_delete(grams, '雨污') where matter = $1",
      'words',
    ],
    [
      'a thing to do that was taken off the desk',
      "update matter set todo_at = 'infinity', due_at = 'infinity' where id = $1",
      'matter',
    ],
  ])('finds in the tables %s', async (_, tamper, table) => {
    const matter = await aMatter();
    const before = await rowsOf(matter);
    await owner.query(tamper, [matter]);
    expect((await verify()).fault).toMatchObject({
      code: 'matter.verify-projection-differs',
      params: { matter, table },
    });
    await restore(before);
    expect((await verify()).fault).toBeNull();
  });

  it('names the first act that somebody altered behind its back, and a projection that was', async () => {
    const matter = await aMatter();
    await owner.query(`update matter set todo = 'close' where id = $1`, [matter]);
    expect((await verify()).fault).toMatchObject({
      code: 'matter.verify-projection-differs',
      params: { matter, table: 'matter' },
    });
    await owner.query(`update matter set todo = null where id = $1`, [matter]);
    await owner.query('alter table act disable trigger act_stays');
    await owner.query(`update act set body = replace(body, '老城区', '新城区') where stream = $1 and seq = 1`, [
      matter,
    ]);
    await owner.query('alter table act enable trigger act_stays');
    expect((await verify()).fault).toMatchObject({ code: 'ledger.hash-differs', params: { stream: matter, seq: 1 } });
  });
});
