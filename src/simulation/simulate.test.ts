import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCity } from '../../test/support/city.ts';
import { testDatabase } from '../../test/support/database.ts';
import { aStaff, assignOne, does, seatThem, type Staff } from '../../test/support/staff.ts';
import { aCaller } from '../../test/support/callers.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { publishMechanism, registerItself } from '../matters/index.ts';
import { parseMechanism, type Mechanism } from '../mechanism/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { simulate, type Comparison } from './index.ts';

/** The shipped file with changes to its text; throws where a change finds nothing or makes a fault. */
function changed(...changes: [from: string | RegExp, to: string][]): Mechanism {
  let source = readFileSync(new URL('../../mechanisms/weekly-assignment.yaml', import.meta.url), 'utf8');
  for (const [from, to] of changes) {
    const after = source.replace(from, to);
    if (after === source) throw new Error(`the file has no ${String(from)}`);
    source = after;
  }
  const { mechanism, faults } = parseMechanism(source);
  if (!mechanism) throw new Error(JSON.stringify(faults));
  return mechanism;
}

/** Two working days to answer in place of the day that was named. */
const SHORTER = [/limit: due\n {4}otherwise: 5 workdays\n {4}pausable/u, 'limit: 2 workdays\n    pausable'] as const;
const at = (day: string, hour = '02') => new Date(`2026-03-${day}T${hour}:00:00Z`);
const { pool, owner } = await testDatabase();
const system = { city: 1, system: true } as const;
let units: Uuid[];
let staff: Staff;
let matters: Record<'quick' | 'slow' | 'late' | 'open', Uuid>;

/** Evidence, of which only that it is there matters. */
async function aFile(by = staff.desk): Promise<Uuid> {
  const id = uuidv7(at('16'));
  await owner.query(
    `insert into file (city, id, name, media_type, size, sha256, uploaded_by)
     values (1, $1, '验收单.pdf', 'application/pdf', 9, decode(repeat('0f', 32), 'hex'), $2)`,
    [id, by.seat],
  );
  return id;
}

/** Monday 16 March: four matters, due on Friday the 20th. One is answered on Wednesday, one on Friday, one a week later, one never. */
beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], at('16'));
  staff = await aStaff(pool, units, at('16'));
  await seatThem(pool, [aCaller({ role: 'mayor', unit: null, name: '某某', title: '市长' })], at('16'));
  const one = async (answered: string | null): Promise<Uuid> => {
    const id = await assignOne(pool, staff.office, units[0]!, at('16'), { due: '2026-03-20' });
    await does(pool, staff.desk, id, 'accept', {}, at('16', '03'));
    if (answered)
      await does(pool, staff.desk, id, 'answer', { result: '已完成', files: [await aFile()] }, at(answered));
    return id;
  };
  matters = { quick: await one('18'), slow: await one('20'), late: await one('27'), open: await one(null) };
});

const simulated = (mechanism: Mechanism, more: { from?: Date; until?: Date } = {}): Promise<Comparison> =>
  transact(pool, system, (tx) => simulate(tx, { city: 1, mechanism, from: at('01'), until: at('31', '10'), ...more }));
const numbers = async (...ids: Uuid[]): Promise<string[]> => {
  const { rows } = await owner.query<{ number: string }>('select number from matter where id = any ($1) order by id', [
    ids,
  ]);
  return rows.map(({ number }) => number);
};
const changesOf = ({ measures }: Comparison) =>
  Object.fromEntries(
    Object.entries(measures)
      .filter(([, { more, fewer, unknown }]) => more.length || fewer.length || unknown)
      .map(([name, { was, would, unknown }]) => [
        name,
        unknown ? `${was} → ${would} + ${unknown}?` : `${was} → ${would}`,
      ]),
  );

describe('a changed file, held against what was done', () => {
  test('the file in force changes nothing, and shows what its own ladder would have done', async () => {
    const found = await simulated(changed());
    expect(changesOf(found)).toEqual({});
    expect(found).toMatchObject({ matters: 4, unknown: [], unplayable: [], refused: [] });
    // Slips the day after the due day for the two that were not answered by then; each file's own ladder, climbed on its mornings.
    expect(found.measures.yellow).toMatchObject({ was: 2, would: 2 });
    expect(found.measures.late).toMatchObject({ was: 2 });
    // The office verified none of the three: its own time is told by its clock, and is no unit's.
    expect(found.clocks['verify']).toEqual({ was: 2, would: 2 });
    expect(found.measures.listed).toMatchObject({ was: 0 });
  });

  test('a shorter limit makes late what was in time, and names it', async () => {
    const found = await simulated(changed([...SHORTER]));
    expect(found.measures.late.more).toEqual(await numbers(matters.slow));
    expect(found.clocks['answer']).toEqual({ was: 2, would: 3 });
    // Due on Wednesday: on Thursday morning the slow one has its slip, before it was answered on Friday.
    expect(found.measures.yellow).toMatchObject({ was: 2, would: 3, more: await numbers(matters.slow) });
    expect(found.unknown).toEqual([]);
  });

  test('a right that was let pass makes nobody late', async () => {
    const right = (more: string): [string, string] => [
      'clocks:\n',
      `clocks:\n  right: { name: { zh: 异议期, en: To object }, scope: unit, from: [assign], until: [answer, close], limit: 1 workday${more} }\n`,
    ];
    expect((await simulated(changed(right('')))).clocks['right']).toEqual({ was: 0, would: 4 });
    expect((await simulated(changed(right(', lapses: true')))).clocks['right']).toBeUndefined();
  });

  test('a last day that counts to midnight makes nobody late on its evening', async () => {
    const wholeDay = changed([/(answer:[^]*?otherwise: 5 workdays)/u, '$1\n    wholeDay: true']);
    const on = async (until: Date) => (await simulated(wholeDay, { until })).clocks['answer'];
    expect(await on(at('20', '12'))).toEqual({ was: 2, would: 0 });
    expect(await on(at('20', '17'))).toEqual({ was: 2, would: 2 });
  });

  test('a longer one takes the slip back that there was', async () => {
    const found = await simulated(
      changed([/limit: due\n {4}otherwise: 5 workdays\n {4}pausable/u, 'limit: 30 workdays\n    pausable']),
    );
    expect(found.measures.yellow).toMatchObject({ was: 2, would: 0, fewer: await numbers(matters.late, matters.open) });
  });

  test('a rung that lists and raises does so on its day, and what would have followed then is unknown', async () => {
    const found = await simulated(
      changed([
        '- { at: 3 workdays after, slip: orange,',
        '- { at: 3 workdays after, slip: orange, list: 5 workdays, raise: mayor,',
      ]),
    );
    expect(found.measures.listed).toMatchObject({ was: 0, would: 2, more: await numbers(matters.late, matters.open) });
    expect(found.measures.raised.more).toEqual(await numbers(matters.late, matters.open));
    // Answered a week late by the unit: raised to the mayor on Wednesday, it could not have been.
    expect(found.unknown).toEqual(await numbers(matters.late));
    expect(found.refused).toMatchObject([{ kind: 'answer', n: 1, problem: { code: 'matter.raised-answers' } }]);
  });

  test('an act that nobody may do any more ends what can be said, not what had happened by then', async () => {
    const found = await simulated(
      changed(['answer: { by: [lead, co, raised]', 'answer: { by: [lead.head, co, raised]']),
    );
    expect(found.unknown).toEqual(await numbers(matters.quick, matters.slow, matters.late));
    // The late one had its slip before it was answered; of the two others nobody knows when the head would have.
    expect(found.measures.yellow).toMatchObject({ was: 2, would: 2, unknown: 2, more: [], fewer: [] });
  });

  test('only what was registered between the days counts, and what was done up to the end', async () => {
    expect((await simulated(changed(), { from: at('17') })).matters).toBe(0);
    const early = await simulated(changed(), { until: at('19') });
    expect(early.measures.yellow).toMatchObject({ was: 0 });
  });

  test('what the city opened of itself, as for the last of a ranking, is played like what somebody registered', async () => {
    const source = readFileSync(new URL('../../mechanisms/statement.yaml', import.meta.url), 'utf8');
    const asked = { id: uuidv7(at('17')), mechanism: 'statement', given: { text: '请首先表态发言' } };
    await transact(pool, system, async (tx) => {
      await publishMechanism(tx, system, { source }, at('16'));
      await registerItself(tx, 1, { ...asked, assign: { lead: units[0]!, co: [] } }, at('17'));
    });
    const found = await simulated(parseMechanism(source).mechanism!);
    expect(found).toMatchObject({ matters: 1, unplayable: [], refused: [] });
    expect(found.clocks['accept']).toEqual({ was: 1, would: 1 });
  });

  test('what today’s checks would refuse is taken as it was done: it ends no course, and is told of', async () => {
    // Whoever accepted and answered it sits elsewhere by now.
    const id = await assignOne(pool, staff.office, units[1]!, at('16'), { due: '2026-03-20' });
    await does(pool, staff.other, id, 'accept', {}, at('16', '03'));
    await does(pool, staff.other, id, 'answer', { result: '已完成', files: [await aFile(staff.other)] }, at('20'));
    await owner.query(`update seat set role = 'mayor', unit = null where id = $1`, [staff.other.seat]);
    try {
      const [number] = await numbers(id);
      const own = await simulated(changed());
      expect(own).toMatchObject({ matters: 5, unplayable: [], refused: [], unknown: [], asDone: [number] });
      expect(own.notAgain.map(({ kind, n }) => [kind, n])).toEqual([
        ['accept', 1],
        ['answer', 1],
      ]);
      expect(changesOf(own)).toEqual({});
      // What follows is the changed file's: with two working days it is late, and has its slip before it was answered.
      const shorter = await simulated(changed([...SHORTER]));
      expect(shorter.measures.late.more).toEqual(await numbers(matters.slow, id));
      expect(shorter.measures.yellow.more).toEqual(await numbers(matters.slow, id));
      expect(shorter.refused).toEqual([]);
    } finally {
      await owner.query(`update seat set role = 'handler', unit = $2 where id = $1`, [staff.other.seat, units[1]]);
    }
  });

  test('nothing is written', async () => {
    const counts = () =>
      owner.query('select (select count(*) from act), (select sum(seq) from matter)').then((r) => r.rows);
    const before = await counts();
    await simulated(changed([...SHORTER]));
    expect(await counts()).toEqual(before);
  });
});
