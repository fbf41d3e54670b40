import { refuse, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import type { MatterState } from '../life/state.rules.ts';
import { rowOf, urgentAbove } from '../lists/row.rules.ts';
import { reviewsFor, type Reviews } from '../lists/reviews.ts';
import { todosOfSeat } from '../lists/workbench.store.ts';
import { OVERSEERS, whyNot } from '../matter.policy.ts';
import { getMechanism, mechanismsOf } from '../mechanisms/mechanism.store.ts';
import { tellLastWords, tellStory } from '../story/story.ts';
import { blocksOf } from './blocks.rules.ts';
import type { Brief, Worst } from './brief.contract.ts';
import { findAsking, findLatest } from './brief.store.ts';

const WORST = 3;
const MOST_WISHES = 20;
const MOST_RAISED = 20;
const MOST_REVIEWS = 20;
/** So many wishes are counted; of more the page says that there are more. */
const MOST_LOOKED_AT = 200;

/**
 * What somebody above the units must know in forty seconds: what was raised to them, the longest overdue with what each hangs on, and what waits for
 * their own word: extensions, and exclusions that nobody of the office may review. Refuses whoever oversees nothing (403).
 */
export async function brief(tx: Tx, caller: Caller, now: Date): Promise<Brief> {
  if (!OVERSEERS.includes(caller.role)) return refuse('matter.brief-not-yours', {}, { status: 403 });
  const calendar = await calendarOf(tx, caller.city, now);
  const anyDay = { city: caller.city, span: { from: null, until: null }, after: null, limit: MOST_RAISED };
  const [up, late, asking, waiting] = await Promise.all([
    todosOfSeat(tx, caller.seat, anyDay),
    findLatest(tx, caller.city, now, WORST),
    findAsking(tx, caller.city, MOST_LOOKED_AT),
    caller.role === 'mayor' ? reviewsFor(tx, caller, now) : NO_REVIEWS,
  ]);
  const toReview = waiting.mine.slice(0, MOST_REVIEWS);
  const under = await mechanismsOf(
    tx,
    caller.city,
    [...up, ...late, ...asking, ...toReview].map(({ state }) => state),
  );
  const row = (id: Uuid, state: MatterState) => rowOf(id, state, now, calendar, { kind: 'overseer' }, under(state));
  const worst = late.map(async ({ id, state }): Promise<Worst> => {
    const said = await leadsWord(tx, caller, id, state);
    return { row: row(id, state), blocks: blocksOf(state), said };
  });
  const mine: { id: Uuid; state: MatterState }[] = [];
  for (const one of asking) {
    const mechanism = await getMechanism(tx, caller.city, one.state.mechanism, one.state.version);
    if (whyNot(mechanism, one.state, caller, 'grant', now) === null) mine.push(one);
  }
  const wishes = mine.slice(0, MOST_WISHES).map(({ id, state }) => ({ row: row(id, state), asked: state.asked }));
  const raised = up.map(({ id, state }) => {
    const clock = urgentAbove(state, now, calendar);
    const { due = null, slip = null, workdaysLeft = null } = clock ?? {};
    return { ...row(id, state), due, slip, workdaysLeft };
  });
  const reviews = toReview.map(({ id, state }) => ({
    row: row(id, state),
    reason: state.exclusion?.reason ?? '',
  }));
  return { raised, reviews, worst: await Promise.all(worst), wishes, more: mine.length - wishes.length };
}

const NO_REVIEWS: Reviews = { mine: [], others: [] };

/** What the lead unit said last, in its own words. */
async function leadsWord(tx: Tx, caller: Caller, id: Uuid, state: MatterState): Promise<Worst['said']> {
  const lead = state.units.find((u) => u.part === 'lead');
  if (!lead) return null;
  const words = await tellLastWords(tx, await tellStory(tx, caller, id, state.seq + 1), [lead.unit]);
  return words.get(lead.unit) ?? null;
}
