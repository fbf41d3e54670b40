import type { Uuid } from '../../kernel/index.ts';
import { readStreams } from '../../ledger/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { matterAct, sameGiven } from '../receipt.ts';
import { givenWhole } from '../personal/known.ts';
import type { Given } from '../life/given.contract.ts';
import type { RoundItem } from './round.contract.ts';

/** What a matter begins with. */
export type Beginning = RoundItem & { attach?: Given<'attach'> | null };

/**
 * Whether matters began as they are asked for now, by the same seat at that moment: the same words, the same files, the same units.
 * What was done to them since does not count.
 */
export async function beganSo(
  tx: Tx,
  city: number,
  { seat, at }: { readonly seat: Uuid; readonly at: Date },
  items: readonly Beginning[],
): Promise<boolean> {
  const stored = await readStreams(
    tx,
    city,
    items.map(({ id }) => id),
    at,
  );
  for (const item of items) if (!(await beganAs(item))) return false;
  return true;

  async function beganAs(item: Beginning): Promise<boolean> {
    const own = stored.filter((act) => act.stream === item.id && act.seat === seat);
    const acts = own.map(matterAct);
    const asked = [
      ['register', item.register],
      ...(item.attach ? [['attach', item.attach]] : []),
      ...(item.assign ? [['assign', item.assign]] : []),
    ] as [string, Record<string, unknown>][];
    for (const [n, [kind, given]] of asked.entries()) {
      const act = acts[n];
      if (act?.kind !== kind) return false;
      if (!sameGiven(act.given, given, await givenWhole(tx, city, own[n]!))) return false;
    }
    // A third act of the very same moment would be the next thing done, unless it is one that a beginning can have.
    return acts.slice(asked.length).every(({ kind }) => kind !== 'attach' && kind !== 'assign');
  }
}
