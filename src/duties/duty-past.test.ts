import { expect, it } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { addUnits, changeSeat, directorySubjects, openPerson } from '../directory/index.ts';
import { nationalCalendar as calendar, uuidv7, type Uuid } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { changeDuties, dutyRoster, dutyToday, onDuty, setDutyRule } from './duty.acts.ts';
import { dutyRules } from './history.acts.ts';
import { dutySubjects } from './index.ts';

const { pool, owner } = await testDatabase();
const CITY = 1;
const BEGAN = new Date('2026-03-02T01:00:00Z');
const system = { city: CITY, system: true } as const;
const office = aCaller({ role: 'supervisor', unit: null });
await owner.query(`insert into city (city, name) values ($1, '莲城市')`, [CITY]);

const verified = () => transact(pool, system, (tx) => verifyLedger(tx, CITY, [...dutySubjects, ...directorySubjects]));
const code = (name: string) => ({ problem: { code: `duties.${name}` } });

async function aStation(name: string): Promise<Uuid> {
  const unit = uuidv7(BEGAN);
  await transact(pool, system, (tx) => addUnits(tx, system, [{ id: unit, name, kind: 'other' }], BEGAN));
  return unit;
}
let logins = 0;
async function come(unit: Uuid, name: string, at: Date) {
  const seat = { id: uuidv7(at), unit, role: 'handler', title: '调解员' } as const;
  const person = { id: uuidv7(at), login: `past-${logins++}`, name, password: 'Test-1234-test', seat };
  await transact(pool, system, (tx) => openPerson(tx, system, person, at));
  return { seat: seat.id, account: person.id };
}
const rosterAt = (unit: Uuid, [from, to]: [string, string], now: Date) =>
  transact(pool, office, (tx) => dutyRoster(tx, office, unit, { from, to }, { calendar, now }));
type Roster = Awaited<ReturnType<typeof rosterAt>>;
const named = ({ days }: Roster) => days.map(({ day, people }) => [day.slice(5), ...people.map(({ name }) => name)]);
const counted = ({ staff }: Roster) => staff.map(({ name, count, year }) => [name, count, year]);

it('a month that is over shows who held the seats then: whoever left is there, whoever came later is not', async () => {
  const unit = await aStation('老城调解站');
  const day = (text: string) => new Date(`${text}T04:00:00Z`);
  const leaving = await come(unit, '常守信', new Date(BEGAN.getTime() - 3000));
  const passing = await come(unit, '戴如意', new Date(BEGAN.getTime() - 2000));
  const away = await come(unit, '樊立新', new Date(BEGAN.getTime() - 1000));
  const rule = { id: uuidv7(BEGAN), unit, weekdays: [2, 4], people: 1, since: '2026-03-01' };
  await transact(pool, office, (tx) => setDutyRule(tx, office, rule, BEGAN));
  const march: [string, string] = ['2026-03-01', '2026-03-31'];
  const before = await rosterAt(unit, march, BEGAN);
  expect(named(before).slice(0, 4)).toEqual([
    ['03-03', '常守信'],
    ['03-05', '戴如意'],
    ['03-10', '樊立新'],
    ['03-12', '常守信'],
  ]);

  // One leaves at noon of a day of duty, one hands the seat over, one more leaves, and one comes.
  const act = (at: Date, seat: Uuid, more: object) =>
    transact(pool, system, (tx) => changeSeat(tx, system, seat, { id: uuidv7(at), ...more } as never, at));
  await act(day('2026-03-12'), leaving.seat, { kind: 'end', given: {} });
  const heir = {
    id: uuidv7(day('2026-03-20')),
    login: 'past-heir',
    name: '葛承业',
    password: 'Test-1234-test',
    seat: null,
  };
  await transact(pool, system, (tx) => openPerson(tx, system, heir, day('2026-03-20')));
  await act(day('2026-03-20'), passing.seat, { kind: 'hand-over', given: { account: heir.id } });
  await act(day('2026-03-23'), away.seat, { kind: 'end', given: {} });
  await come(unit, '韩初来', day('2026-03-30'));
  const then = [
    ['03-03', '常守信'],
    ['03-05', '戴如意'],
    ['03-10', '樊立新'],
    ['03-12', '常守信'],
    ['03-17', '戴如意'],
    ['03-19', '樊立新'],
    ['03-24', '葛承业'],
    ['03-26', '葛承业'],
    ['03-31', '韩初来'],
  ];
  expect(named(await rosterAt(unit, march, day('2026-04-02')))).toEqual(then);
  // Whoever comes later still changes nothing of it.
  await come(unit, '蒋后到', day('2026-04-03'));
  const after = await rosterAt(unit, march, day('2026-06-01'));
  expect(named(after)).toEqual(then);
  expect(counted(after)).toEqual([
    ['常守信', 2, 2],
    ['葛承业', 2, 2],
    ['戴如意', 2, 2],
    ['樊立新', 2, 2],
    ['韩初来', 1, 1],
  ]);
  const first = await rosterAt(unit, ['2026-03-01', '2026-03-11'], day('2026-06-01'));
  expect(counted(first).map(([name]) => name)).toEqual(['常守信', '戴如意', '樊立新']);
  const may = await rosterAt(unit, ['2026-05-01', '2026-05-31'], day('2026-06-01'));
  expect(counted(may).map(([name]) => name)).toEqual(['葛承业', '韩初来', '蒋后到']);

  // What was reckoned on the day itself is what is reckoned of it later.
  const now = day('2026-03-12');
  expect(named(await rosterAt(unit, ['2026-03-12', '2026-03-12'], now))).toEqual([['03-12', '常守信']]);
  // But who left at noon is not named as there now.
  const later = { calendar, now: new Date(now.getTime() + 3_600_000) };
  expect([...(await transact(pool, system, (tx) => onDuty(tx, CITY, unit, later)))]).toEqual([]);
});

it('duties end from a day on and a rule to come is taken back, each by somebody and with a reason; what was done stays', async () => {
  const unit = await aStation('开元调解站');
  await come(unit, '江自成', new Date(BEGAN.getTime() - 3000));
  await come(unit, '康以诚', new Date(BEGAN.getTime() - 2000));
  const set = (since: string, now: Date, more: object = {}) => {
    const rule = { id: uuidv7(now), unit, weekdays: [2, 4], people: 1, since, ...more };
    return transact(pool, office, (tx) => setDutyRule(tx, office, rule, now));
  };
  const change = (kind: 'end-duty' | 'take-back-duty', day: string, now = BEGAN, who = office) => {
    const of = kind === 'end-duty' ? { from: day } : { since: day };
    const act = { id: uuidv7(now), kind, given: { unit, reason: '站点合并', ...of } } as never;
    return transact(pool, who, (tx) => changeDuties(tx, who, act, now));
  };
  await expect(change('end-duty', '2026-03-10')).rejects.toMatchObject(code('nothing-to-end'));
  await set('2026-03-20', BEGAN);
  await change('take-back-duty', '2026-03-20');
  const none = await rosterAt(unit, ['2026-03-01', '2026-03-31'], BEGAN);
  expect([none.rules, none.days, none.mayLook]).toEqual([[], [], true]);
  expect(await verified(), 'a unit whose only rule was taken back').toMatchObject({ fault: null });

  await set('2026-03-01', BEGAN);
  await set('2026-03-16', BEGAN, { weekdays: [1] });
  const handler = aCaller({ unit });
  await expect(change('take-back-duty', '2026-03-16', BEGAN, handler)).rejects.toMatchObject(
    code('administrators-only'),
  );
  await expect(change('take-back-duty', '2026-03-17')).rejects.toMatchObject(code('no-such-rule'));
  await expect(change('take-back-duty', '2026-03-01')).rejects.toMatchObject(code('rule-begun'));
  await change('take-back-duty', '2026-03-16');
  const tuesday = new Date('2026-03-10T03:00:00Z');
  await expect(change('end-duty', '2026-03-09', tuesday)).rejects.toMatchObject(code('end-wrong'));
  await expect(change('end-duty', '2027-03-12', tuesday)).rejects.toMatchObject(code('end-wrong'));
  await change('end-duty', '2026-03-12', tuesday);
  await expect(change('end-duty', '2026-03-12', tuesday)).rejects.toMatchObject(code('nothing-to-end'));
  const roster = await rosterAt(unit, ['2026-03-01', '2026-03-31'], tuesday);
  expect(named(roster)).toEqual([
    ['03-03', '江自成'],
    ['03-05', '康以诚'],
    ['03-10', '江自成'],
  ]);
  expect(roster.rules.map(({ since, ends }) => [since, ends])).toEqual([['2026-03-01', '2026-03-12']]);
  const stations = async (now: Date) =>
    (await transact(pool, system, (tx) => dutyToday(tx, CITY, { calendar, now }))).filter((one) => one.unit === unit);
  expect(await stations(tuesday)).toMatchObject([{ people: [{ name: '江自成' }], next: null }]);
  expect(await stations(new Date('2026-03-12T03:00:00Z'))).toEqual([]);

  const { rows } = await transact(pool, office, (tx) => dutyRules(tx, office, { unit }));
  expect(rows.map(({ done }) => [done.kind, 'reason' in done.given && done.given.reason])).toEqual([
    ['end-duty', '站点合并'],
    ['take-back-duty', '站点合并'],
    ['set-duty', false],
    ['set-duty', false],
    ['take-back-duty', '站点合并'],
    ['set-duty', false],
  ]);
  // Taken up again, the turn goes on behind whoever had the last one.
  await set('2026-03-17', tuesday);
  expect(named(await rosterAt(unit, ['2026-03-11', '2026-03-18'], tuesday))).toEqual([['03-17', '康以诚']]);
  expect(await verified()).toMatchObject({ fault: null });
});
