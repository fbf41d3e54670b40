import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

const note = {
  name: 'originator.note-shown',
  text: `insert into contact_shown (city, id, originator, seat, purpose, at) values ($1, $2, $3, $4, $5, $6)
    on conflict do nothing`,
};

/** Notes that a seat was shown contacts, and what for. */
export async function noteShown(
  tx: Tx,
  shown: { city: number; id: Uuid; originator: Uuid; seat: Uuid; purpose: string; at: Date },
): Promise<void> {
  await tx.run(note, [shown.city, shown.id, shown.originator, shown.seat, shown.purpose, shown.at]);
}
