import { refuse, type Uuid } from '../../kernel/index.ts';
import { beginChange, findActs, findEntry, record, type Change } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { SystemCaller, Tx } from '../../platform/postgres/index.ts';
import { allow } from '../directory.policy.ts';
import { NewEnterprise, type EnterpriseAct } from './enterprise.contract.ts';
import { enterpriseNoun, findEnterpriseByCode } from './enterprise.store.ts';
import type { z } from 'zod';

type Who = Caller | SystemCaller;

/**
 * Adds enterprises. Those that were added by the same request before are passed over. Throws `enterprises.code-taken` (409)
 * where the city keeps one with that credit code, closed ones too.
 */
export async function addEnterprises(
  tx: Tx,
  who: Who,
  given: readonly z.input<typeof NewEnterprise>[],
  now: Date,
): Promise<void> {
  allow(who, 'enterprise.add');
  const fresh: Change[] = [];
  for (const { id, ...enterprise } of given.map((one) => NewEnterprise.parse(one))) {
    const change = { entry: id, id, kind: enterpriseNoun.opens, given: enterprise };
    if ((await beginChange(tx, who, change)) === 'done') continue;
    const holder = await findEnterpriseByCode(tx, who.city, enterprise.code);
    if (holder) refuse('enterprises.code-taken', {}, { status: 409, pointer: '/code' });
    fresh.push(change);
  }
  await record(tx, who, enterpriseNoun, fresh, now);
}

/** What a table says of one enterprise: that it is added, or what of it is other than the register has. */
export type BroughtEnterprise = {
  readonly entry: Uuid;
  readonly add?: z.input<typeof NewEnterprise>;
  readonly rename?: { readonly id: Uuid; readonly name: string };
  readonly amend?: { readonly id: Uuid } & Omit<NewEnterprise, 'id' | 'code' | 'name'>;
};

/**
 * Brings many enterprises in at once, by an act each and another for a new name; those that this request did before are passed
 * over. Throws `enterprises.code-taken` (409) where one was added elsewhere meanwhile.
 */
export async function bringEnterprises(
  tx: Tx,
  who: Who,
  brought: readonly BroughtEnterprise[],
  now: Date,
): Promise<void> {
  allow(who, 'enterprise.add');
  const changes = brought.flatMap(({ entry, add, rename, amend }): Change[] => [
    ...(add ? [changeOf(entry, enterpriseNoun.opens, NewEnterprise.parse(add))] : []),
    ...(rename ? [changeOf(entry, 'rename-enterprise', rename)] : []),
    ...(amend ? [changeOf(entry, 'amend-enterprise', amend)] : []),
  ]);
  const [first] = changes;
  if (!first) return;
  // Nobody else changes the register from here on; the rest is looked up at once.
  await beginChange(tx, who, first);
  const ids = changes.map(({ id }) => id);
  const done = await findActs(tx, who.city, ids);
  await record(
    tx,
    who,
    enterpriseNoun,
    changes.filter(({ id }) => !done.has(id)),
    now,
  );
}

const changeOf = (entry: Uuid, kind: string, { id, ...given }: { readonly id: Uuid }): Change => ({
  entry,
  id,
  kind,
  given,
});

/**
 * Does one act to an enterprise: renames it, amends what is known of it, closes it, restores it. Sent again it is done once.
 * Throws `enterprises.no-such` (404), `directory.changes-nothing` where it is so already.
 */
export async function changeEnterprise(tx: Tx, who: Who, id: Uuid, act: EnterpriseAct, now: Date): Promise<void> {
  allow(who, `enterprise.${act.kind}`);
  const change: Change = { entry: id, id: act.id, kind: `${act.kind}-enterprise`, given: act.given };
  if ((await beginChange(tx, who, change)) === 'done') return;
  const state = await findEntry(tx, who.city, enterpriseNoun, id);
  if (!state) refuse('enterprises.no-such', {}, { status: 404 });
  const same =
    (act.kind === 'rename' && act.given.name === state.name) ||
    (act.kind === 'close' && state.closedAt !== null) ||
    (act.kind === 'restore' && state.closedAt === null);
  if (same) refuse('directory.changes-nothing');
  await record(tx, who, enterpriseNoun, [change], now);
}
