import { addDays, dayOf, refuse, refuseOffCalendar, startOfDay, type Day, type Uuid } from '../../kernel/index.ts';
import { calendarOf, findMatters, findRegistered, rowOf } from '../../matters/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import { readApart } from '../reading/apart.ts';
import { mayReadTopics } from './access.rules.ts';
import type { Sent, Topics } from './contract.ts';
import type { HotTopics } from './week.contract.ts';
import { mondayOf } from './week.rules.ts';
import { findWeek, keepWeek, type KeptTopic } from './week.store.ts';

/** Of so many matters of a week, the newest, topics are made: seconds of one processor. */
const READ = 4000;
/** So many topics are kept, and of each so many matters shown. */
const KEPT = 30;
const SHOWN = 12;

/**
 * The topics of a week, as they were counted last; of none that is named, of the newest that was counted.
 *
 * @throws Refusal `hot.not-yours` (403) for whoever does not oversee the city.
 */
export async function topicsOfWeek(tx: Tx, caller: Caller, asked: Day | undefined, now: Date): Promise<HotTopics> {
  mayAsk(caller);
  if (asked) refuseOffCalendar({ '?week': asked });
  const thisWeek = mondayOf(dayOf(now));
  const { week, kept } = asked
    ? await weekOf(tx, caller.city, mondayOf(asked))
    : await newestWeek(tx, caller.city, thisWeek);
  if (!kept) return { week, thisWeek, countedAt: null, registered: 0, read: 0, topics: [] };
  const calendar = await calendarOf(tx, caller.city, now);
  const states = await findMatters(
    tx,
    caller.city,
    kept.topics.flatMap(({ matters }) => matters.slice(0, SHOWN)),
  );
  const rowsOf = (ids: readonly Uuid[]) =>
    ids.flatMap((id) => {
      const state = states.get(id);
      return state ? [rowOf(id, state, now, calendar, { kind: 'overseer' })] : [];
    });
  const topics = kept.topics.map(({ words, senders, matters }) => ({
    words: [...words],
    senders,
    count: matters.length,
    matters: rowsOf(matters.slice(0, SHOWN)),
  }));
  const { registered, read } = kept;
  return { week, thisWeek, countedAt: kept.countedAt.toISOString(), registered, read, topics };
}

const weekOf = async (tx: Tx, city: number, week: Day) => ({ week, kept: await findWeek(tx, city, week) });

/** This week, or until it was counted, as on any Monday, the one that is just over; where neither was, this one. */
async function newestWeek(tx: Tx, city: number, thisWeek: Day): ReturnType<typeof weekOf> {
  const running = await weekOf(tx, city, thisWeek);
  if (running.kept) return running;
  const over = await weekOf(tx, city, addDays(thisWeek, -7));
  return over.kept ? over : running;
}

/** Refuses whoever may not ask for topics. */
export function mayAsk({ role }: Caller): void {
  if (!mayReadTopics(role)) refuse('hot.not-yours', {}, { status: 403 });
}

/** Counts a week's topics and keeps them in place of those of before; twice is once. */
export async function countWeek(pool: Pool, city: number, day: Day, now: Date): Promise<void> {
  const week = mondayOf(day);
  const system = { city, system: true } as const;
  const { all, matters } = await transact(pool, system, (tx) =>
    findRegistered(tx, city, startOfDay(week), startOfDay(addDays(week, 7)), READ),
  );
  const sent = matters.map(({ state }): Sent => {
    return { title: '', body: state.text, sender: state.originators[0]?.id ?? '' };
  });
  const { answer, fault } = await readApart<Topics>(new URL('./topics.worker.ts', import.meta.url), {
    bytes: new TextEncoder().encode(JSON.stringify(sent)),
  });
  if (!answer) throw new Error(`the topics of ${week} could not be counted: ${fault}`);
  const topics = answer.topics.slice(0, KEPT).map(({ words, texts }): KeptTopic => {
    const own = texts.map((n) => matters[n]!);
    const senders = new Set(own.flatMap(({ state }) => state.originators.map(({ id }) => id))).size;
    return { words, senders, matters: own.map(({ id }) => id) };
  });
  const kept = { countedAt: now, registered: all, read: matters.length, topics };
  await transact(pool, system, (tx) => keepWeek(tx, city, week, kept));
}
