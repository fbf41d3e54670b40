import { reachOf, searchColleagues, findUnits } from '../../directory/index.ts';
import { refuse, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { findAbove } from '../children/above.store.ts';
import { mayRead } from '../matter.policy.ts';
import { findMatter } from '../matter.store.ts';
import type { Colleagues, NamedSeat } from './mention.contract.ts';

const MOST = 12;
/** Of those who may not be mentioned, the few that were likely meant. */
const MOST_BARRED = 3;

/**
 * Whom the caller may mention in a matter by these few letters: seats that may read it, those of its own units first; and who was
 * likely meant but may not read it, so that nobody looks for them in vain. Refuses a matter that is not there or not to be read
 * (404, the same for both).
 */
export async function findMentionable(tx: Tx, caller: Caller, matter: Uuid, q: string, now: Date): Promise<Colleagues> {
  const held = await findMatter(tx, caller.city, matter);
  if (!held) return refuse('matter.not-found', { id: matter }, { status: 404 });
  const { state } = held;
  const units = await findUnits(tx, caller.city);
  const above = await findAbove(tx, { id: matter, parent: state.parent });
  const part = (unit: Uuid | null): number => (state.units.some((u) => u.unit === unit) ? 0 : 1);
  const found = (await searchColleagues(tx, caller.city, q, now))
    .filter((one) => one.seat !== caller.seat)
    .toSorted((a, b) => a.fit - b.fit || part(a.unit) - part(b.unit))
    .map((one) => ({ one, may: mayRead({ ...one, units: reachOf(units, one.unit) }, state, above) }));
  const these = (may: boolean, most: number): NamedSeat[] =>
    found
      .filter((each) => each.may === may)
      .slice(0, most)
      .map(({ one: { seat, name, unit, title } }) => ({ seat, name, unit, title }));
  return {
    rows: these(true, MOST),
    readers: state.visibility === 'city' && !state.confidential ? 'city' : 'units',
    // Without a letter nobody in particular is meant.
    barred: q.trim() ? these(false, MOST_BARRED) : [],
  };
}
