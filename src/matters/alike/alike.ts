import { dayOf, refuse, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { findAnswersLike } from '../answers/answers.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import type { MatterState } from '../life/state.rules.ts';
import { gramsOf } from '../life/words.rules.ts';
import { rowOf, viewer } from '../lists/row.rules.ts';
import { findMatters } from '../lookup.store.ts';
import { whyNot } from '../matter.policy.ts';
import { getMechanism } from '../mechanisms/mechanism.store.ts';
import type { AlikeMatters } from './alike.contract.ts';
import { resemblance, type Resemblance } from './alike.rules.ts';
import { findToldFrom } from './apart.store.ts';
import { findCandidates } from './alike.store.ts';
import { MOST_COMPARED } from './limits.rules.ts';

/** How many are shown, and of how many these are the most alike. */
const SHOWN = 5;
const COMPARED = 40;
/** As many as are read to somebody on the phone. */
const MOST_ANSWERS = 3;

/** The open matters that are like what somebody writes, of those that they may read, and what was answered to others and published. */
export async function alikeText(tx: Tx, caller: Caller, text: string, now: Date): Promise<AlikeMatters> {
  const found = await findAnswersLike(tx, text, MOST_ANSWERS);
  const answers = found.map(({ id, question, answer, publishedAt }) => {
    return { id, question, answer, day: dayOf(publishedAt) };
  });
  return { ...(await alike(tx, caller, text, null, now)), answers };
}

/**
 * The open matters that are like this one, without those that it was told apart from, for whoever may know of that.
 *
 * @throws Refusal `matter.not-found` where the caller may not read it.
 */
export async function alikeMatter(tx: Tx, caller: Caller, id: Uuid, now: Date): Promise<AlikeMatters> {
  const state = (await findMatters(tx, caller.city, [id])).get(id);
  if (!state) return refuse('matter.not-found', {}, { status: 404 });
  const mechanism = await getMechanism(tx, caller.city, state.mechanism, state.version);
  const mayJoin = whyNot(mechanism, state, caller, 'join', now) === null;
  return { ...(await alike(tx, caller, state.text, id, now)), mayJoin };
}

async function alike(tx: Tx, caller: Caller, text: string, beside: Uuid | null, now: Date): Promise<AlikeMatters> {
  const told = beside === null ? new Set<Uuid>() : await findToldFrom(tx, caller.city, beside);
  const found = (await findAlike(tx, caller.city, text, beside)).filter(({ id }) => !told.has(id));
  const calendar = await calendarOf(tx, caller.city, now);
  const rows = found.slice(0, SHOWN).map(({ id, state, like }) => ({
    matter: rowOf(id, state, now, calendar, viewer(caller, state)),
    ...like,
    shared: [...like.shared],
  }));
  return { rows };
}

/** An open matter that is like a text, and how. */
export type Alike = { readonly id: Uuid; readonly state: MatterState; readonly like: Resemblance };

/** The open matters that are like a text and that the caller of the transaction may read, the most alike first; `beside` left out. */
export async function findAlike(tx: Tx, city: number, given: string, beside: Uuid | null = null): Promise<Alike[]> {
  const text = given.slice(0, MOST_COMPARED);
  const states = await findMatters(tx, city, await findCandidates(tx, gramsOf(text), beside, COMPARED));
  return [...states]
    .flatMap(([id, state]) => {
      const like = resemblance(text, state.text.slice(0, MOST_COMPARED));
      return like ? [{ id, state, like }] : [];
    })
    .toSorted((a, b) => b.like.alike - a.like.alike || (a.id < b.id ? 1 : -1));
}
