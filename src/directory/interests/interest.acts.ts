import { refuse, type Uuid } from '../../kernel/index.ts';
import { beginChange, findEntry, record } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
import { findEnterprise } from '../enterprises/enterprise.store.ts';
import type { NewInterest } from './interest.contract.ts';
import { interestNoun } from './interest.store.ts';

/**
 * Declares something of oneself. Refuses `directory.interest-of-whom` for a kind that needs an enterprise and has none, and
 * `enterprises.no-such` for one that the register does not have. `isNew`: whether it was not declared already by the same id.
 */
export async function declareInterest(
  tx: Tx,
  caller: Caller,
  { id, ...given }: NewInterest,
  now: Date,
): Promise<{ isNew: boolean }> {
  if ((given.kind === 'none') !== (given.enterprise === null))
    refuse('directory.interest-of-whom', {}, { status: 400, pointer: '/enterprise' });
  if (given.enterprise && !(await findEnterprise(tx, caller.city, given.enterprise)))
    refuse('enterprises.no-such', {}, { pointer: '/enterprise' });
  const change = { entry: id, id, kind: interestNoun.opens, given: { account: caller.account, ...given } };
  // The register is written by administrators and the program; of oneself one says it through the program.
  return asSystem(tx, async () => {
    const isNew = (await beginChange(tx, caller, change)) === 'new';
    if (isNew) await record(tx, caller, interestNoun, [change], now);
    return { isNew };
  });
}

/** Ends a declaration of one's own, which holds no more. Refuses `directory.no-such-interest` (404), `directory.changes-nothing`. */
export async function endInterest(tx: Tx, caller: Caller, interest: Uuid, id: Uuid, now: Date): Promise<void> {
  const change = { entry: interest, id, kind: 'end-interest', given: {} };
  await asSystem(tx, async () => {
    if ((await beginChange(tx, caller, change)) === 'done') return;
    const state = await findEntry(tx, caller.city, interestNoun, interest);
    if (!state || state.account !== caller.account) refuse('directory.no-such-interest', {}, { status: 404 });
    if (state.endedAt !== null) refuse('directory.changes-nothing');
    await record(tx, caller, interestNoun, [change], now);
  });
}
