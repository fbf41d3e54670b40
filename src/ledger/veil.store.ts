import type { Uuid } from '../kernel/index.ts';
import { asSystem, type Tx } from '../platform/postgres/index.ts';

const lay = {
  name: 'ledger.lay-veils',
  text: `insert into act_veil (city, stream, seq, body)
    select $1, $2, seq, body from unnest($3::integer[], $4::text[]) as new (seq, body)
    on conflict (city, stream, seq) do update set body = excluded.body`,
};

/**
 * Lays bodies over acts of a stream: from then on they are read in the place of what was written there. The act that does it names each by
 * its hash (`veils` in its payload) and is appended in the same transaction.
 */
export async function layVeils(
  tx: Tx,
  city: number,
  stream: Uuid,
  veils: readonly { readonly seq: number; readonly body: string }[],
): Promise<void> {
  if (veils.length === 0) return;
  const values = [veils.map(({ seq }) => seq), veils.map(({ body }) => body)];
  await asSystem(tx, () => tx.run(lay, [city, stream, ...values]));
}
