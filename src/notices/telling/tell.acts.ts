import { findRoster, findUnits } from '../../directory/index.ts';
import { uuidv7, type Calendar, type Uuid } from '../../kernel/index.ts';
import { findActs, takeAnnounced, type StoredAct } from '../../ledger/index.ts';
import { calendarOf, findAbove, findMatters, matterAct, type MatterState, findHandsOf } from '../../matters/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { ableIn } from './able.ts';
import { concerned, isBulletin } from './bulletin.rules.ts';
import type { DutySwap } from '../../duties/contract.ts';
import { findSwapsById } from '../../duties/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { ToDeliver } from './gather.acts.ts';
import type { Hours } from './hours.rules.ts';
import { tellOriginators } from './originators.acts.ts';
import { insertNotices, type NewNotice } from '../notice.store.ts';
import { handsWith, type People } from './people.rules.ts';
import { route } from './route.rules.ts';
import { type Told } from './told.rules.ts';
import { isSwap, ofSwap } from './swaps.rules.ts';
import { channelsFor, DEFAULT_WAYS, goAt, outsideFor, type Ways } from '../settings/ways.rules.ts';
import { findWays } from '../settings/ways.store.ts';

/** Of so many acts is told in one transaction at most. */
export const AT_ONCE = 100;

/**
 * Tells of the oldest acts in the outbox: takes them out and writes the notices that they lead to, and the messages to those who
 * raised the matters, in the transaction given.
 * Answers how many acts it took; run twice at once, each act is told of by one.
 */
export async function tellOfActs(
  tx: Tx,
  city: number,
  { hours, delivering }: { hours: Hours; delivering: Job<ToDeliver> },
  now: Date,
): Promise<number> {
  const announced = await takeAnnounced(tx, city, AT_ONCE);
  if (announced.length === 0) return 0;
  const [acts, matters, roster, units, handsOf] = await Promise.all([
    findActs(
      tx,
      city,
      announced.map((a) => a.id),
    ),
    findMatters(tx, city, [...new Set(announced.map((a) => a.stream))]),
    findRoster(tx, city, now),
    findUnits(tx, city),
    findHandsOf(
      tx,
      city,
      announced.map((a) => a.stream),
    ),
  ]);
  const swaps = await findSwapsById(
    tx,
    city,
    announced.flatMap(({ id, stream }) => (isSwap(acts.get(id)) ? stream : [])),
  );
  // All at once: what is asked for each of them leaves together.
  const telling = await Promise.all(
    announced.map(async ({ id, stream }): Promise<Telling[]> => {
      const act = acts.get(id);
      const matter = matters.get(stream);
      if (!act) return [];
      if (matter) {
        await tellOriginators(tx, city, matterAct(act), matter, delivering, now);
        return ofMatter(tx, act, matter, { roster, units, hands: handsOf(stream) });
      }
      const swap = swaps.get(stream);
      if (swap) return ofDuties(act, swap, roster, now);
      return isBulletin(act) ? ofBulletin(act, { roster, units, hands: [] }) : [];
    }),
  );
  await write(tx, city, telling.flat(), { hours, now });
  return announced.length;
}

/** One thing to be told to one seat, with what it is about. */
export type Telling = Told & {
  subject: string;
  act: Uuid | null;
  matter: Uuid | null;
  bulletin: Uuid | null;
  swap: Uuid | null;
  at: Date;
};

async function ofMatter(tx: Tx, act: StoredAct, matter: MatterState, people: People): Promise<Telling[]> {
  const hands = handsWith(matter.appointed, people.hands);
  const above = await findAbove(tx, { id: act.stream, parent: matter.parent });
  const about = { subject: act.id, act: act.id, matter: act.stream, bulletin: null, swap: null, at: act.at };
  const able = await ableIn(tx, act.city, matter, people.roster);
  return route(matterAct(act), matter, { ...people, hands, above, ...able }).map((told) => ({ ...told, ...about }));
}

function ofDuties(act: StoredAct, swap: DutySwap & { unit: Uuid }, roster: People['roster'], now: Date): Telling[] {
  const about = { subject: act.id, act: act.id, matter: null, bulletin: null, swap: swap.id, at: act.at };
  return ofSwap(act, swap, roster, now).map((told) => ({ ...told, ...about }));
}

function ofBulletin(act: StoredAct, people: People): Telling[] {
  const about = { subject: act.id, act: act.id, matter: null, bulletin: act.stream, swap: null, at: act.at };
  return concerned(act, people).map((told) => ({ ...told, ...about }));
}

/** Writes what is to be told, as each person wants it. Whoever wants a kind nowhere is not told. */
export async function write(
  tx: Tx,
  city: number,
  telling: readonly Telling[],
  when: { hours: Hours; now: Date },
): Promise<void> {
  const calendar = await calendarOf(tx, city, when.now);
  const ways = await findWays(
    tx,
    city,
    telling.map((t) => t.account),
  );
  const notices = telling.flatMap((t) => noticeOf(t, ways.get(t.account) ?? DEFAULT_WAYS, calendar, when));
  await insertNotices(tx, city, notices);
}

function noticeOf(
  { account: _, at, ...told }: Telling,
  ways: Ways,
  calendar: Calendar,
  { hours, now }: { hours: Hours; now: Date },
): NewNotice[] {
  const on_page = channelsFor(ways, told.kind).includes('page');
  if (!on_page && outsideFor(ways, told.kind).length === 0) return [];
  const go = goAt(ways, told.kind, now, calendar, hours);
  return [{ ...told, id: uuidv7(at), at: at.toISOString(), on_page, go_at: go?.toISOString() ?? null }];
}
