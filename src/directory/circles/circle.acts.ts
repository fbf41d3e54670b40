import { problem, refuse, Refusal, type Problem } from '../../kernel/index.ts';
import { beginChange, findEntry, record } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
import { findColleagues } from '../people/colleague.store.ts';
import { seatNoun } from '../people/seat.store.ts';
import type { Circle, CircleAct } from './circle.contract.ts';
import { circleId, circleNoun, findCircle, type CircleState } from './circle.store.ts';

/**
 * Names a seat for the sealed matters of a mechanism that are to come, or un-names it. An administrator names the first and not
 * themselves, once; from then on those who are named say who else is. Refuses `directory.circle-not-yours` (403), `directory.circle-open`, `directory.circle-not-oneself`,
 * `directory.no-such-seat-held`, `directory.circle-last`, `directory.changes-nothing`.
 */
export async function changeCircle(
  tx: Tx,
  caller: Caller,
  mechanism: string,
  act: CircleAct,
  now: Date,
): Promise<void> {
  const { city } = caller;
  const { seat } = act.given;
  const entry = circleId(city, mechanism);
  const [held] = await findColleagues(tx, city, [seat], now);
  const change = { entry, id: act.id, kind: act.kind, given: { mechanism, seat } };
  await asSystem(tx, async () => {
    if ((await beginChange(tx, caller, change)) === 'done') return;
    const state = (await findEntry(tx, city, circleNoun, entry)) ?? null;
    const why = whyNot(caller, state, act);
    if (why) throw new Refusal(why);
    const sits = (await findEntry(tx, city, seatNoun, seat))?.tenures.at(-1)?.account;
    if (act.kind === 'open-circle' && sits === caller.account)
      refuse('directory.circle-not-oneself', {}, { pointer: '/given/seat' });
    if (act.kind !== 'unname-seat' && !held) refuse('directory.no-such-seat-held', {}, { pointer: '/given/seat' });
    await record(tx, caller, circleNoun, [change], now);
  });
}

function whyNot(caller: Caller, state: CircleState | null, { kind, given: { seat } }: CircleAct): Problem | null {
  const opens = kind === 'open-circle';
  const may = opens ? caller.role === 'administrator' : (state?.seats.includes(caller.seat) ?? false);
  if (!may) return problem('directory.circle-not-yours', {}, { status: 403 });
  if (opens) return state ? problem('directory.circle-open') : null;
  if ((kind === 'name-seat') === state!.seats.includes(seat)) return problem('directory.changes-nothing');
  return kind === 'unname-seat' && state!.seats.length === 1 ? problem('directory.circle-last') : null;
}

/** Who is named, for administrators and those who are. Refuses `directory.circle-not-yours` (403) to others. */
export async function viewCircle(tx: Tx, caller: Caller, mechanism: string, now: Date): Promise<Circle> {
  const seats = await findCircle(tx, caller.city, mechanism);
  if (caller.role !== 'administrator' && !seats.includes(caller.seat))
    refuse('directory.circle-not-yours', {}, { status: 403 });
  const found = seats.length ? await findColleagues(tx, caller.city, seats, now) : [];
  return { mechanism, seats: found.map(({ seat, name, title, unit }) => ({ seat, name, title, unit })) };
}
