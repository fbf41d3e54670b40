import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

const mayors = {
  name: 'directory.mayors-among',
  text: `select id from seat where city = $1 and id = any ($2::uuid[]) and role = 'mayor'`,
};

/** Which of these seats are of leaders of the city, whoever sits or sat there: for who is told what they did without their names. */
export async function mayorsAmong(
  tx: Tx,
  city: number,
  seats: readonly (Uuid | null)[],
): Promise<ReadonlySet<Uuid | null>> {
  const known = [...new Set(seats)].filter((seat) => seat !== null);
  if (!known.length) return new Set();
  return new Set((await tx.run<{ id: Uuid }>(mayors, [city, known])).map(({ id }) => id));
}
