import type { Uuid } from '../../kernel/index.ts';
import { rowEach, type EntryAct, type Noun } from '../../ledger/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { DutySwap } from '../duty.contract.ts';

/** A swap after all its acts so far. */
type SwapState = Omit<DutySwap, 'id'> & {
  readonly unit: Uuid;
  readonly askedAt: string;
  readonly answeredAt: string | null;
};

const ANSWERS: Readonly<Record<string, DutySwap['status']>> = {
  'accept-duty-swap': 'accepted',
  'decline-duty-swap': 'declined',
  'withdraw-duty-swap': 'withdrawn',
};

function foldSwap(state: SwapState | null, { kind, given, at }: EntryAct): SwapState {
  if (kind === 'ask-duty-swap')
    return {
      ...(given as Pick<SwapState, 'unit' | 'seat' | 'day' | 'other' | 'otherDay'>),
      status: 'asked',
      askedAt: at,
      answeredAt: null,
    };
  const status = ANSWERS[kind];
  if (!state || !status) throw new Error(`no act on a swap of duties: ${kind}`);
  return { ...state, status, answeredAt: at };
}

const COLUMNS = `id, unit, seat, day, other, other_day as "otherDay", status, asked_at as "askedAt", answered_at as "answeredAt"`;
type Row = Omit<SwapState, 'askedAt' | 'answeredAt'> & { askedAt: Date; answeredAt: Date | null };
const stateOf = ({ askedAt, answeredAt, ...row }: Row): SwapState => ({
  ...row,
  askedAt: askedAt.toISOString(),
  answeredAt: answeredAt?.toISOString() ?? null,
});

const held = {
  name: 'duty-swap.of-units',
  text: `select id, unit, seat, day, other, other_day as "otherDay", status from duty_swap
    where city = $1 and unit = any ($2::uuid[]) and status in ('asked', 'accepted') order by answered_at nulls last, id`,
};
/** The swaps of units that hold, in the order in which they were accepted, then those that are asked for. */
export const findSwaps = (tx: Tx, city: number, units: readonly Uuid[]): Promise<(DutySwap & { unit: Uuid })[]> =>
  tx.run<DutySwap & { unit: Uuid }>(held, [city, units]);

const named = {
  name: 'duty-swap.named',
  text: `select id, unit, seat, day, other, other_day as "otherDay", status from duty_swap where city = $1 and id = any ($2::uuid[])`,
};
/** Swaps by their ids, whatever has come of them. */
export async function findSwapsById(
  tx: Tx,
  city: number,
  ids: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, DutySwap & { unit: Uuid }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.run<DutySwap & { unit: Uuid }>(named, [city, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

const write = {
  name: 'duty-swap.write',
  text: `insert into duty_swap (city, id, unit, seat, day, other, other_day, status, asked_at, answered_at)
    select $1, r.* from json_to_recordset($2) as r (id uuid, unit uuid, seat uuid, day date, other uuid, "otherDay" date, status text,
      "askedAt" timestamptz, "answeredAt" timestamptz)
    on conflict (city, id) do update set status = excluded.status, answered_at = excluded.answered_at`,
};
const within = {
  name: 'duty-swap.within',
  text: `select ${COLUMNS} from duty_swap where city = $1 and id >= $2 and id <= $3`,
};

/** Swaps of duties, as the register keeps them. */
export const swapNoun: Noun<SwapState> = {
  name: 'duty-swap',
  opens: 'ask-duty-swap',
  fold: foldSwap,
  ...rowEach({ write, within, stateOf }),
};
