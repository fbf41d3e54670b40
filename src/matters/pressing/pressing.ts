import { findColleagues, findUnits, reachOf } from '../../directory/index.ts';
import { refuse, type Calendar, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import { findMatter } from '../matter.store.ts';
import type { HigherSeats, PressView } from './pressing.contract.ts';
import { pressed } from './pressing.rules.ts';

/** What presses on a matter, as its own page shows it. */
export async function viewPressing(
  tx: Tx,
  city: number,
  state: MatterState,
  now: Date,
  calendar: Calendar,
): Promise<PressView> {
  const { raised, ...view } = pressed(state, now, calendar);
  if (!state.raised || !raised) return { ...view, raised: null };
  const { seat, at, reason, unit } = state.raised;
  const [held] = await findColleagues(tx, city, [seat], now);
  const who = { seat, name: held?.name ?? '', unit, title: held?.title ?? '' };
  return { ...view, raised: { ...who, at, reason, due: raised.due } };
}

/**
 * The seats to which a matter may be raised: the heads of units above the lead unit, the nearest first, then the mayors; of a sealed one the
 * others who are named for it.
 */
export async function higherSeats(tx: Tx, { city, seat: own }: Caller, matter: Uuid, now: Date): Promise<HigherSeats> {
  const held = await findMatter(tx, city, matter);
  if (!held) return refuse('matter.not-found', { id: matter }, { status: 404 });
  const { units, raised, sealed, helpers } = held.state;
  if (sealed) {
    const others = helpers.flatMap(({ seat }) => (seat === raised?.seat || seat === own ? [] : [seat]));
    const among = others.length ? await findColleagues(tx, city, others, now) : [];
    return { rows: among.map(({ seat, name, unit, title }) => ({ seat, name, unit, title })) };
  }
  const lead = units.find((u) => u.part === 'lead')?.unit;
  const [all, tree] = await Promise.all([findColleagues(tx, city, null, now), findUnits(tx, city)]);
  const found = all.flatMap(({ seat, name, role, unit, title }) => {
    const reach = reachOf(tree, unit);
    const above = role === 'head' && lead !== undefined && unit !== lead && reach.includes(lead);
    if (seat === raised?.seat || !(above || role === 'mayor')) return [];
    return [{ seat, name, unit, title, span: role === 'mayor' ? Infinity : reach.length }];
  });
  return {
    rows: found.toSorted((a, b) => (a.span < b.span ? -1 : Number(a.span > b.span))).map(({ span: _, ...one }) => one),
  };
}
