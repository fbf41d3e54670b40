import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

const open = {
  name: 'matter.open-of-unit',
  text: `select matter from assignment where city = $1 and unit = $2 and phase <> 'closed' order by due_at, matter limit $3`,
};

/** Matters of a unit that are not struck off, the most urgent first. */
export const findOpenMatters = async (tx: Tx, city: number, unit: Uuid, limit: number): Promise<Uuid[]> =>
  (await tx.run<{ matter: Uuid }>(open, [city, unit, limit])).map(({ matter }) => matter);

const count = {
  name: 'matter.count-open-of-unit',
  text: `select count(*)::integer as n from assignment where city = $1 and unit = $2 and phase <> 'closed'`,
};

/** How many matters, led or helped with, a unit has that are not struck off. */
export const countOpenMatters = async (tx: Tx, city: number, unit: Uuid): Promise<number> =>
  (await tx.run<{ n: number }>(count, [city, unit]))[0]!.n;
