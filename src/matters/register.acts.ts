import { dayOf } from '../kernel/index.ts';
import { appendActs, findAct } from '../ledger/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { ActReceipt, RegisterMatter } from './contract.ts';
import { firstAnswer, receipt } from './matter.acts.ts';
import { insertMatters, takeNumbers } from './matter.store.ts';
import { getNewestMechanism } from './mechanism.store.ts';
import { register } from './round.acts.ts';

/** Registers one matter by hand, outside any round, and assigns it where units are named. Idempotent by the request's id. */
export async function registerByHand(tx: Tx, caller: Caller, request: RegisterMatter, now: Date): Promise<ActReceipt> {
  const earlier = await findAct(tx, caller.city, request.id);
  if (earlier)
    return firstAnswer(earlier, request.id, { id: request.id, kind: 'register', given: request.given }, caller.seat);
  const under = await getNewestMechanism(tx, caller.city, request.mechanism);
  const year = Number(dayOf(now).slice(0, 4));
  const n = await takeNumbers(tx, caller.city, `${under.key}/${year}/0`, 1);
  const item = { id: request.id, register: request.given, assign: request.assign ?? null };
  const made = await register(tx, caller, item, { year, round: null, n }, under, now);
  await Promise.all([appendActs(tx, made.acts), insertMatters(tx, caller.city, [made.matter])]);
  return receipt(made.first, request.id, made.first.stage);
}
