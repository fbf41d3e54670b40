import { addWorkdays, closeOfBusiness, dayOf, startOfDay, type Calendar } from '../../kernel/index.ts';
import type { MatterState } from '../../matters/index.ts';
import type { People } from './people.rules.ts';
import { fit } from './route.rules.ts';
import { toHelpers, toSeat, type Told } from './told.rules.ts';

type Arranged = NonNullable<MatterState['arranged']>;

const MINUTE = 60_000;

/** When a session begins; where no time was said, some time of its day. */
function beginsAt({ meetOn, from }: Pick<Arranged, 'meetOn' | 'from'>): Date {
  if (from === null) return closeOfBusiness(meetOn);
  const [hours, minutes] = from.split(':').map(Number) as [number, number];
  return new Date(startOfDay(meetOn).getTime() + (hours * 60 + minutes) * MINUTE);
}

/**
 * Whether those who are to be there are reminded of a session now: from the working day before it until it begins, and not on the day on
 * which it was arranged. `now` lies in working hours. Pure.
 */
export function remindsNow(arranged: Arranged, calendar: Calendar, now: Date): boolean {
  const today = dayOf(now);
  if (dayOf(new Date(arranged.at)) === today) return false;
  return arranged.meetOn <= addWorkdays(calendar, today, 1) && now < beginsAt(arranged);
}

/** Who is reminded of the session that is arranged: whoever conducts it, and those who were asked to help; nobody else. Pure. */
export function tellOfSession(state: MatterState, people: People): Told[] {
  const { arranged, appointed } = state;
  if (!arranged) return [];
  const saying = { kind: 'session', unit: null, due: arranged.meetOn } as const;
  const own = appointed ? toSeat(people, appointed.seat, saying, 'owner') : [];
  return fit([...own, ...toHelpers(people, state, saying)], state, people);
}
