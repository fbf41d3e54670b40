import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { anOriginator } from '../../../test/support/callers.ts';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { aStaff, does, type Staff } from '../../../test/support/staff.ts';
import { publishScheme } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { publishMechanism, registerByHand } from '../../matters/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { climbLadders } from './ladder.jobs.ts';

// What the files that are shipped press on, each with the ladder that it has.

const { pool, owner } = await testDatabase();
const system = { city: 1, system: true } as const;
const at = (day: string, time = '09:30'): Date => new Date(`2026-${day}T${time}:00+08:00`);
const BEGIN = at('03-02', '08:00');
const HOURS = [
  [540, 720],
  [840, 1080],
] as const;
const firm = anOriginator();
let staff: Staff;
let units: Uuid[];

beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], BEGIN);
  staff = await aStaff(pool, units, BEGIN);
  const category = { code: '0701', parent: null, zh: '证照办理', en: 'Licences', retired: false };
  const scheme = { key: 'appeals', name: { zh: '诉求分类', en: 'Appeals' }, categories: [category], seen: 0 };
  await transact(pool, system, async (tx) => {
    await publishScheme(tx, system, { id: uuidv7(BEGIN), ...scheme }, BEGIN);
    for (const file of ['statement', 'appeal']) {
      const source = readFileSync(join(import.meta.dirname, `../../../mechanisms/${file}.yaml`), 'utf8');
      await publishMechanism(tx, system, { source }, BEGIN);
    }
  });
});

/** Climbs in the morning of each of these days, and says what was done and who was told: `03-11 yellow, remind → desk, head`. */
async function pressed(matter: Uuid, days: readonly string[]): Promise<string[]> {
  const name = new Map(Object.entries(staff).map(([key, { seat }]) => [seat, key]));
  const found: string[] = [];
  for (const day of days) {
    await climbLadders(pool, 1, HOURS, at(day));
    const acts = await owner.query<{ kind: string; body: string }>(
      'select kind, body from act where city = 1 and stream = $1 and seat is null and at = $2 order by seq',
      [matter, at(day)],
    );
    const told = await owner.query<{ seat: Uuid }>(
      `select seat from notice where matter = $1 and subject like 'rung%' and at = $2`,
      [matter, at(day)],
    );
    const did = acts.rows.map(({ kind, body }) =>
      kind === 'slip' ? (JSON.parse(body) as { payload: { given: { color: string } } }).payload.given.color : kind,
    );
    const heard = told.rows.map(({ seat }) => name.get(seat) ?? 'another').toSorted();
    if (did.length || heard.length) found.push(`${day} ${did.join(', ')} → ${heard.join(', ')}`);
  }
  return found;
}

async function appeal(text: string): Promise<Uuid> {
  const id = uuidv7(BEGIN);
  const raised = { id, mechanism: 'appeal', given: { text, channel: 'web' } };
  await transact(pool, firm, (tx) => registerByHand(tx, firm, raised, at('03-02', '09:00')));
  return id;
}
async function inWork(text: string): Promise<Uuid> {
  const id = await appeal(text);
  await does(pool, staff.office, id, 'classify', { category: '0701' }, at('03-02', '09:10'));
  await does(pool, staff.office, id, 'assign', { lead: units[0], co: [] }, at('03-02', '09:20'));
  await does(pool, staff.desk, id, 'accept', {}, at('03-02', '10:00'));
  return id;
}

test('the unit that came last cannot sit it out: it is given slip after slip, and the city’s leaders hear of it', async () => {
  const id = uuidv7(BEGIN);
  const request = { id, mechanism: 'statement', given: { text: '首先表态发言' }, assign: { lead: units[0]!, co: [] } };
  await transact(pool, staff.office, (tx) => registerByHand(tx, staff.office, request, at('03-02', '09:00')));
  await does(pool, staff.desk, id, 'accept', {}, at('03-02', '10:00'));
  // To be said by Monday 9 March.
  expect(await pressed(id, ['03-05', '03-06', '03-10', '03-12', '03-16'])).toEqual([
    '03-06 blue → desk',
    '03-10 yellow, remind → desk, head',
    '03-12 orange → desk, head, office',
    '03-16 red → desk, head, mayor, office',
  ]);
});

test('and one that never says that it has heard of it is given one for that', async () => {
  const id = uuidv7(BEGIN);
  const request = { id, mechanism: 'statement', given: { text: '请首先发言' }, assign: { lead: units[0]!, co: [] } };
  await transact(pool, staff.office, (tx) => registerByHand(tx, staff.office, request, at('03-02', '09:00')));
  expect(await pressed(id, ['03-04', '03-05'])).toEqual([
    '03-04 remind → desk, head',
    '03-05 yellow → desk, head, office',
  ]);
});

test('a leader’s words that are not answered give a slip, and the leader hears of it', async () => {
  const id = await inWork('执照换发等了一个月');
  await does(pool, staff.mayor, id, 'instruct', { text: '请三日内报情况' }, at('03-03', '09:00'));
  expect(await pressed(id, ['03-05', '03-06', '03-09', '03-10'])).toEqual([
    '03-06  → desk',
    '03-09 yellow, remind → desk, head, mayor, office',
  ]);
});

test('a raised matter that is not answered is brought before whoever owes it, the office and the leaders', async () => {
  const id = await inWork('电价算错');
  await does(pool, staff.office, id, 'raise', { seat: staff.mayor.seat, reason: '牵涉多个部门' }, at('03-03', '09:00'));
  expect(await pressed(id, ['03-05', '03-06', '03-09'])).toEqual(['03-06  → mayor', '03-09  → mayor, office']);
});

test('what the office leaves lying goes to the leaders', async () => {
  const id = await appeal('门前断路');
  // To be assigned by Tuesday 3 March.
  expect(await pressed(id, ['03-03', '03-04', '03-05', '03-06'])).toEqual([
    '03-04  → office',
    '03-06  → mayor, office',
  ]);
});
