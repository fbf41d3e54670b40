import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const find = { name: 'raised.of-enterprise', text: 'select matters_of_enterprise($1, $2, $3) as id' };

const proven = {
  name: 'raised.proven-by-enterprise',
  text: `select id from originator where city = $1 and id = any ($2::uuid[]) and enterprise = $3 and proven`,
};

/** Which of these originators are proven to be the enterprise. For overseers. */
export const findProven = async (
  tx: Tx,
  city: number,
  enterprise: Uuid,
  originators: readonly Uuid[],
): Promise<ReadonlySet<Uuid>> =>
  new Set((await tx.run<{ id: Uuid }>(proven, [city, originators, enterprise])).map(({ id }) => id));

/** The matters that an enterprise raised, or somebody who said they spoke for it: newest first, older than `before`. For overseers. */
export const findMattersOfEnterprise = async (
  tx: Tx,
  enterprise: Uuid,
  before: Uuid | null,
  limit: number,
): Promise<Uuid[]> => (await tx.run<{ id: Uuid }>(find, [enterprise, before ?? LAST, limit])).map(({ id }) => id);
