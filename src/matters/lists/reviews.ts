import { findRoster } from '../../directory/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { NamedTodo } from '../helpers/named.ts';
import { mechanismsOf } from '../mechanisms/mechanism.store.ts';
import { ableToReview, reviewersAmong } from '../raised/reviewers.policy.ts';
import { todosToReview } from './workbench.store.ts';

/** So many exclusions under review are looked at; a city has a handful. */
const MOST = 500;

/** Exclusions under review, the most urgent first: those that wait for whoever looks, and those that wait for another. */
export type Reviews = { readonly mine: readonly NamedTodo[]; readonly others: readonly NamedTodo[] };

/**
 * Tells apart which exclusions this very seat is to review. Whoever proposed one is not; where nobody else of the supervision office may,
 * the city's leaders are; and where nobody at all may any more, it stays with the office, so that it is seen.
 */
export async function reviewsFor(tx: Tx, caller: Caller, now: Date): Promise<Reviews> {
  if (caller.role !== 'supervisor' && caller.role !== 'mayor') return { mine: [], others: [] };
  const found = await todosToReview(tx, caller.city, MOST);
  if (!found.length) return { mine: [], others: [] };
  const states = found.map(({ state }) => state);
  const [roster, under] = await Promise.all([findRoster(tx, caller.city, now), mechanismsOf(tx, caller.city, states)]);
  const todos = found.map(({ id, state, act, key }): NamedTodo => {
    const due = key.at === 'infinity' ? null : new Date(key.at);
    return { id, state, act, due, key };
  });
  const mine = todos.filter(({ state }) => {
    const mechanism = under(state);
    const able = mechanism && state.exclusion ? ableToReview(mechanism, state, state.exclusion, roster) : [];
    const those = reviewersAmong(able);
    return those.length ? those.some(({ seat }) => seat === caller.seat) : caller.role === 'supervisor';
  });
  return { mine, others: todos.filter((one) => !mine.includes(one)) };
}
