import { reachOf, searchColleagues, findUnits } from '../../directory/index.ts';
import { refuse, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { mayRead } from '../matter.policy.ts';
import { findMatter } from '../matter.store.ts';
import type { Colleagues } from './mention.contract.ts';

const MOST = 12;

/**
 * Whom the caller may mention in a matter by these few letters: seats that may read it, those of its own units first. Refuses a
 * matter that is not there or not to be read (404, the same for both).
 */
export async function findMentionable(tx: Tx, caller: Caller, matter: Uuid, q: string, now: Date): Promise<Colleagues> {
  const held = await findMatter(tx, caller.city, matter);
  if (!held) return refuse('matter.not-found', { id: matter }, { status: 404 });
  const { state } = held;
  const units = await findUnits(tx, caller.city);
  const found = (await searchColleagues(tx, caller.city, q, now)).filter(
    (one) => one.seat !== caller.seat && mayRead({ ...one, units: reachOf(units, one.unit) }, state),
  );
  const part = (unit: Uuid | null): number => (state.units.some((u) => u.unit === unit) ? 0 : 1);
  const rows = found.toSorted((a, b) => a.fit - b.fit || part(a.unit) - part(b.unit)).slice(0, MOST);
  return { rows: rows.map(({ seat, name, unit, title }) => ({ seat, name, unit, title })) };
}
