import { findRoster, findUnits } from '../../directory/index.ts';
import { findHands } from '../../ledger/index.ts';
import { calendarOf, findMatters } from '../../matters/index.ts';
import { defineJob, type Job } from '../../platform/jobs/index.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { inHours, type Hours } from './hours.rules.ts';
import { climb, partings } from './ladder.rules.ts';
import { findRisen, noteRungs } from './ladder.store.ts';
import { write, type Telling } from './tell.acts.ts';

const AT_ONCE = 200;

/** Looks in working hours at which clocks run out. What was told is noted in the same transaction: twice is once. */
export const ladderJob = (hours: Hours): Job<Record<string, never>> =>
  defineJob('notices.ladder', async (city, _, { pool, now }) => {
    const climbSome = () => transact(pool, { city, system: true }, (tx) => tellOfClocks(tx, city, hours, now()));
    while ((await climbSome()) > 0);
  });

/** Tells of the clocks that have run out further than was told; answers how many it looked at. Nothing outside working hours. */
export async function tellOfClocks(tx: Tx, city: number, hours: Hours, now: Date): Promise<number> {
  const calendar = await calendarOf(tx, city, now);
  if (!inHours(calendar, hours, now)) return 0;
  const risen = await findRisen(tx, city, partings(now, calendar), AT_ONCE);
  if (risen.length === 0) return 0;
  const matters = await findMatters(tx, city, [...new Set(risen.map((r) => r.matter))]);
  const [roster, units] = [await findRoster(tx, city, now), await findUnits(tx, city)];
  const telling: Telling[] = [];
  for (const { matter, n, told, rung } of risen) {
    const state = matters.get(matter);
    const clock = state?.clocks[n];
    if (!state || !clock) continue;
    const people = { roster, units, hands: await findHands(tx, city, matter) };
    for (const one of climb(clock, told, rung, state, people, now))
      telling.push({ ...one, ...NO_ACT, subject: `${one.kind} ${matter} ${n} ${clock.due}`, matter, at: now });
  }
  await write(tx, city, telling, { hours, now });
  await noteRungs(tx, city, risen);
  return risen.length;
}

/** Nobody did anything: that is what it is about. */
const NO_ACT = { act: null, bulletin: null } as const;
