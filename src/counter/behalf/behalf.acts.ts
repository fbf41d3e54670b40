import { originatorOnBehalf, passCodes } from '../../directory/index.ts';
import { Refusal } from '../../kernel/index.ts';
import { findAct } from '../../ledger/index.ts';
import { act, checkMayRegister, findMatters, registerByHand } from '../../matters/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import { asSystem, type Pool, type Tx } from '../../platform/postgres/index.ts';
import type { RegisteredOnBehalf, RegisterOnBehalf } from './behalf.contract.ts';

/**
 * Registers what a clerk takes down for somebody, and has them follow it by the code that was read out to them. All or nothing;
 * sent again, it is done once.
 *
 * @throws Refusal `enterprises.contact-wrong`, `enterprises.no-such`, and what registering refuses.
 */
export async function registerOnBehalf(
  tx: Tx,
  caller: Caller,
  { by, join: _, ...request }: RegisterOnBehalf,
  now: Date,
): Promise<RegisteredOnBehalf> {
  const { city } = caller;
  await checkMayRegister(tx, caller, request.mechanism, now);
  // A desk does not read what it has taken down, and is told its number once more.
  const again = (await asSystem(tx, () => findAct(tx, city, request.id))) !== undefined;
  const who = by && (await asSystem(tx, () => originatorOnBehalf(tx, city, by, { again, now })));
  const given = { ...request.given, originator: who?.id ?? null };
  const receipt = await registerByHand(tx, caller, { ...request, given }, now);
  const found = await asSystem(tx, () => findMatters(tx, city, [receipt.matter]));
  const { number } = found.get(receipt.matter)!;
  // Once only: a code that was read out stands, whatever is sent under the same act later.
  if (by?.pass && who && !again) {
    const pass = { matter: receipt.matter, number, originator: who.id, code: by.pass };
    await asSystem(tx, async () => (await passCodes(tx, city))([pass], now));
  }
  return { ...receipt, number, enterprise: who?.proven ?? false };
}

/**
 * Joins what was just registered to the open matter that it is the same as. What is refused leaves it registered: whoever raised it is told
 * their number in any case. Sent again, it is done once.
 */
export async function joinRegistered(
  pool: Pool,
  caller: Caller,
  registered: RegisteredOnBehalf,
  { id, into }: NonNullable<RegisterOnBehalf['join']>,
  now: Date,
): Promise<RegisteredOnBehalf> {
  try {
    const { seq, stage } = await act(pool, caller, registered.matter, { id, kind: 'join', given: { into } }, now);
    return { ...registered, seq, stage, joined: { into, why: null } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, params } = error.problem;
    return { ...registered, joined: { into, why: { code, params: { ...params } } } };
  }
}
