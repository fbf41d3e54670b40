import { originatorCaller, type KnownOriginator } from '../directory/index.ts';
import { Refusal } from '../kernel/index.ts';
import { act } from '../matters/index.ts';
import { sentence } from '../platform/i18n/index.ts';
import type { Pool } from '../platform/postgres/index.ts';
import type { NewAppeal } from './contract.ts';

/**
 * Notes on a matter that was just raised that whoever raised it takes it for the same as one of others and wants it joined to that. They
 * are shown nothing of the others, so it is the office that compares and joins: whoever is joined reads the answer. Sent again, it is
 * said once; where the mechanism lets them say nothing, the matter stands as it is.
 */
export async function sayItIsTheSame(
  pool: Pool,
  known: KnownOriginator | null,
  city: number,
  { id, same, by }: Pick<NewAppeal, 'id' | 'same' | 'by'>,
  now: Date,
): Promise<void> {
  const signedIn = known !== null && known.matter === null ? known.caller : null;
  const caller = signedIn ?? (by ? originatorCaller(city, by.id, '') : null);
  if (!caller || !same) return;
  // What is in the ledger is read by the city's clerks, in their language.
  const given = { text: sentence('zh', 'counter.same'), same: true };
  try {
    await act(pool, caller, id, { id: same, kind: 'note', given }, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
