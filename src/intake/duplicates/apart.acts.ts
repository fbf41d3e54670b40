import { refuse, type Uuid } from '../../kernel/index.ts';
import { beginChange, findEntry, record } from '../../ledger/index.ts';
import {
  apartBy,
  findMatters,
  findTold,
  mechanismsOf,
  TAKE_BACK,
  TELL_APART,
  toldNoun,
  type MatterState,
} from '../../matters/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
import type { TellApart } from './contract.ts';
import { mayAsk, mayTellApart } from './duplicates.policy.ts';
import { regroup } from './search.ts';

/**
 * Says that matters which say nearly the same are not the same: those of different parts are in no group together from then on, and none is
 * shown beside the other as like it. The same id sent again does nothing.
 *
 * @throws Refusal `duplicates.not-yours`, `duplicates.not-yours-to-tell` (403), `matter.not-found` (404), `duplicates.named-twice`,
 * `duplicates.of-several-mechanisms` (400), `duplicates.told-already` (409).
 */
export async function tellApart(tx: Tx, caller: Caller, { id, parts: given }: TellApart, now: Date): Promise<void> {
  mayAsk(caller);
  // In one order, so that the same said in another order is the same act.
  const parts = given
    .map((part) => part.map((one) => one.toLowerCase() as Uuid).toSorted())
    .toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1));
  const ids = parts.flat();
  if (new Set(ids).size < ids.length) refuse('duplicates.named-twice', {}, { status: 400, pointer: '/parts' });
  const states = await findMatters(tx, caller.city, ids);
  // What is sealed is in no group, and nobody learns here that it is there.
  if (ids.some((one) => (states.get(one)?.sealed ?? true) === true)) refuse('matter.not-found', {}, { status: 404 });
  await checkMayTell(tx, caller, [...states.values()]);
  const { mechanism } = states.get(ids[0]!)!;
  if ([...states.values()].some((state) => state.mechanism !== mechanism))
    refuse('duplicates.of-several-mechanisms', {}, { status: 400, pointer: '/parts' });
  const change = { entry: id, id, kind: TELL_APART, given: { mechanism, parts } };
  // The register is written by administrators and the program; whoever joins matters writes this of it through the program.
  await asSystem(tx, async () => {
    if ((await beginChange(tx, caller, change)) === 'done') return;
    const apart = apartBy(await findTold(tx, caller.city, ids));
    const told = parts.every((part, n) =>
      part.every((one) => parts.slice(n + 1).every((others) => others.every((other) => apart(one, other)))),
    );
    if (told) refuse('duplicates.told-already', {}, { status: 409 });
    await record(tx, caller, toldNoun, [change], now);
    await regroup(tx, caller.city, mechanism, ids);
  });
}

/**
 * Takes back that matters were told apart, by whoever might say so: they are looked at together again.
 *
 * @throws Refusal `duplicates.not-yours`, `duplicates.not-yours-to-tell` (403), `duplicates.no-such-told` (404),
 * `duplicates.taken-back` (409).
 */
export async function takeBack(tx: Tx, caller: Caller, told: Uuid, id: Uuid, now: Date): Promise<void> {
  mayAsk(caller);
  const state = await asSystem(tx, () => findEntry(tx, caller.city, toldNoun, told));
  if (!state) return refuse('duplicates.no-such-told', {}, { status: 404 });
  const ids = state.parts.flat();
  const states = [...(await findMatters(tx, caller.city, ids)).values()];
  if (states.length === 0) refuse('duplicates.no-such-told', {}, { status: 404 });
  await checkMayTell(tx, caller, states);
  const change = { entry: told, id, kind: TAKE_BACK, given: {} };
  await asSystem(tx, async () => {
    if ((await beginChange(tx, caller, change)) === 'done') return;
    // Somebody else may have taken it back while this waited.
    const held = await findEntry(tx, caller.city, toldNoun, told);
    if (held?.endedAt !== null) refuse('duplicates.taken-back', {}, { status: 409 });
    await record(tx, caller, toldNoun, [change], now);
    await regroup(tx, caller.city, state.mechanism, ids);
  });
}

async function checkMayTell(tx: Tx, caller: Caller, states: readonly MatterState[]): Promise<void> {
  const under = await mechanismsOf(tx, caller.city, states);
  if (states.some((state) => !mayTellApart(under(state), caller)))
    refuse('duplicates.not-yours-to-tell', {}, { status: 403 });
}
