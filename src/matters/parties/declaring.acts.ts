import { declareInterest, type NewInterest } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
import { impartialThere } from '../asking.ts';
import { mechanismsOf } from '../mechanisms/mechanism.store.ts';
import { actByLadder } from '../nobody.acts.ts';
import { findInHand } from './declaring.store.ts';

/**
 * Declares something of oneself, and holds whoever declared it back wherever they were appointed, or help and must be impartial, and that enterprise is
 * a party, in the same transaction. The ledger says that they are held back and towards whom; of which kind the interest is stays with them.
 * The same declaration again changes nothing. Refuses as `declareInterest` does.
 */
export async function declareAndStandAside(tx: Tx, caller: Caller, given: NewInterest, now: Date): Promise<void> {
  const { isNew } = await declareInterest(tx, caller, given, now);
  const { enterprise } = given;
  if (isNew && enterprise !== null) await asSystem(tx, () => standAside(tx, caller, enterprise, now));
}

async function standAside(tx: Tx, { city, account }: Caller, enterprise: Uuid, now: Date): Promise<void> {
  const found = await findInHand(tx, city, account, enterprise);
  const mechanism = await mechanismsOf(
    tx,
    city,
    found.map(({ state }) => state),
  );
  // One after the other in the order of their ids, as each locks its row.
  for (const { id, state, seats } of found) {
    const parties = state.parties.flatMap((party) => (party.enterprise === enterprise ? party.n : []));
    const bound = impartialThere({ state }, mechanism(state)).filter((seat) => seats.includes(seat));
    if (!parties.length) continue;
    // Refused where it was closed meanwhile, or they are held back already: then there is nothing to hold.
    for (const seat of bound)
      await actByLadder(tx, city, id, { id: uuidv7(now), kind: 'recuse', given: { seat, parties } }, now);
  }
}
