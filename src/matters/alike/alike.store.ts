import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

const candidates = {
  name: 'matter.alike',
  text: 'select found as id from alike_matters($1::text[], $2, $3) as found',
};

/**
 * Open matters that the caller may read and that have pairs of characters in common with a text, those with the most first: at most
 * `most`, `beside` left out. Pairs in the order of the text.
 */
export async function findCandidates(
  tx: Tx,
  grams: readonly string[],
  beside: Uuid | null,
  most: number,
): Promise<Uuid[]> {
  if (grams.length === 0) return [];
  return (await tx.run<{ id: Uuid }>(candidates, [grams, beside, most])).map(({ id }) => id);
}
