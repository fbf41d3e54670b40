import { findUnits } from '../directory/index.ts';
import { findActs } from '../ledger/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import {
  endShared,
  keepPlans,
  onBehalf,
  outcomeOf,
  togetherInCity,
  transact,
  type Outcome,
  type Pool,
  type Tx,
} from '../platform/postgres/index.ts';
import type { ActReceipt, RegisterMatter } from './contract.ts';
import { findNewestMechanism, type MechanismVersion } from './mechanisms/mechanism.store.ts';
import { prepareByHand, registerPrepared, type Registering } from './register.acts.ts';

/** So many matters are written in one transaction at most: they are answered together. */
const MOST = 32;
/** While one transaction is open the rest gathers: a second would wait for the first one's numbers, and be so much smaller. */
const LANES = 1;
/** Nobody feels it, and a group of four costs each of them a fifth less than two of two. */
const PATIENCE_MS = 2;

type Asked = { readonly caller: Caller; readonly request: RegisterMatter; readonly now: Date };

/**
 * Registers a matter as `registerByHand` does, in one transaction with what others register in the same city at about the same time: they
 * all want the next number, and would each keep the others waiting until their own commit. Each is decided, and its acts are
 * appended, with the rights of whoever registers it; each is refused alone; each is answered after the commit.
 */
export const registerTogether: (pool: Pool, city: number, asked: Asked) => Promise<ActReceipt> = togetherInCity({
  most: MOST,
  lanes: LANES,
  patienceMs: PATIENCE_MS,
  names: ({ request }: Asked) => [request.id],
  write,
});

async function write(pool: Pool, city: number, all: readonly Asked[]): Promise<Outcome<ActReceipt>[]> {
  return transact(pool, { city, system: true }, async (tx) => {
    const names = [...new Set(all.map(({ request }) => request.mechanism))];
    const ids = all.map(({ request }) => request.id);
    // None of it hangs on the rest: asked for together it is one round trip.
    const [, earlier, units, ...found] = await Promise.all([
      keepPlans(tx),
      findActs(tx, city, ids),
      findUnits(tx, city),
      ...names.map((name) => findNewestMechanism(tx, city, name)),
    ]);
    const newest = new Map<string, MechanismVersion | null>(names.map((name, n) => [name, found[n] ?? null]));
    const bySeat = new Map<string, Tx>();
    const theirs = new Map<Registering, Tx>();
    const decided: Outcome<Registering>[] = [];
    // One after the other: rights are those of one caller at a time.
    for (const { caller, request, now } of all) {
      const own = bySeat.get(caller.seat) ?? onBehalf(tx, caller);
      bySeat.set(caller.seat, own);
      const read = { earlier: earlier.get(request.id), newest: newest.get(request.mechanism) ?? null, units };
      const one = await outcomeOf(prepareByHand(own, caller, request, now, read));
      if (one.ok) theirs.set(one.value, own);
      decided.push(one);
    }
    const fine = decided.flatMap((one) => (one.ok ? [one.value] : []));
    const { all: done, writes } = await registerPrepared(tx, city, fine, (of) => theirs.get(of)!);
    endShared(tx, writes);
    const receipts = new Map(fine.map((one, n) => [one, done[n]!.receipt]));
    return decided.map((one) => (one.ok ? { ok: true, value: receipts.get(one.value)! } : one));
  });
}
