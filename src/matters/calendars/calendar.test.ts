import { beforeAll, describe, expect, it } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { directorySubjects } from '../../directory/index.ts';
import {
  agendaRoutes,
  calendarRoutes,
  calendarSubject,
  matterRoutes,
  matterSubject,
  mechanismSubject,
} from '../index.ts';

const { pool, owner } = await testDatabase();
/** A Monday. */
const NOW = new Date('2026-03-16T02:00:00Z');
let at = NOW.getTime();
/** A clock that goes on: one thing happens after the other. */
const now = () => new Date((at += 100));
const administrator = aCaller({ role: 'administrator', unit: null });
const office = aCaller({ role: 'supervisor', unit: null });
let app: TestHttp;
let unit: Uuid;
beforeAll(async () => {
  [unit] = (await aCity(pool, 1, ['市水务局'], NOW)) as [Uuid];
  app = await testHttp(pool, [administrator, office], {
    routes: [calendarRoutes, agendaRoutes, matterRoutes],
    now,
  });
});

const get = async (who: Caller, url: string) => (await app.ask(who, { url })).json();
const amend = async (who: Caller, day: string, working: boolean | null, id = uuidv7(NOW)) =>
  (
    await app.ask(who, {
      method: 'POST',
      url: '/api/calendar/amendments',
      payload: { id, day, working, reason: '台风' },
    })
  ).json();
/** When a matter that is assigned now, without a date of its own, falls due: five working days. */
const dueOf = async (): Promise<{ id: Uuid; due: string }> => {
  const id = uuidv7(NOW);
  const payload = {
    id,
    mechanism: 'weekly-assignment',
    given: { text: '排涝' },
    assign: { lead: unit, co: [], due: null },
  };
  await app.ask(office, { method: 'POST', url: '/api/matters', payload });
  return { id, due: (await get(office, `/api/matters/${id}`)).row.due };
};

describe('a day on which the city differs', () => {
  it('is a day off for what starts from now on; what runs already keeps its day', async () => {
    const before = await dueOf();
    expect(before.due).toBe('2026-03-23');
    expect((await get(office, '/api/calendar/days/2026-03-18')).running).toBeGreaterThan(0);
    const id = uuidv7(NOW);
    expect(await amend(office, '2026-03-18', false)).toMatchObject({
      code: 'calendar.administrators-only',
      status: 403,
    });
    expect(await amend(administrator, '2026-03-18', false, id)).toBeNull();
    expect(await amend(administrator, '2026-03-18', false, id)).toBeNull();
    expect((await dueOf()).due).toBe('2026-03-24');
    expect((await get(office, `/api/matters/${before.id}`)).row.due).toBe('2026-03-23');
    const { days, version } = await get(office, '/api/calendar?from=2026-03-18&until=2026-03-18');
    expect(days).toMatchObject([{ working: false, kind: 'amended', reason: '台风' }]);
    expect(version).toMatch(/\+1$/);
  });

  it('is pointed out where a matter falls due on it: the day stands, and whoever amends it knows beforehand', async () => {
    const { id, due } = await dueOf();
    const outlook = () => get(administrator, `/api/calendar/days/${due}`);
    const { due: many, read } = await outlook();
    expect(many).toBeGreaterThan(0);
    expect(read).toBe(many);
    const secret = uuidv7(NOW);
    await app.ask(office, {
      method: 'POST',
      url: '/api/matters',
      payload: {
        id: secret,
        mechanism: 'weekly-assignment',
        given: { text: '核实线索', confidential: true },
        assign: { lead: unit, co: [], due },
      },
    });
    expect(await outlook()).toMatchObject({ due: many + 1, read: many });

    const clocks = async () =>
      (await get(office, `/api/matters/${id}`)).clocks as { due: string; freed: string | null }[];
    expect((await clocks()).map(({ freed }) => freed)).not.toContain('台风');
    expect(await amend(administrator, due, false)).toBeNull();
    const own = (await clocks()).filter((clock) => clock.due === due);
    expect(own.length).toBeGreaterThan(0);
    expect(own.map(({ freed }) => freed)).toEqual(own.map(() => '台风'));
    expect((await clocks()).filter((clock) => clock.due !== due).every(({ freed }) => freed === null)).toBe(true);
    const { days } = await get(office, `/api/agenda?from=${due}&until=${due}`);
    expect(days).toMatchObject([{ day: due, working: false, kind: 'amended', count: many + 1 }]);
    expect(await amend(administrator, due, null)).toBeNull();
    expect((await clocks()).map(({ freed }) => freed)).not.toContain('台风');
  });

  it('can be given back, which is another version and not the first one', async () => {
    expect(await amend(administrator, '2026-03-18', null)).toBeNull();
    expect((await dueOf()).due).toBe('2026-03-23');
    const { version, rows } = await get(office, '/api/calendar/amendments');
    expect(version).toMatch(/\+4$/);
    expect(rows.map(({ working }: { working: boolean | null }) => working)).toEqual([null, null, false, false]);
  });

  it('lies today or later, and differs from what it was', async () => {
    expect(await amend(administrator, '2026-03-15', true)).toMatchObject({ code: 'calendar.day-past' });
    expect(await amend(administrator, '2026-03-17', true)).toMatchObject({ code: 'calendar.changes-nothing' });
    expect(await amend(administrator, '2026-03-17', null)).toMatchObject({ code: 'calendar.changes-nothing' });
  });

  it('stands on an act: a reason altered in the table is found', async () => {
    const subjects = [matterSubject, mechanismSubject, calendarSubject, ...directorySubjects];
    const fault = async () =>
      (await transact(pool, { city: 1, system: true }, (tx) => verifyLedger(tx, 1, subjects))).fault;
    expect(await fault()).toBeNull();
    await owner.query(`update calendar_amendment set reason = '暴雨'`);
    expect(await fault()).toMatchObject({ code: 'ledger.entry-rows-differ', params: { noun: 'calendar' } });
  });
});
