import { findColleagues, findInterests } from '../../directory/index.ts';
import { onDuty } from '../../duties/index.ts';
import { isUuid, refuse, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
import type { Host } from '../life/ask.rules.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import { findMatter } from '../matter.store.ts';
import { piecesOf } from '../personal/show.acts.ts';
import type { Appointing } from './between-state.rules.ts';
import { likelyFirst } from './candidates.rules.ts';
import { conflictOf } from './conflict.rules.ts';
import type { Candidates } from './parties.contract.ts';

type At = { readonly caller: { readonly city: number }; readonly now: Date };

/** Who sits on a seat that is to be appointed, with what is known of them; null where nobody does. */
export async function appointingOf(
  tx: Tx,
  matter: Host | undefined,
  seat: unknown,
  at: At,
): Promise<Appointing | null> {
  if (!matter || typeof seat !== 'string' || !isUuid(seat)) return null;
  return (await appointingAmong(tx, matter, [seat], at))[0] ?? null;
}

/** Those who sit on seats, with what is known of them. Names and declarations are opened for this comparison alone and shown to nobody. */
export async function appointingAmong(
  tx: Tx,
  { id, state }: Host,
  seats: readonly Uuid[],
  { caller: { city }, now }: At,
): Promise<(Appointing & { title: string })[]> {
  if (!seats.length) return [];
  const found = await findColleagues(tx, city, seats, now);
  const subjects = new Set([id, ...state.originators.map((one) => one.id)]);
  const { pieces, interests } = await asSystem(tx, async () => ({
    pieces: await piecesOf(tx, city, [id], subjects),
    interests: await findInterests(tx, city, seats),
  }));
  const clear = (act: Uuid, text: string | null): string[] => {
    if (text === null) return [];
    return [pieces.find((piece) => piece.act === act && piece.mark === text)?.text ?? text];
  };
  const names = new Map(state.parties.map((p) => [p.n, [...clear(p.act, p.name), ...clear(p.act, p.agent)]]));
  return found.map(({ seat, name, unit, title }) => ({
    seat,
    name,
    unit,
    title,
    names,
    interests: interests.get(seat) ?? null,
  }));
}

/** Whom of the lead unit a matter may be given to, and what stands against each as far as is known. */
export async function candidates(tx: Tx, caller: Caller, matter: Uuid, now: Date): Promise<Candidates> {
  const held = await findMatter(tx, caller.city, matter);
  if (!held) return refuse('matter.not-found', { id: matter }, { status: 404 });
  const { state } = held;
  const lead = state.units.find((u) => u.part === 'lead')?.unit;
  if (!lead) return { rows: [] };
  // What is known of colleagues is said to whoever may appoint one of them, and not to a unit below theirs.
  if (caller.role !== 'supervisor' && !caller.units.includes(lead)) return { rows: [] };
  const all = await findColleagues(tx, caller.city, null, now);
  const there = all.filter(({ unit, role }) => unit === lead && (role === 'handler' || role === 'head'));
  const seats = there.map(({ seat }) => seat);
  const known = await appointingAmong(tx, { id: matter, state }, seats, { caller, now });
  const calendar = await calendarOf(tx, caller.city, now);
  const duty = await onDuty(tx, caller.city, lead, { calendar, now });
  return {
    rows: likelyFirst(
      known.map((one) => {
        const { why = null, impartial = 'unknown' } = conflictOf(state.parties, one, null);
        return {
          seat: one.seat,
          name: one.name,
          title: one.title,
          unit: lead,
          impartial,
          why: why && `matter.${why}`,
          onDuty: duty.has(one.seat),
        };
      }),
    ),
  };
}
