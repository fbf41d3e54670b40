import { findRoster, findUnits } from '../../directory/index.ts';
import { addWorkdays, dayOf } from '../../kernel/index.ts';
import { calendarOf, findAbove, findMatters } from '../../matters/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { inHours, type Hours } from './hours.rules.ts';
import { remindsNow, tellOfSession } from './session.rules.ts';
import { findMeeting } from './session.store.ts';
import { write, type Telling } from './tell.acts.ts';

/**
 * Reminds of the sessions that are arranged for today and for the days up to the next working day: each time that one was arranged, once.
 * Answers how many sessions it reminded of. Nothing outside working hours.
 */
export async function remindOfSessions(tx: Tx, city: number, hours: Hours, now: Date): Promise<number> {
  const calendar = await calendarOf(tx, city, now);
  if (!inHours(calendar, hours, now)) return 0;
  const today = dayOf(now);
  const found = await findMeeting(tx, city, today, addWorkdays(calendar, today, 1));
  if (found.length === 0) return 0;
  const matters = await findMatters(tx, city, found);
  const [roster, units] = [await findRoster(tx, city, now), await findUnits(tx, city)];
  const telling: Telling[] = [];
  for (const [id, state] of matters) {
    const { arranged, parent } = state;
    if (!arranged || !remindsNow(arranged, calendar, now)) continue;
    const above = await findAbove(tx, { id, parent });
    const about = {
      subject: `session ${arranged.act}`,
      act: arranged.act,
      matter: id,
      bulletin: null,
      swap: null,
      at: now,
    };
    telling.push(...tellOfSession(state, { roster, units, hands: [], above }).map((one) => ({ ...one, ...about })));
  }
  await write(tx, city, telling, { hours, now });
  return new Set(telling.map(({ subject }) => subject)).size;
}
