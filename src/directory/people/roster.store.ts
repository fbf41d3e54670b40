import type { Uuid } from '../../kernel/index.ts';
import type { SeatRole } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';

/** A seat that somebody sits on now. */
export type SeatHeld = {
  readonly seat: Uuid;
  readonly account: Uuid;
  readonly role: SeatRole;
  readonly unit: Uuid | null;
};

const roster = {
  name: 'directory.roster',
  text: `select s.id as seat, s.account, s.role, s.unit from seat s join account a on a.city = s.city and a.id = s.account
    where s.city = $1 and s.from_at <= $2 and (s.until_at is null or s.until_at > $2)
      and (a.disabled_at is null or a.disabled_at > $2)
    order by s.from_at, s.id`,
};

/** Everybody who holds a seat at a moment, whoever has sat longest first: some thousands in a city, so there are no pages. */
export const findRoster = (tx: Tx, city: number, now: Date): Promise<SeatHeld[]> =>
  tx.run<SeatHeld>(roster, [city, now]);
