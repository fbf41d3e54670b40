import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { ReadAbove } from '../matter.policy.ts';

const above = {
  name: 'matter.above',
  text: 'select open_to_city as "openToCity", units, helpers from matters_above($1)',
};

/** What decides who reads the matters above one that the caller may read, the nearest first; empty for one that stands for itself. */
export const findAbove = async (tx: Tx, { id, parent }: { id: Uuid; parent: unknown }): Promise<ReadAbove[]> =>
  parent === null ? [] : tx.run<ReadAbove>(above, [id]);
