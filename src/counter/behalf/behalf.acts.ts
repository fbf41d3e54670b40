import { originatorOnBehalf, passCodes } from '../../directory/index.ts';
import { findAct } from '../../ledger/index.ts';
import { checkMayRegister, findMatters, registerByHand } from '../../matters/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
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
  { by, ...request }: RegisterOnBehalf,
  now: Date,
): Promise<RegisteredOnBehalf> {
  const { city } = caller;
  await checkMayRegister(tx, caller, request.mechanism, now);
  const again = (await findAct(tx, city, request.id)) !== undefined;
  const who = by && (await asSystem(tx, () => originatorOnBehalf(tx, city, by, { again, now })));
  const given = { ...request.given, originator: who?.id ?? null };
  const receipt = await registerByHand(tx, caller, { ...request, given }, now);
  const number = (await findMatters(tx, city, [receipt.matter])).get(receipt.matter)!.number;
  // Once only: a code that was read out stands, whatever is sent under the same act later.
  if (by?.pass && who && !again) {
    const pass = { matter: receipt.matter, number, originator: who.id, code: by.pass };
    await asSystem(tx, async () => (await passCodes(tx, city))([pass], now));
  }
  return { ...receipt, number, enterprise: who?.proven ?? false };
}
