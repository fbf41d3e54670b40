import { findColleagues, type Colleague } from '../../directory/index.ts';
import type { Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';

/** Somebody who may have work of a unit in hand. */
export type HandHolder = Omit<Colleague, 'unit'> & { readonly unit: Uuid };

/** Everybody who sits in the caller's unit or one below it and does a unit's work: its handlers, and its heads. */
export async function handSeats(tx: Tx, caller: Caller, now: Date): Promise<HandHolder[]> {
  const all = await findColleagues(tx, caller.city, null, now);
  return all.flatMap((one) =>
    one.unit !== null && caller.units.includes(one.unit) && (one.role === 'handler' || one.role === 'head')
      ? [{ ...one, unit: one.unit }]
      : [],
  );
}
