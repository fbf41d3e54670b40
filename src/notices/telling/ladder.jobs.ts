import { findRoster, findUnits } from '../../directory/index.ts';
import { ableIn } from './able.ts';
import { dayOf, type Calendar } from '../../kernel/index.ts';
import { dueBy } from '../../mechanism/index.ts';
import { calendarOf, findLadders, findMatters, findHandsOf } from '../../matters/index.ts';
import { defineJob, type Job } from '../../platform/jobs/index.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import { climbMatter } from './climb.acts.ts';
import { inHours, type Hours } from './hours.rules.ts';
import { climb, partings } from './ladder.rules.ts';
import { findClimbing, findRisen, noteRungs, type Reached } from './ladder.store.ts';
import { handsWith } from './people.rules.ts';
import { remindOfSessions } from './sessions.acts.ts';
import { write, type Telling } from './tell.acts.ts';

const AT_ONCE = 200;

/** Looks in working hours at which clocks run out, and which sessions are near. What was told is noted in the same transaction: twice is once. */
export const ladderJob = (hours: Hours): Job<Record<string, never>> =>
  defineJob('notices.ladder', async (city, _, { pool, now }) => {
    await climbLadders(pool, city, hours, now());
    const climbSome = () => transact(pool, { city, system: true }, (tx) => tellOfClocks(tx, city, hours, now()));
    while ((await climbSome()) > 0);
    await transact(pool, { city, system: true }, (tx) => remindOfSessions(tx, city, hours, now()));
  });

/**
 * Takes every matter up the ladder that its mechanism has, each in a transaction of its own: one that cannot be climbed keeps no other
 * waiting, and is thrown at the end. Answers how many rungs were climbed. Nothing outside working hours.
 */
export async function climbLadders(pool: Pool, city: number, hours: Hours, now: Date): Promise<number> {
  const system = { city, system: true } as const;
  const { calendar, matters } = await transact(pool, system, async (tx) => {
    const days = await calendarOf(tx, city, now);
    return { calendar: days, matters: inHours(days, hours, now) ? await risenAbove(tx, city, days, now) : [] };
  });
  let climbed = 0;
  const failed: unknown[] = [];
  for (const matter of matters)
    try {
      climbed += await transact(pool, system, (tx) => climbMatter(tx, city, matter, { calendar, hours, now }));
    } catch (error) {
      failed.push(error);
    }
  if (failed.length) throw new AggregateError(failed, `${failed.length} of ${matters.length} matters were not climbed`);
  return climbed;
}

const risenAbove = async (tx: Tx, city: number, calendar: Calendar, now: Date) =>
  findClimbing(tx, city, await reachedBy(tx, city, calendar, now));

/** Every rung of every ladder, with the day by which a clock must be due to have come to it. */
async function reachedBy(tx: Tx, city: number, calendar: Calendar, now: Date): Promise<Reached[]> {
  const today = dayOf(now);
  return (await findLadders(tx, city)).flatMap(({ rungs, ...of }) =>
    rungs.map((rung, i) => ({ ...of, rung: i + 1, due: dueBy(rung, today, calendar) })),
  );
}

/**
 * Tells of the clocks without a ladder that have run out further than was told; answers how many it looked at. Nothing outside
 * working hours.
 */
export async function tellOfClocks(tx: Tx, city: number, hours: Hours, now: Date): Promise<number> {
  const calendar = await calendarOf(tx, city, now);
  if (!inHours(calendar, hours, now)) return 0;
  const ladders = await reachedBy(tx, city, calendar, now);
  const risen = await findRisen(tx, city, ladders, partings(now, calendar), AT_ONCE);
  if (risen.length === 0) return 0;
  const matters = await findMatters(tx, city, [...new Set(risen.map((r) => r.matter))]);
  const [roster, units] = [await findRoster(tx, city, now), await findUnits(tx, city)];
  const handsOf = await findHandsOf(
    tx,
    city,
    risen.map((r) => r.matter),
  );
  const telling: Telling[] = [];
  for (const { matter, n, told, rung } of risen) {
    const state = matters.get(matter);
    const clock = state?.clocks[n];
    if (!state || !clock) continue;
    const able = await ableIn(tx, city, state, roster);
    const people = { roster, units, hands: handsWith(state.appointed, handsOf(matter)), ...able };
    for (const one of climb(clock, told, rung, state, people, now))
      telling.push({ ...one, ...NO_ACT, subject: `${one.kind} ${matter} ${n} ${clock.due}`, matter, at: now });
  }
  await write(tx, city, telling, { hours, now });
  await noteRungs(tx, city, risen);
  return risen.length;
}

/** Nobody did anything: that is what it is about. */
const NO_ACT = { act: null, bulletin: null, swap: null } as const;
