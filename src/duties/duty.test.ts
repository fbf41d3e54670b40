import { expect, it } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { addUnits, changeSeat, directorySubjects, openPerson } from '../directory/index.ts';
import { nationalCalendar as calendar, uuidv7, type Uuid } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { dutyRoster, dutyToday, onDuty, setDutyRule } from './duty.acts.ts';
import { dutySubjects } from './index.ts';
import { answerSwap, askSwap } from './swaps/swap.acts.ts';

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
  const both = new Date(NOW.getTime() + 1000);
  const set = (who: typeof admin, more: object = {}) =>
    transact(pool, who, (tx) => setDutyRule(tx, who, { id: uuidv7(NOW), ...rule, ...more }, both));
  await expect(set(handler)).rejects.toMatchObject({ problem: { code: 'duties.administrators-only' } });
  await set(admin);
  const span = { from: '2026-03-02', to: '2026-03-13' };
  const at = { calendar, now: new Date('2026-03-05T03:00:00Z') };
  const roster = await transact(pool, handler, (tx) => dutyRoster(tx, handler, station, span, at));
  expect(roster.days.map(({ day, people }) => [day, ...people.map(({ name }) => name)])).toEqual([
    ['2026-03-03', '许若溪'],
    ['2026-03-05', '周文博'],
    ['2026-03-10', '许若溪'],
    ['2026-03-12', '周文博'],
  ]);
  expect([...(await transact(pool, handler, (tx) => onDuty(tx, CITY, station, at)))]).toEqual([seats[1]]);
  await set(admin, { weekdays: [1], people: 2 });
  const after = await transact(pool, handler, (tx) => dutyRoster(tx, handler, station, span, at));
  expect(after.days.map(({ day, people }) => [day, people.length])).toEqual([
    ['2026-03-02', 2],
    ['2026-03-09', 2],
  ]);
  expect(
    await transact(pool, system, (tx) => verifyLedger(tx, CITY, [...dutySubjects, ...directorySubjects])),
  ).toMatchObject({ fault: null });
});

it('a rule holds until the next begins: nobody is left out before it, counts go on, and what no rule can mean is refused', async () => {
  const at = new Date('2026-03-02T02:00:00Z');
  const unit = uuidv7(at);
  await transact(pool, system, (tx) => addUnits(tx, system, [{ id: unit, name: '经开区调解站', kind: 'other' }], at));
  const seats: Uuid[] = [];
  for (const [n, name] of ['甘来', '高远', '顾全'].entries()) {
    const then = new Date(at.getTime() - 60_000 + n * 1000);
    const seat = { id: uuidv7(then), unit, role: 'handler', title: '调解员' } as const;
    const person = { id: uuidv7(then), login: `zone-${n}`, name, password: 'Test-1234-test', seat };
    await transact(pool, system, (tx) => openPerson(tx, system, person, then));
    seats.push(seat.id);
  }
  const [a, b, c] = seats as [Uuid, Uuid, Uuid];
  const made = { unit, weekdays: [2, 4], people: 1, since: '2026-03-01', hours: { from: '09:00', until: '17:00' } };
  const set = (more: object) =>
    transact(pool, admin, (tx) => setDutyRule(tx, admin, { id: uuidv7(at), ...made, ...more }, at));
  const code = (name: string, params: object = {}) => ({ problem: { code: `duties.${name}`, params } });
  await expect(set({ weekdays: [2, 2] })).rejects.toMatchObject(code('weekday-twice'));
  await expect(set({ eligible: [a, a] })).rejects.toMatchObject(code('person-twice'));
  await expect(set({ people: 4 })).rejects.toMatchObject(code('too-few', { people: 4, n: 3 }));
  await expect(set({ people: 2, eligible: [a] })).rejects.toMatchObject(code('too-few', { people: 2, n: 1 }));
  await expect(set({ since: '2025-02-28' })).rejects.toMatchObject(code('since-wrong', { first: '2025-03-01' }));
  await expect(set({ since: '9026-03-01' })).rejects.toMatchObject(code('since-wrong', { last: '2027-03-03' }));
  await set({});
  // What was done longer ago than a month is changed by no rule.
  await expect(set({ since: '2026-01-29' })).rejects.toMatchObject(code('since-wrong', { first: '2026-01-30' }));

  const hours = { from: '10:00', until: '12:00' };
  await set({ since: '2026-03-11', weekdays: [1, 3], eligible: [a, c], hours });
  const ask = (from: string, to: string, who = admin) =>
    transact(pool, who, (tx) => dutyRoster(tx, who, unit, { from, to }, { calendar, now: at }));
  const march = await ask('2026-03-02', '2026-03-31');
  expect(march.days.map(({ day, people }) => [day, ...people.map(({ name }) => name)])).toEqual([
    ['2026-03-03', '甘来'],
    ['2026-03-05', '高远'],
    ['2026-03-10', '顾全'],
    ['2026-03-11', '甘来'],
    ['2026-03-16', '顾全'],
    ['2026-03-18', '甘来'],
    ['2026-03-23', '顾全'],
    ['2026-03-25', '甘来'],
    ['2026-03-30', '顾全'],
  ]);
  expect(march.rules.map(({ since, weekdays }) => [since, weekdays])).toEqual([
    ['2026-03-01', [2, 4]],
    ['2026-03-11', [1, 3]],
  ]);
  const april = await ask('2026-04-01', '2026-04-30');
  expect(april.rules.map(({ since }) => since)).toEqual(['2026-03-11']);
  const counts = ({ staff }: typeof april) => staff.map(({ name, count, year }) => [name, count, year]);
  expect(counts(march)).toEqual([
    ['甘来', 4, 4],
    ['高远', 1, 1],
    ['顾全', 4, 4],
  ]);
  // Whoever takes part no more is not shown where nothing is theirs.
  expect(april.staff.map(({ name, year }) => [name, year - april.staff[0]!.year])).toEqual([
    ['甘来', 0],
    ['顾全', expect.toSatisfy((n: number) => Math.abs(n) <= 1)],
  ]);

  const todayAt = async (time: string) => {
    const now = new Date(time);
    const all = await transact(pool, system, (tx) => dutyToday(tx, CITY, { calendar, now }));
    const there = await transact(pool, system, (tx) => onDuty(tx, CITY, unit, { calendar, now }));
    const { hours: when, people, next } = all.find((station) => station.unit === unit)!;
    return [when?.from, people.map(({ name }) => name).join(), [...there], next];
  };
  expect(await todayAt('2026-03-05T02:00:00Z')).toEqual(['09:00', '高远', [b], '2026-03-10']);
  expect(await todayAt('2026-03-11T02:00:00Z')).toEqual(['10:00', '甘来', [a], '2026-03-16']);

  // An earlier one made now takes the place of the one to come.
  await set({ since: '2026-03-06' });
  expect((await ask('2026-03-02', '2026-03-31')).rules.map(({ since }) => since)).toEqual(['2026-03-01', '2026-03-06']);
  const verified = () =>
    transact(pool, system, (tx) => verifyLedger(tx, CITY, [...dutySubjects, ...directorySubjects]));
  expect(await verified()).toMatchObject({ fault: null });
  await owner.query(`update duty_rule set people = 2 where unit = $1 and since = '2026-03-01'`, [unit]);
  expect((await verified()).fault).toMatchObject({ code: 'ledger.entry-rows-differ' });
  await owner.query(`update duty_rule set people = 1 where unit = $1`, [unit]);
});

it('two who agree change their duties, both as acts; the roster follows, and who is there by whose rule', async () => {
  const at = new Date('2026-03-02T02:00:00Z');
  const unit = uuidv7(at);
  await transact(pool, system, (tx) => addUnits(tx, system, [{ id: unit, name: '商会调解站', kind: 'other' }], at));
  const people = [];
  for (const [n, name] of ['白安然', '程博远', '邓采薇'].entries()) {
    const then = new Date(at.getTime() - 60_000 + n * 1000);
    const seat = { id: uuidv7(then), unit, role: 'handler', title: '调解员' } as const;
    const person = { id: uuidv7(then), login: `chamber-${n}`, name, password: 'Test-1234-test', seat };
    await transact(pool, system, (tx) => openPerson(tx, system, person, then));
    people.push(aCaller({ account: person.id, seat: seat.id, unit, name }));
  }
  const [one, two, third] = people as [typeof handler, typeof handler, typeof handler];
  const office = aCaller({ role: 'supervisor', unit: null });
  const hours = { from: '09:00', until: '17:00' };
  const made = { unit, weekdays: [2, 4], people: 1, since: '2026-03-01', eligible: [one.seat, two.seat], hours };
  const set = (more: object) =>
    transact(pool, office, (tx) => setDutyRule(tx, office, { id: uuidv7(at), ...made, ...more }, at));
  await expect(set({ eligible: [handler.seat] })).rejects.toMatchObject({ problem: { code: 'duties.not-of-unit' } });
  await expect(set({ hours: { from: '17:00', until: '09:00' } })).rejects.toMatchObject({
    problem: { code: 'duties.hours-wrong' },
  });
  await set({});
  const when = { calendar, now: at };
  const span = { from: '2026-03-02', to: '2026-03-13' };
  const roster = (who = one) => transact(pool, who, (tx) => dutyRoster(tx, who, unit, span, when));
  const names = async () => (await roster()).days.map(({ people: there }) => there.map(({ name }) => name).join());
  expect(await names()).toEqual(['白安然', '程博远', '白安然', '程博远']);

  const ask = (who: typeof handler, day: string, other: string, otherDay: string, id = uuidv7(at)) =>
    transact(pool, who, (tx) => askSwap(tx, who, { id, day, other, otherDay }, when)).then(() => id);
  const answer = (who: typeof handler, swap: string, kind: 'accept' | 'decline' | 'withdraw') =>
    transact(pool, who, (tx) => answerSwap(tx, who, swap, { id: uuidv7(at), kind: `${kind}-duty-swap` }, when));
  const code = (name: string) => ({ problem: { code: `duties.swap-${name}` } });
  await expect(ask(one, '2026-03-05', two.seat, '2026-03-12')).rejects.toMatchObject(code('not-on-duty'));
  await expect(ask(one, '2026-03-03', two.seat, '2026-03-10')).rejects.toMatchObject(code('other-not-on-duty'));
  await expect(ask(one, '2026-03-03', two.seat, '2026-03-01')).rejects.toMatchObject(code('past'));
  const swap = await ask(one, '2026-03-03', two.seat, '2026-03-12');
  await ask(one, '2026-03-03', two.seat, '2026-03-12', swap);
  await expect(ask(one, '2026-03-03', two.seat, '2026-03-05')).rejects.toMatchObject(code('asked-already'));
  expect((await roster()).swaps.map(({ id }) => id)).toEqual([swap]);
  expect((await roster(handler)).swaps).toEqual([]);
  expect(await names()).toEqual(['白安然', '程博远', '白安然', '程博远']);
  await expect(answer(one, swap, 'accept')).rejects.toMatchObject(code('no-such'));
  await expect(answer(third, swap, 'decline')).rejects.toMatchObject(code('no-such'));
  // Asked of somebody on leave, who never answers: once one of the days has passed nobody waits for it, and another may be asked.
  const waiting = await ask(two, '2026-03-05', one.seat, '2026-03-10');
  const later = { calendar, now: new Date('2026-03-06T02:00:00Z') };
  const then = await transact(pool, one, (tx) => dutyRoster(tx, one, unit, span, later));
  expect(then.swaps).toEqual([]);
  await answer(two, waiting, 'withdraw');
  // A duty whose hours are over is neither asked for nor agreed to, and waits for no answer; at noon of its day it still is.
  const [noon, evening] = ['2026-03-03T04:00:00Z', '2026-03-03T09:00:00Z'].map((time) => ({
    calendar,
    now: new Date(time),
  }));
  const asked = (then: typeof when, given: { day: string; other: string; otherDay: string }) =>
    transact(pool, one, (tx) => askSwap(tx, one, { id: uuidv7(at), ...given }, then));
  const overFor = (pointer: string) => ({
    problem: { code: 'duties.swap-over', params: { day: '2026-03-03', until: '17:00' }, pointer },
  });
  const tonight = { day: '2026-03-03', other: two.seat, otherDay: '2026-03-05' };
  await expect(asked(evening!, tonight)).rejects.toMatchObject(overFor('/day'));
  await expect(
    transact(pool, two, (tx) =>
      askSwap(tx, two, { id: uuidv7(at), day: '2026-03-05', other: one.seat, otherDay: '2026-03-03' }, evening!),
    ),
  ).rejects.toMatchObject(overFor('/otherDay'));
  const accept = { id: uuidv7(at), kind: 'accept-duty-swap' } as const;
  const agreed = transact(pool, two, (tx) => answerSwap(tx, two, swap, accept, evening!));
  await expect(agreed).rejects.toMatchObject(overFor('/day'));
  const seen = (now: typeof when) => transact(pool, one, (tx) => dutyRoster(tx, one, unit, span, now));
  const [midday, late] = [await seen(noon!), await seen(evening!)];
  expect([midday.swaps.map(({ id }) => id), late.swaps]).toEqual([[swap], []]);
  expect([midday.days[0]!.over, late.days[0]!.over, late.days[1]!.over]).toEqual([false, true, false]);
  await answer(two, swap, 'accept');
  await expect(answer(one, swap, 'withdraw')).rejects.toMatchObject(code('answered'));
  expect(await names()).toEqual(['程博远', '程博远', '白安然', '白安然']);
  const after = await roster();
  expect([after.swaps, after.staff.map(({ name, count }) => [name, count])]).toEqual([
    [],
    [
      ['白安然', 2],
      ['程博远', 2],
    ],
  ]);

  // What fell to whom before the month counts towards the year; of a year without a notice it is said that its holidays are not known.
  const year = await transact(pool, one, (tx) =>
    dutyRoster(tx, one, unit, { from: '2027-02-01', to: '2027-02-28' }, when),
  );
  expect([year.reckoned, after.reckoned]).toEqual([true, false]);
  expect(year.staff.reduce((all, { year: n }) => all + n, 0)).toBeGreaterThan(year.days.length);

  const tuesday = { calendar, now: new Date('2026-03-03T03:00:00Z') };
  const today = await transact(pool, system, (tx) => dutyToday(tx, CITY, tuesday));
  expect(today.find((station) => station.unit === unit)).toEqual({
    unit,
    hours,
    people: [{ name: '程博远', title: '调解员' }],
    next: '2026-03-05',
  });
  expect([...(await transact(pool, one, (tx) => onDuty(tx, CITY, unit, tuesday)))]).toEqual([two.seat]);
  expect(
    await transact(pool, system, (tx) => verifyLedger(tx, CITY, [...dutySubjects, ...directorySubjects])),
  ).toMatchObject({ fault: null });
  await owner.query(`update duty_swap set other_day = '2026-03-05' where id = $1`, [swap]);
  const found = await transact(pool, system, (tx) => verifyLedger(tx, CITY, [...dutySubjects, ...directorySubjects]));
  expect(found.fault).toMatchObject({ code: 'ledger.entry-rows-differ' });
});

it('a rule may want one of a title there every day: kept by the turn, by a swap too, and by nobody whom the unit does not have', async () => {
  const at = new Date('2026-03-02T02:00:00Z');
  const unit = uuidv7(at);
  await transact(pool, system, (tx) => addUnits(tx, system, [{ id: unit, name: '物流调解站', kind: 'other' }], at));
  const people = [];
  for (const [n, title] of ['调解员', '调解员', '服务员', '服务员'].entries()) {
    const then = new Date(at.getTime() - 60_000 + n * 1000);
    const [seat, account, name] = [uuidv7(then), uuidv7(then), `${title}${n}`];
    const person = { id: account, login: `kinds-${n}`, name, password: 'Test-1234-test' };
    await transact(pool, system, (tx) =>
      openPerson(tx, system, { ...person, seat: { id: seat, unit, role: 'handler', title } }, then),
    );
    people.push(aCaller({ account, seat, unit, name }));
  }
  const [one, two, , four] = people as [typeof handler, typeof handler, typeof handler, typeof handler];
  const office = aCaller({ role: 'supervisor', unit: null });
  const set = (titles: string[]) => {
    const rule = { id: uuidv7(at), unit, weekdays: [2, 4], people: 2, since: '2026-03-01', titles };
    return transact(pool, office, (tx) => setDutyRule(tx, office, rule, at));
  };
  const refused = (name: string, params: object = {}) => ({ problem: { code: `duties.${name}`, params } });
  await expect(set(['律师'])).rejects.toMatchObject(refused('title-of-nobody', { title: '律师' }));
  await expect(set(['调解员', '服务员', '律师'])).rejects.toMatchObject(
    refused('titles-too-many', { people: 2, n: 3 }),
  );
  await expect(set(['调解员', '调解员'])).rejects.toMatchObject(refused('title-twice'));
  await set(['调解员']);

  const when = { calendar, now: at };
  const roster = () =>
    transact(pool, one, (tx) => dutyRoster(tx, one, unit, { from: '2026-03-02', to: '2026-03-13' }, when));
  const before = await roster();
  expect(before.rules).toMatchObject([{ titles: ['调解员'] }]);
  expect(before.days.map(({ people: there, lacks }) => [...there.map(({ name }) => name), ...lacks])).toEqual([
    ['调解员0', '调解员1'],
    ['服务员2', '调解员0'],
    ['服务员3', '调解员1'],
    ['服务员2', '调解员0'],
  ]);
  const ask = (other: typeof handler) => {
    const swap = { id: uuidv7(at), day: '2026-03-05', other: other.seat, otherDay: '2026-03-10' };
    return transact(pool, one, (tx) => askSwap(tx, one, swap, when));
  };
  const none = refused('swap-leaves-none', { day: '2026-03-05', title: '调解员' });
  await expect(ask(four)).rejects.toMatchObject(none);
  await ask(two);

  const verified = () =>
    transact(pool, system, (tx) => verifyLedger(tx, CITY, [...dutySubjects, ...directorySubjects]));
  await owner.query('update duty_rule set titles = null where unit = $1', [unit]);
  expect((await verified()).fault).toMatchObject({ code: 'ledger.entry-rows-differ' });
  await owner.query(`update duty_rule set titles = '{调解员}' where unit = $1`, [unit]);

  // Whoever of it there was has left: the day is filled by turn, and the roster says what it lacks.
  for (const { seat } of [one, two])
    await transact(pool, system, (tx) =>
      changeSeat(tx, system, seat, { id: uuidv7(at), kind: 'end', given: {} }, new Date('2026-03-09T02:00:00Z')),
    );
  const later = { calendar, now: new Date('2026-03-09T03:00:00Z') };
  const then = await transact(pool, office, (tx) =>
    dutyRoster(tx, office, unit, { from: '2026-03-02', to: '2026-03-13' }, later),
  );
  expect(then.days.map(({ people: there, lacks }) => [...there.map(({ name }) => name), ...lacks])).toEqual([
    ['调解员0', '调解员1'],
    ['服务员2', '调解员0'],
    ['服务员3', '服务员2', '调解员'],
    ['服务员3', '服务员2', '调解员'],
  ]);
});
