import { refuse, type Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

const note = {
  name: 'originator.note-shown',
  text: `insert into contact_shown (city, id, originator, seat, unit, matter, purpose, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict do nothing returning id`,
};
const noted = {
  name: 'originator.noted-shown',
  text: `select true as here from contact_shown where city = $1 and id = $2 and originator = $3 and seat = $4
    and matter is not distinct from $5 and purpose = $6`,
};

/**
 * Notes that a seat, of that unit, was shown what is personal, of which matter where it was one's, and what for. Noted
 * before under the same id it stays as it is; an id that was used for another asking is refused (409), or the second would go
 * unnoted.
 */
export async function noteShown(
  tx: Tx,
  s: {
    city: number;
    id: Uuid;
    originator: Uuid;
    seat: Uuid;
    unit: Uuid | null;
    matter: Uuid | null;
    purpose: string;
    at: Date;
  },
): Promise<void> {
  const values = [s.city, s.id, s.originator, s.seat, s.unit, s.matter, s.purpose, s.at];
  if ((await tx.run(note, values)).length > 0) return;
  const before = await tx.run(noted, [s.city, s.id, s.originator, s.seat, s.matter, s.purpose]);
  if (before.length === 0) refuse('ledger.act-id-reused', { id: s.id }, { status: 409 });
}

const purpose = {
  name: 'originator.purpose-shown',
  text: `select purpose from contact_shown where city = $1 and seat = $2 and matter = $3 and at > $4
    and right(purpose, length($5)) <> $5 order by at desc limit 1`,
};

/**
 * What a seat has last said since that moment for which it was shown a matter's words; undefined where it said nothing. What ends so was noted
 * of what followed, and not said by anybody. For the system.
 */
export const findPurpose = async (
  tx: Tx,
  { city, seat, matter, since, but }: { city: number; seat: Uuid; matter: Uuid; since: Date; but: string },
): Promise<string | undefined> =>
  (await tx.run<{ purpose: string }>(purpose, [city, seat, matter, since, but]))[0]?.purpose;
