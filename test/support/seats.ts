import { openSeat } from '../../src/directory/index.ts';
import { SeatRole, type Caller } from '../../src/platform/identity/contract.ts';
import { transact, type Pool } from '../../src/platform/postgres/index.ts';

/** Seats callers in the directory for real, for what looks them up there; their accounts must be there. */
export async function seated(pool: Pool, callers: readonly Caller[], from: Date): Promise<void> {
  for (const { city, seat, account, unit, role, title } of callers) {
    const system = { city, system: true } as const;
    await transact(pool, system, (tx) =>
      openSeat(tx, system, { id: seat, account, unit, role: SeatRole.parse(role), title }, from),
    );
  }
}
