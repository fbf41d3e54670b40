import { expect, it } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { addUnits, directorySubjects, openPerson } from '../directory/index.ts';
import { nationalCalendar as calendar, uuidv7, type Uuid } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { dutyRoster, onDuty, setDutyRule } from './duty.acts.ts';
import { dutySubject } from './index.ts';

const { pool, owner } = await testDatabase();
const CITY = 1;
const NOW = new Date('2026-03-02T01:00:00Z');
const system = { city: CITY, system: true } as const;
const station: Uuid = uuidv7(NOW);
const admin = aCaller({ role: 'administrator', unit: null });
const handler = aCaller({ unit: station });
const rule = { unit: station, weekdays: [2, 4], people: 1, since: '2026-03-01' };

it('a station’s people take turns by its rule, of which the ledger holds every change', async () => {
  await owner.query(`insert into city (city, name) values ($1, '莲城市')`, [CITY]);
  await transact(pool, system, (tx) => addUnits(tx, system, [{ id: station, name: '调解站', kind: 'other' }], NOW));
  const seats: Uuid[] = [];
  for (const [n, name] of ['许若溪', '周文博'].entries()) {
    const at = new Date(NOW.getTime() + n * 1000);
    const seat = { id: uuidv7(at), unit: station, role: 'handler', title: '调解员' } as const;
    const person = { id: uuidv7(at), login: `station-${n}`, name, password: 'Test-1234-test', seat };
    await transact(pool, system, (tx) => openPerson(tx, system, person, at));
    seats.push(seat.id);
  }
  const set = (who: typeof admin, more: object = {}) =>
    transact(pool, who, (tx) => setDutyRule(tx, who, { id: uuidv7(NOW), ...rule, ...more }, NOW));
  await expect(set(handler)).rejects.toMatchObject({ problem: { code: 'duties.administrators-only' } });
  await set(admin);
  const span = { from: '2026-03-02', to: '2026-03-13' };
  const at = { calendar, now: new Date('2026-03-05T03:00:00Z') };
  const roster = await transact(pool, handler, (tx) => dutyRoster(tx, CITY, station, span, at));
  expect(roster.days.map(({ day, people }) => [day, ...people.map(({ name }) => name)])).toEqual([
    ['2026-03-03', '许若溪'],
    ['2026-03-05', '周文博'],
    ['2026-03-10', '许若溪'],
    ['2026-03-12', '周文博'],
  ]);
  expect([...(await transact(pool, handler, (tx) => onDuty(tx, CITY, station, at)))]).toEqual([seats[1]]);
  await set(admin, { weekdays: [1], people: 2 });
  const after = await transact(pool, handler, (tx) => dutyRoster(tx, CITY, station, span, at));
  expect(after.days.map(({ day, people }) => [day, people.length])).toEqual([
    ['2026-03-02', 2],
    ['2026-03-09', 2],
  ]);
  expect(
    await transact(pool, system, (tx) => verifyLedger(tx, CITY, [dutySubject, ...directorySubjects])),
  ).toMatchObject({ fault: null });
});
