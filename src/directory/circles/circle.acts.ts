import { problem, refuse, Refusal, type Problem, type Uuid } from '../../kernel/index.ts';
import { beginChange, findEntry, record } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
import { searchColleagues } from '../people/colleague.acts.ts';
import { findColleagues } from '../people/colleague.store.ts';
import type { Circle, CircleAct, CircleColleagues } from './circle.contract.ts';
import { circleId, circleNoun, findCircle, findSitter, type CircleState } from './circle.store.ts';

/** So many are offered by a few letters. */
const OFFERED = 12;

/**
 * Names a seat for the sealed matters of a mechanism that are to come, or un-names it. An administrator names the first, once, and again
 * only where no named seat holds any more; else those who are named say who else is. Nobody names an administrator of the program,
 * nor somebody whose password an administrator knows. Refuses `directory.circle-not-yours` (403), `directory.circle-open`,
 * `directory.circle-last`, `directory.circle-unname-by-another`, `directory.changes-nothing` and what {@link checkNameable} does.
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
  const change = { entry, id: act.id, kind: act.kind, given: { mechanism, seat } };
  await asSystem(tx, async () => {
    if ((await beginChange(tx, caller, change)) === 'done') return;
    const state = (await findEntry(tx, city, circleNoun, entry)) ?? null;
    const why = whyNot(caller, state, await findCircle(tx, city, mechanism), act);
    if (why) throw new Refusal(why);
    if (act.kind !== 'unname-seat') await checkNameable(tx, caller, seat);
    await record(tx, caller, circleNoun, [change], now);
  });
}

/**
 * Refuses a seat that nobody sits on (`directory.no-such-seat-held`), one's own where an administrator names it
 * (`directory.circle-not-oneself`), and one on which an administrator of the program sits (`directory.circle-not-administrator`) or
 * somebody who has not changed the password that they were given (`directory.circle-password-first`). For the system.
 */
export async function checkNameable(
  tx: Tx,
  caller: Pick<Caller, 'city' | 'account' | 'role'>,
  seat: Uuid,
): Promise<void> {
  const at = { pointer: '/given/seat' };
  const sitter = await findSitter(tx, caller.city, seat);
  if (!sitter) return refuse('directory.no-such-seat-held', {}, at);
  if (caller.role === 'administrator' && sitter.account === caller.account)
    refuse('directory.circle-not-oneself', {}, at);
  if (sitter.administers) refuse('directory.circle-not-administrator', {}, at);
  if (sitter.mustChange) refuse('directory.circle-password-first', {}, at);
}

/** `holding`: the named seats that hold; one that was handed over, or whose password was given anew, may be named again. */
function whyNot(
  caller: Caller,
  state: CircleState | null,
  holding: readonly Uuid[],
  { kind, given: { seat } }: CircleAct,
): Problem | null {
  const no = (code: string) => problem(`directory.${code}`);
  const may = mayChange(caller, holding);
  if (kind === 'open-circle' ? caller.role !== 'administrator' : !may)
    return problem('directory.circle-not-yours', {}, { status: 403 });
  if (kind === 'open-circle') return state ? no('circle-open') : null;
  if (!state) return no('circle-not-open');
  if (kind === 'name-seat') return holding.includes(seat) ? no('changes-nothing') : null;
  if (!state.seats.includes(seat)) return no('changes-nothing');
  if (holding.length === 1 && holding[0] === seat) return no('circle-last');
  return seat === caller.seat ? no('circle-unname-by-another') : null;
}

const mayChange = ({ role, seat }: Caller, holding: readonly Uuid[]): boolean =>
  holding.includes(seat) || (holding.length === 0 && role === 'administrator');

/** Who is named, for administrators and those who are. Refuses `directory.circle-not-yours` (403) to others. */
export const viewCircle = (tx: Tx, caller: Caller, mechanism: string, now: Date): Promise<Circle> =>
  asSystem(tx, async () => {
    const found = await findCircleFor(tx, caller, mechanism, now);
    return found ?? refuse('directory.circle-not-yours', {}, { status: 403 });
  });

/** The same where the caller may know it, else null. For the system. */
export async function findCircleFor(tx: Tx, caller: Caller, mechanism: string, now: Date): Promise<Circle | null> {
  const { city } = caller;
  const holding = await findCircle(tx, city, mechanism);
  if (caller.role !== 'administrator' && !holding.includes(caller.seat)) return null;
  const state = await findEntry(tx, city, circleNoun, circleId(city, mechanism));
  const seats = state?.seats ?? [];
  const sitting = new Map(
    (seats.length ? await findColleagues(tx, city, seats, now) : []).map((one) => [one.seat, one]),
  );
  return {
    mechanism,
    seats: seats.map((seat, n) => {
      const { name = '', title = '', unit = null } = sitting.get(seat) ?? {};
      return { seat, name, title, unit, since: state!.since[n]!, holds: holding.includes(seat) };
    }),
    opened: state !== undefined,
    mayName: state ? mayChange(caller, holding) : caller.role === 'administrator',
    own: holding.includes(caller.seat) ? caller.seat : null,
  };
}

/** Whom a few letters mean among those who might be named. Refuses `directory.circle-not-yours` (403) to who names nobody. */
export const findNameable = (
  tx: Tx,
  caller: Caller,
  mechanism: string,
  q: string,
  now: Date,
): Promise<CircleColleagues> =>
  asSystem(tx, async () => {
    const found = await findCircleFor(tx, caller, mechanism, now);
    if (!found?.mayName) return refuse('directory.circle-not-yours', {}, { status: 403 });
    if (!q.trim()) return { rows: [] };
    const all = await searchColleagues(tx, caller.city, q, now);
    const rows = all
      .filter(
        ({ role, seat }) => role !== 'administrator' && !found.seats.some((one) => one.seat === seat && one.holds),
      )
      .toSorted((a, b) => a.fit - b.fit)
      .slice(0, OFFERED)
      .map(({ seat, name, title, unit }) => ({ seat, name, title, unit }));
    return { rows };
  });
