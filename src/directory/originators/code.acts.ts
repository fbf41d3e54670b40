import { timingSafeEqual } from 'node:crypto';
import { refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import { transact, type Pool } from '../../platform/postgres/index.ts';
import { findEnterpriseByCode } from '../enterprises/enterprise.store.ts';
import { CODE_MINUTES, CODE_TRIES, LIMITS_LOOK_BACK_S, secondsToNextCode } from './code.rules.ts';
import { codesAsked, insertCode, markUsed, tryCode } from './code.store.ts';
import { takesMessages, type PlainContact } from './contact.rules.ts';
import { citySecret } from './key.store.ts';
import { lookupOf } from './originator.acts.ts';
import { findOriginatorOf, isConfirmed } from './originator.store.ts';
import { keyed, sixDigits } from './seal.ts';

/** A code that was made: what is to be sent, null where it is nobody's to have. */
export type AskedCode = { readonly id: Uuid; readonly send: string | null };

/**
 * Makes a one-time code for an enterprise, to be sent to a contact that the desk has confirmed as its own. For any other the
 * answer is the same and nothing is sent, so that asking tells neither which enterprises are known nor whose a number is.
 *
 * @throws Refusal `enterprises.code-wait` (429) with the seconds to wait.
 */
export async function askCode(
  pool: Pool,
  ask: { city: number; enterprise: string; contact: PlainContact; address: string },
  now: Date,
): Promise<AskedCode> {
  const { city, contact } = ask;
  const address = ask.address.slice(0, 64);
  return transact(pool, { city, system: true }, async (tx) => {
    const lookup = await lookupOf(tx, city, contact);
    const since = new Date(now.getTime() - LIMITS_LOOK_BACK_S * 1000);
    const seconds = secondsToNextCode(await codesAsked(tx, city, { lookup, address, since }), now);
    if (seconds > 0) refuse('enterprises.code-wait', { seconds }, { status: 429 });
    const enterprise = await findEnterpriseByCode(tx, city, ask.enterprise);
    const known =
      enterprise && enterprise.closedAt === null ? await findOriginatorOf(tx, city, enterprise.id) : undefined;
    const may = known !== undefined && takesMessages(contact) && (await isConfirmed(tx, city, known.id, lookup));
    const [id, code] = [uuidv7(now), sixDigits()];
    const hash = keyed(await citySecret(tx, city, 'code'), id, code);
    const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000);
    await insertCode(
      tx,
      city,
      { id, originator: may ? known.id : null, lookup, address, hash, at: now, expiresAt },
      since,
    );
    return { id, send: may ? code : null };
  });
}

/**
 * Whom a code lets in: once, within ten minutes, in five tries. A wrong code, a used one, one that is over and one that never
 * was give the same refusal.
 *
 * @throws Refusal `enterprises.code-wrong` (401).
 */
export async function useCode(
  pool: Pool,
  { city, id, code }: { city: number; id: Uuid; code: string },
  now: Date,
): Promise<Uuid> {
  const found = await transact(pool, { city, system: true }, async (tx) => {
    const secret = await citySecret(tx, city, 'code');
    const row = await tryCode(tx, city, id, CODE_TRIES, now);
    // A try is counted whatever comes of it: the transaction commits.
    if (!row?.originator || !timingSafeEqual(row.hash, keyed(secret, id, code))) return null;
    await markUsed(tx, city, id, now);
    return row.originator;
  });
  return found ?? refuse('enterprises.code-wrong', { minutes: CODE_MINUTES }, { status: 401 });
}
