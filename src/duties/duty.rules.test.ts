import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, nationalCalendar, type Uuid } from '../kernel/index.ts';
import {
  dutyDays,
  endedFrom,
  lacksOf,
  madeUpDays,
  rosterOf,
  ruleOn,
  rulesFrom,
  withoutRule,
  withRule,
  withSwaps,
} from './duty.rules.ts';

const UNIT = '00000000-0000-7000-8000-000000000001';
const rule = (people = 1, weekdays = [2, 4]) => ({ unit: UNIT, weekdays, people, since: '2026-01-01' });
const staffOf = (n: number): Uuid[] =>
  Array.from({ length: n }, (_, i) => `00000000-0000-7000-8000-${String(i + 10).padStart(12, '0')}`);

test('Tuesdays and Thursdays, without the holidays that fall on them', () => {
  // National Day of 2026: the first to the seventh of October are off.
  expect(dutyDays([rule()], nationalCalendar, { from: '2026-09-28', to: '2026-10-11' })).toEqual({
    days: ['2026-09-29', '2026-10-08'],
    skipped: ['2026-10-01', '2026-10-06'],
  });
});

const SPAN = { from: '2026-03-02', to: '2026-03-12' };

test('before the first rule holds nobody is on duty', () => {
  const late = [{ ...rule(), since: '2026-03-10' }];
  expect(dutyDays(late, nationalCalendar, SPAN).days).toEqual(['2026-03-10', '2026-03-12']);
});

test('a rule holds until the first day of the next; one that would begin later falls away when an earlier one is made', () => {
  const next = { ...rule(1, [1]), since: '2026-03-06' };
  const rules = withRule([rule()], next);
  expect(dutyDays(rules, nationalCalendar, SPAN).days).toEqual(['2026-03-03', '2026-03-05', '2026-03-09']);
  expect(['2026-03-02', '2026-03-05', '2026-03-06'].map((day) => rulesFrom(rules, day).length)).toEqual([2, 2, 1]);
  expect(withRule(rules, { ...rule(), since: '2026-03-04' }).map(({ since }) => since)).toEqual([
    '2026-01-01',
    '2026-03-04',
  ]);
  expect(withRule(rules, { ...next, people: 2 })).toEqual([rule(), { ...next, people: 2 }]);
});

test('duties that end are kept until the day before; what was to begin then falls away, and a rule made later takes them up again', () => {
  const planned = withRule([rule()], { ...rule(1, [1]), since: '2026-03-10' });
  const ended = endedFrom(planned, '2026-03-05');
  expect(ended).toEqual([{ ...rule(), ends: '2026-03-05' }]);
  expect(dutyDays(ended, nationalCalendar, SPAN).days).toEqual(['2026-03-03']);
  expect(['2026-03-04', '2026-03-05'].map((day) => [ruleOn(ended, day)?.since, rulesFrom(ended, day).length])).toEqual([
    ['2026-01-01', 1],
    [undefined, 0],
  ]);
  const again = withRule(ended, { ...rule(), since: '2026-03-09' });
  expect(dutyDays(again, nationalCalendar, SPAN).days).toEqual(['2026-03-03', '2026-03-10', '2026-03-12']);
  // Taken back, the later one leaves what was said before it; and duties that have ended cannot end later by ending them once more.
  expect(withoutRule(again, '2026-03-09')).toEqual(ended);
  expect(endedFrom(ended, '2026-06-01')).toEqual(ended);
  expect(endedFrom([rule()], '2026-01-01')).toEqual([]);
});

test('the turn goes on whoever comes and goes: nobody is put before who waits, and a day without anybody is told', () => {
  const [a, b, c] = staffOf(3) as [Uuid, Uuid, Uuid];
  const there = (day: string) => (day < '2026-03-05' ? [] : day < '2026-03-10' ? [a, b] : [b, c]);
  expect(
    rosterOf([rule()], nationalCalendar, { staffOf: (_, day) => there(day) }, { from: SPAN.from, to: '2026-03-19' }),
  ).toEqual([
    { day: '2026-03-03', seats: [] },
    { day: '2026-03-05', seats: [a] },
    { day: '2026-03-10', seats: [b] },
    { day: '2026-03-12', seats: [c] },
    { day: '2026-03-17', seats: [b] },
    { day: '2026-03-19', seats: [c] },
  ]);
});

test('under another rule the turn goes on behind whoever had the last one, whoever takes part by it', () => {
  const [a, b, c, d] = staffOf(4) as [Uuid, Uuid, Uuid, Uuid];
  const rules = [rule(), { ...rule(), since: '2026-03-10', eligible: [a, c, d] }];
  const roster = rosterOf(rules, nationalCalendar, { staffOf: ({ eligible }) => eligible ?? [a, b, c] }, SPAN);
  const whole = rosterOf(
    rules,
    nationalCalendar,
    { staffOf: ({ eligible }) => eligible ?? [a, b, c] },
    {
      from: '2026-01-01',
      to: SPAN.to,
    },
  );
  expect(whole.slice(-roster.length)).toEqual(roster);
  const turns = whole.map(({ seats }) => seats[0]!);
  const before = whole.findIndex(({ day }) => day === '2026-03-10');
  expect(turns.slice(0, 4)).toEqual([a, b, c, a]);
  const behind = { [a]: c, [b]: c, [c]: d } as Record<Uuid, Uuid>;
  expect(turns[before]).toBe(behind[turns[before - 1]!]);
});

test('a stretch asked for alone is what it is within the whole', () => {
  const whole = rosterOf(
    [rule(2)],
    nationalCalendar,
    { staffOf: () => staffOf(5) },
    { from: '2026-01-01', to: '2026-06-30' },
  );
  const part = rosterOf(
    [rule(2)],
    nationalCalendar,
    { staffOf: () => staffOf(5) },
    { from: '2026-03-01', to: '2026-03-31' },
  );
  expect(whole.filter(({ day }) => day >= '2026-03-01' && day <= '2026-03-31')).toEqual(part);
  expect(part.length).toBeGreaterThan(7);
});

test('over any days, whatever rules follow each other, of two who take part nobody has more than one duty more, and nobody two on one day', () => {
  const change = fc.record({
    after: fc.integer({ min: 0, max: 90 }),
    each: fc.integer({ min: 1, max: 6 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
    left: fc.uniqueArray(fc.integer({ min: 0, max: 39 })),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 200 }),
      (people, changes, start, length) => {
        const staff = staffOf(people);
        const from = addDays('2026-01-01', start);
        const to = addDays(from, length);
        let since = '2026-01-01';
        const rules = changes.map(({ after, each, weekdays, left }, i) => {
          since = i === 0 ? since : addDays(since, after + 1);
          const eligible = staff.filter((_, n) => !left.includes(n));
          return { ...rule(each, weekdays), since, eligible };
        });
        const roster = rosterOf(rules, nationalCalendar, { staffOf: ({ eligible = [] }) => eligible }, { from, to });
        const always = staff.filter((seat) => rules.every(({ eligible }) => eligible.includes(seat)));
        const counts = always.map((seat) => roster.filter(({ seats }) => seats.includes(seat)).length);
        if (counts.length > 0) expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        expect(roster.every(({ seats }) => new Set(seats).size === seats.length)).toBe(true);
      },
    ),
  );
});

describe('where a rule wants one of a title there every day', () => {
  const TITLES = ['调解员', '服务员', '服务员', '护航员'];
  const titled = (staff: readonly Uuid[], titles: readonly string[]) => {
    const all = new Map(staff.map((seat, i) => [seat, titles[i % titles.length]!]));
    return { all, titleOf: (_: string, seat: Uuid) => all.get(seat) };
  };
  const YEAR = { from: '2026-01-01', to: '2026-12-31' };

  test('nobody of another title is alone there, as they were by turn alone; each has as many as the others where the numbers let it', () => {
    const staff = staffOf(8);
    const { all, titleOf } = titled(staff, ['调解员', '调解员', '服务员', '服务员']);
    const on = (titles?: string[]) =>
      rosterOf(
        [{ ...rule(2), ...(titles ? { titles } : {}) }],
        nationalCalendar,
        { staffOf: () => staff, titleOf },
        YEAR,
      );
    const without = (roster: ReturnType<typeof on>) =>
      roster.filter(({ seats }) => seats.every((seat) => all.get(seat) !== '调解员')).length;
    const wanted = on(['调解员']);
    expect(without(on())).toBeGreaterThan(40);
    expect(without(wanted)).toBe(0);
    const counts = staff.map((seat) => wanted.filter(({ seats }) => seats.includes(seat)).length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  test('it is so every day, whatever rules follow each other, and of two of one title nobody has more than one duty more', () => {
    const change = fc.record({
      after: fc.integer({ min: 0, max: 90 }),
      each: fc.integer({ min: 2, max: 6 }),
      titles: fc.subarray(['调解员', '护航员']),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 30 }),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 200 }),
        (people, changes, start) => {
          const staff = staffOf(people);
          const { all, titleOf } = titled(staff, TITLES);
          let since = '2026-01-01';
          const rules = changes.map(({ after, each, titles }, i) => {
            since = i === 0 ? since : addDays(since, after + 1);
            return { ...rule(each), since, ...(titles.length > 0 ? { titles } : {}) };
          });
          const from = addDays('2026-01-01', start);
          const roster = rosterOf(rules, nationalCalendar, { staffOf: () => staff, titleOf }, { ...YEAR, from });
          for (const { day, seats } of roster) {
            expect(
              lacksOf(
                ruleOn(rules, day)!,
                seats.map((seat) => all.get(seat)),
              ),
            ).toEqual([]);
            expect(new Set(seats).size).toBe(Math.min(ruleOn(rules, day)!.people, people));
          }
          for (const title of new Set(TITLES)) {
            const counts = staff.flatMap((seat) =>
              all.get(seat) === title ? roster.filter(({ seats }) => seats.includes(seat)).length : [],
            );
            expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  test('a day on which nobody of it takes part is filled by turn, and says what it lacks', () => {
    const [a, b] = staffOf(2) as [Uuid, Uuid];
    const wants = { ...rule(), titles: ['调解员'] };
    const { titleOf } = titled([a, b], ['护航员', '服务员']);
    const roster = rosterOf([wants], nationalCalendar, { staffOf: () => [a, b], titleOf }, SPAN);
    expect(roster.map(({ seats }) => seats.length)).toEqual([1, 1, 1, 1]);
    expect(lacksOf(wants, ['护航员'])).toEqual(['调解员']);
  });
});

test('a weekend that is worked to make up for a holiday is told', () => {
  // For the Spring Festival of 2026 the 14th and the 28th of February are worked.
  expect(madeUpDays(nationalCalendar, { from: '2026-02-09', to: '2026-03-08' })).toEqual(['2026-02-14', '2026-02-28']);
});

test('whatever is swapped, nobody does more or fewer duties, nobody is there twice a day, and no duty is left to nobody', () => {
  const roster = rosterOf(
    [rule(2)],
    nationalCalendar,
    { staffOf: () => staffOf(5) },
    { from: '2026-01-01', to: '2026-06-30' },
  );
  const any = fc.record({
    seat: fc.constantFrom(...staffOf(6)),
    other: fc.constantFrom(...staffOf(6)),
    day: fc.constantFrom(...roster.map(({ day }) => day)),
    otherDay: fc.constantFrom(...roster.map(({ day }) => day)),
  });
  const counted = (days: typeof roster) =>
    staffOf(6).map((seat) => days.filter(({ seats }) => seats.includes(seat)).length);
  fc.assert(
    fc.property(fc.array(any, { maxLength: 40 }), (swaps) => {
      const after = withSwaps(roster, swaps);
      expect(counted(after)).toEqual(counted(roster));
      expect(after.every(({ seats }) => new Set(seats).size === 2)).toBe(true);
    }),
  );
});

test('a swap changes two days and leaves the others; one that fits no more changes none', () => {
  const [a, b] = staffOf(2) as [Uuid, Uuid];
  const roster = [
    { day: '2026-03-03', seats: [a] },
    { day: '2026-03-05', seats: [b] },
    { day: '2026-03-10', seats: [a] },
  ];
  const swap = { seat: a, day: '2026-03-03', other: b, otherDay: '2026-03-05' };
  const changed = [
    { day: '2026-03-03', seats: [b] },
    { day: '2026-03-05', seats: [a] },
    { day: '2026-03-10', seats: [a] },
  ];
  expect(withSwaps(roster, [swap])).toEqual(changed);
  expect(withSwaps(roster, [swap, swap])).toEqual(changed);
});

test('of two who swapped, whoever left before the second day has had their duty done: that stays, the other is by the rule again', () => {
  const [a, b] = staffOf(2) as [Uuid, Uuid];
  const roster = [
    { day: '2026-03-03', seats: [a] },
    { day: '2026-03-05', seats: [b] },
  ];
  const swap = { seat: a, day: '2026-03-03', other: b, otherDay: '2026-03-05' };
  const there = (day: string, seat: Uuid) => seat === b || day < '2026-03-05';
  expect(withSwaps(roster, [swap], there)).toEqual([
    { day: '2026-03-03', seats: [b] },
    { day: '2026-03-05', seats: [b] },
  ]);
});
