import { openSeat } from '../../src/directory/index.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { act, openRound } from '../../src/matters/index.ts';
import type { ActRequest } from '../../src/matters/contract.ts';
import { SeatRole, type Caller } from '../../src/platform/identity/contract.ts';
import { transact, type Pool } from '../../src/platform/postgres/index.ts';
import { aCaller } from './callers.ts';

/** Seats these callers for real: an account and a seat each, held from `at` on. */
export async function seatThem(pool: Pool, callers: readonly Caller[], at: Date): Promise<void> {
  for (const { city, account, seat, name, unit, role, title } of callers)
    await transact(pool, { city, system: true }, async (tx) => {
      await tx.db
        .insertInto('account')
        .values({ city, id: account, login: `u${account}`, name, password_hash: 'none' })
        .execute();
      await openSeat(tx, { city, system: true }, { id: seat, account, unit, role: SeatRole.parse(role), title }, at);
    });
}

export type Staff = Readonly<Record<'office' | 'desk' | 'head' | 'other' | 'mayor' | 'administrator', Caller>>;

/** Who takes part in a story: an office, a handler and a head of one unit, a handler of another, a mayor, an administrator. */
export async function aStaff(pool: Pool, [unit, otherUnit]: readonly Uuid[], at: Date): Promise<Staff> {
  const staff: Staff = {
    office: aCaller({ role: 'supervisor', unit: null, name: '沈知远', title: '督查室副主任' }),
    desk: aCaller({ role: 'handler', unit: unit!, name: '林一帆' }),
    head: aCaller({ role: 'head', unit: unit!, name: '郑维新', title: '主任' }),
    other: aCaller({ role: 'handler', unit: otherUnit!, name: '周文博' }),
    mayor: aCaller({ role: 'mayor', unit: null, name: '顾明章', title: '副市长' }),
    administrator: aCaller({ role: 'administrator', unit: null, name: '姚思敏', title: '系统管理员' }),
  };
  await seatThem(pool, Object.values(staff), at);
  return staff;
}

let rounds = 0;

/** Opens a round with one matter, assigned to a unit. */
export async function assignOne(
  pool: Pool,
  office: Caller,
  lead: Uuid,
  at: Date,
  given: { due?: string; confidential?: boolean; text?: string } = {},
): Promise<Uuid> {
  const matter = uuidv7(at);
  const { due, text = '六月底前完成老城区 36 个小区雨污分流管网改造', ...register } = given;
  const item = { id: matter, register: { text, ...register }, assign: { lead, co: [], due: due ?? null } };
  const round = { id: uuidv7(at), mechanism: 'weekly-assignment', year: 2026, number: ++rounds, name: '周交办会' };
  await transact(pool, office, (tx) =>
    openRound(tx, office, { ...round, heldOn: '2026-03-16', attendees: [], items: [item] }, at),
  );
  return matter;
}

/** One act, with an id of its own. */
export const does = (
  pool: Pool,
  who: Caller,
  matter: Uuid,
  kind: ActRequest['kind'],
  given: Record<string, unknown>,
  at: Date,
) => act(pool, who, matter, { id: uuidv7(at), kind, given }, at);
