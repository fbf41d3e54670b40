import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { addUnits } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { agenda } from './agenda.ts';
import { openRound, publishMechanism } from '../index.ts';

const { pool, owner } = await testDatabase();
const CITY = 1;
const MONDAY = new Date('2026-03-16T02:00:00Z');
const [water, roads, parks]: [Uuid, Uuid, Uuid] = [uuidv7(MONDAY), uuidv7(MONDAY), uuidv7(MONDAY)];
const office = aCaller({ role: 'supervisor', unit: null });
const waterDesk = aCaller({ unit: water });
const county = aCaller({ role: 'head', unit: roads, units: [roads, water] });
const parksDesk = aCaller({ unit: parks });
const system = { city: CITY, system: true } as const;

type Task = { text: string; lead: Uuid; co?: Uuid[]; due: string; confidential?: boolean };
const tasks: readonly Task[] = [
  ...[1, 2, 3, 4, 5].map((n) => ({ text: `第${n}段管网改造`, lead: water, due: '2026-03-20' })),
  { text: '打通断头路', lead: roads, co: [water], due: '2026-03-20' },
  { text: '核实一件举报', lead: parks, due: '2026-03-23', confidential: true },
  { text: '早该修好的桥', lead: roads, due: '2026-03-12' },
];
const ids = tasks.map(() => uuidv7(MONDAY));

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values ($1, '莲城市')`, [CITY]);
  const source = readFileSync(join(import.meta.dirname, '../../../mechanisms/weekly-assignment.yaml'), 'utf8');
  await transact(pool, system, async (tx) => {
    const units = [water, roads, parks].map((unit, n) => ({ id: unit, name: `第${n}局`, kind: 'department' as const }));
    await addUnits(tx, system, units, MONDAY);
    await publishMechanism(tx, { city: CITY, system: true }, { source }, MONDAY);
  });
  const items = tasks.map(({ text, lead, co = [], due, confidential = false }, n) => ({
    id: ids[n]!,
    register: { text, confidential },
    assign: { lead, co, due },
  }));
  const round = { id: uuidv7(MONDAY), mechanism: 'weekly-assignment', year: 2026, number: 1, name: '周交办会' };
  const given = { ...round, heldOn: '2026-03-09', attendees: [], items };
  await transact(pool, office, (tx) => openRound(tx, office, given, new Date('2026-03-09T02:00:00Z')));
});

const of = async (caller: Caller, from = '2026-03-09', until = '2026-03-29') => {
  const { days } = await transact(pool, caller, (tx) => agenda(tx, caller, { from, until }, MONDAY));
  return Object.fromEntries(days.filter(({ count }) => count > 0).map(({ day, count, rows }) => [day, [count, rows]]));
};
const counts = async (caller: Caller) =>
  Object.fromEntries(Object.entries(await of(caller)).map(([day, [count]]) => [day, count as number]));

describe('what falls due on which day', () => {
  it('is the whole city’s for the office, overdue days and confidential matters with it', async () => {
    expect(await counts(office)).toEqual({ '2026-03-12': 1, '2026-03-20': 6, '2026-03-23': 1 });
  });

  it('is a unit’s own for its handler, whether it leads or helps', async () => {
    // Of the bridge and the park nothing; of the dead-end street, in which it helps, its own deadline.
    expect(await counts(waterDesk)).toEqual({ '2026-03-20': 6 });
    expect(await counts(parksDesk)).toEqual({ '2026-03-23': 1 });
  });

  it('counts a matter of two units of one head once', async () => {
    expect(await counts(county)).toEqual({ '2026-03-12': 1, '2026-03-20': 6 });
  });

  it('shows the first four of a day that has more', async () => {
    const [count, rows] = (await of(waterDesk))['2026-03-20'] as [number, { due: string }[]];
    expect([count, rows.length]).toEqual([6, 4]);
    expect(new Set(rows.map(({ due }) => due))).toEqual(new Set(['2026-03-20']));
  });

  it('knows the days that are none to work on', async () => {
    const days = await transact(pool, office, (tx) =>
      agenda(tx, office, { from: '2026-09-20', until: '2026-10-01' }, MONDAY),
    );
    expect(days.days.at(0)).toMatchObject({ kind: 'makeup', working: true, count: 0 });
    expect(days.days.at(-1)).toMatchObject({ kind: 'holiday', holiday: { zh: '国庆节' } });
  });

  it.each([
    ['backwards', '2026-03-20', '2026-03-19'],
    ['longer than six weeks', '2026-03-01', '2026-04-12'],
  ])('refuses days %s and says how many there may be', async (_, from, until) => {
    await expect(of(office, from, until)).rejects.toMatchObject({
      problem: { code: 'matter.span-wrong', params: { from, until, most: 42 } },
    });
  });
});
