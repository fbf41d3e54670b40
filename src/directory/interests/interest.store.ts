import type { Uuid } from '../../kernel/index.ts';
import { rowEach, type EntryAct, type Noun } from '../../ledger/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { InterestKind, InterestList } from './interest.contract.ts';

/** A declaration after all its acts so far. */
export type InterestState = {
  readonly account: Uuid;
  readonly kind: InterestKind;
  readonly enterprise: Uuid | null;
  readonly text: string | null;
  readonly declaredAt: string;
  readonly endedAt: string | null;
};

function foldInterest(state: InterestState | null, { kind, given, at }: EntryAct): InterestState {
  if (kind === 'declare-interest')
    return { ...(given as Omit<InterestState, 'declaredAt' | 'endedAt'>), declaredAt: at, endedAt: null };
  if (!state || kind !== 'end-interest') throw new Error(`no act on an interest: ${kind}`);
  return { ...state, endedAt: at };
}

const COLUMNS = `id, account, kind, enterprise, said as text, declared_at as "declaredAt", ended_at as "endedAt"`;
type Row<Of> = Omit<Of, 'declaredAt' | 'endedAt'> & { declaredAt: Date; endedAt: Date | null };
const stateOf = ({ declaredAt, endedAt, ...row }: Row<InterestState>): InterestState => ({
  ...row,
  declaredAt: declaredAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
});

const own = {
  name: 'interest.own',
  text: `select i.id, i.kind, i.enterprise, e.name, i.said as text, i.declared_at as "declaredAt", i.ended_at as "endedAt"
    from interest i left join enterprise e on e.city = i.city and e.id = i.enterprise
    where i.city = $1 and i.account = $2 order by i.ended_at nulls first, i.id desc limit 200`,
};
/** What somebody has declared, that which holds first. */
export async function listInterests(tx: Tx, city: number, account: Uuid): Promise<InterestList['rows']> {
  const rows = await tx.run<Row<InterestList['rows'][number]>>(own, [city, account]);
  return rows.map(({ declaredAt, endedAt, ...row }) => ({
    ...row,
    declaredAt: declaredAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }));
}

const ofSeats = {
  name: 'interest.of-seats',
  text: `select s.id as seat, i.kind, i.enterprise from seat s join interest i on i.city = s.city and i.account = s.account
    where s.city = $1 and s.id = any ($2::uuid[]) and i.ended_at is null`,
};
/** What those who sit on these seats have declared; a seat of whom nothing was declared is not in it. For the system. */
export async function findInterests(
  tx: Tx,
  city: number,
  seats: readonly Uuid[],
): Promise<Map<Uuid, { kind: InterestKind; enterprise: Uuid | null }[]>> {
  const rows = await tx.run<{ seat: Uuid; kind: InterestKind; enterprise: Uuid | null }>(ofSeats, [city, seats]);
  return Map.groupBy(rows, ({ seat }) => seat);
}

const write = {
  name: 'interest.write',
  text: `insert into interest (city, id, account, kind, enterprise, said, declared_at, ended_at)
    select $1, r.* from json_to_recordset($2) as r (id uuid, account uuid, kind text, enterprise uuid, text text,
      "declaredAt" timestamptz, "endedAt" timestamptz)
    on conflict (city, id) do update set ended_at = excluded.ended_at`,
};
const within = {
  name: 'interest.within',
  text: `select ${COLUMNS} from interest where city = $1 and id >= $2 and id <= $3`,
};

/** Declarations, as the register keeps them. */
export const interestNoun: Noun<InterestState> = {
  name: 'interest',
  opens: 'declare-interest',
  fold: foldInterest,
  ...rowEach({ write, within, stateOf }),
};
