import type { Caller } from '../../src/platform/identity/contract.ts';
import type { Pool } from '../../src/platform/postgres/index.ts';

/** Seats callers in the directory for real, for what looks them up there; their accounts must be there. */
export async function seated(owner: Pool, callers: readonly Caller[], from: Date): Promise<void> {
  for (const { city, seat, account, unit, role, title } of callers)
    await owner.query(
      'insert into seat (city, id, account, unit, role, title, from_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [city, seat, account, unit, role, title, from],
    );
}
