import type { Uuid } from '../../kernel/index.ts';
import type { SeatRole } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';

/** Somebody who sits on a seat now, by name. */
export type Colleague = {
  readonly seat: Uuid;
  readonly name: string;
  readonly role: SeatRole;
  readonly unit: Uuid | null;
  readonly title: string;
};

const held = {
  name: 'directory.colleagues',
  text: `select s.id as seat, a.name, s.role, s.unit, s.title from seat s join account a on a.city = s.city and a.id = s.account
    where s.city = $1 and s.from_at <= $2 and (s.until_at is null or s.until_at > $2)
      and (a.disabled_at is null or a.disabled_at > $2) and ($3::uuid[] is null or s.id = any ($3))
    order by a.name collate "zh-x-icu", s.id`,
};

/** Who sits on these seats at a moment, or with null on any: some thousands in a city, so there are no pages. */
export const findColleagues = (tx: Tx, city: number, seats: readonly Uuid[] | null, now: Date): Promise<Colleague[]> =>
  tx.run<Colleague>(held, [city, now, seats]);
