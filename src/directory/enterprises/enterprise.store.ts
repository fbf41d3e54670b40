import { pinyinInitials, refuse, type Uuid } from '../../kernel/index.ts';
import type { Entry, Noun } from '../../ledger/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Enterprise } from './enterprise.contract.ts';
import { foldEnterprise, type EnterpriseState } from './enterprise.rules.ts';
import { sizeClassOf } from './size-class.rules.ts';

const COLUMNS = `id, code, name, industry, staff, revenue, assets, place, earlier, closed_at as "closedAt"`;
type Row = Omit<Enterprise, 'size' | 'closedAt'> & { closedAt: Date | null };
const stateOf = ({ id: _, closedAt, ...row }: Row): EnterpriseState => ({
  ...row,
  closedAt: closedAt?.toISOString() ?? null,
});
const enterpriseOf = (row: Row): Enterprise => ({ id: row.id, ...stateOf(row), size: sizeClassOf(row) });

// A fragment is looked for from code to code until the page is full: names are short, and a city has some hundred thousand.
const page = {
  name: 'directory.enterprises',
  text: `select ${COLUMNS} from enterprise
    where city = $1 and code > $2
      and ($3 = '' or position($3 in name) > 0 or starts_with(code, upper($3)) or starts_with(initials, lower($3)))
    order by code limit $4`,
};

/** Enterprises in the order of their codes after one, so many of them at most. */
export async function listEnterprises(
  tx: Tx,
  city: number,
  ask: { after: string; q: string; limit: number },
): Promise<Enterprise[]> {
  return (await tx.run<Row>(page, [city, ask.after, ask.q, ask.limit])).map(enterpriseOf);
}

const byCode = {
  name: 'directory.enterprise-by-code',
  text: `select ${COLUMNS} from enterprise where city = $1 and code = $2`,
};
const byId = { name: 'directory.enterprise', text: `select ${COLUMNS} from enterprise where city = $1 and id = $2` };

/** The enterprise of a credit code; undefined where the city keeps none. */
export async function findEnterpriseByCode(tx: Tx, city: number, code: string): Promise<Enterprise | undefined> {
  const [row] = await tx.run<Row>(byCode, [city, code]);
  return row && enterpriseOf(row);
}

const byCodes = {
  name: 'directory.enterprises-by-code',
  text: `select ${COLUMNS} from enterprise where city = $1 and code = any ($2::text[])`,
};

const byNames = {
  name: 'directory.enterprises-by-name',
  text: `select ${COLUMNS} from enterprise where city = $1 and name = any ($2::text[]) and closed_at is null`,
};

/** The enterprises that bear these very names now; two may bear the same. */
export const findEnterprisesByName = async (tx: Tx, city: number, names: readonly string[]): Promise<Enterprise[]> =>
  names.length === 0 ? [] : (await tx.run<Row>(byNames, [city, names])).map(enterpriseOf);

/** The enterprises of these credit codes that the city keeps, closed ones too. */
export const findEnterprisesByCode = async (tx: Tx, city: number, codes: readonly string[]): Promise<Enterprise[]> =>
  (await tx.run<Row>(byCodes, [city, codes])).map(enterpriseOf);

/** An enterprise by its id; undefined where the register has none. */
export async function findEnterprise(tx: Tx, city: number, id: Uuid): Promise<Enterprise | undefined> {
  const [row] = await tx.run<Row>(byId, [city, id]);
  return row && enterpriseOf(row);
}

const several = {
  name: 'directory.enterprises-by-id',
  text: `select ${COLUMNS} from enterprise where city = $1 and id = any ($2::uuid[])`,
};

/** The enterprises of these ids that the city keeps, by id. */
export async function findEnterprises(
  tx: Tx,
  city: number,
  ids: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, Enterprise>> {
  if (ids.length === 0) return new Map();
  return new Map((await tx.run<Row>(several, [city, ids])).map((row) => [row.id, enterpriseOf(row)]));
}

const write = {
  name: 'directory.write-enterprises',
  text: `insert into enterprise (city, id, code, name, initials, industry, staff, revenue, assets, place, earlier, closed_at)
    select $1, id, code, name, initials, industry, staff, revenue, assets, place, earlier, "closedAt"
    from json_to_recordset($2) as r (id uuid, code text, name text, initials text, industry text, staff integer,
      revenue bigint, assets bigint, place text, earlier jsonb, "closedAt" timestamptz)
    on conflict (city, id) do update set name = excluded.name, initials = excluded.initials, industry = excluded.industry,
      staff = excluded.staff, revenue = excluded.revenue, assets = excluded.assets, place = excluded.place,
      earlier = excluded.earlier, closed_at = excluded.closed_at`,
};

async function writeEnterprises(tx: Tx, city: number, entries: readonly Entry<EnterpriseState>[]): Promise<void> {
  const rows = await Promise.all(
    entries.map(async ({ id, state }) => ({ id, ...state, initials: await pinyinInitials(state.name) })),
  );
  try {
    await tx.run(write, [city, JSON.stringify(rows)]);
  } catch (error) {
    // The acts ask before; two of one code in one request are left to the index.
    if ((error as { constraint?: string }).constraint !== 'enterprise_city_code_key') throw error;
    refuse('enterprises.code-taken', {}, { status: 409, pointer: '/code' });
  }
}

const stretch = {
  name: 'directory.enterprises-within',
  text: `select ${COLUMNS} from enterprise where city = $1 and id >= $2 and id <= $3`,
};

/** Enterprises, as the register keeps them. */
export const enterpriseNoun: Noun<EnterpriseState> = {
  name: 'enterprise',
  opens: 'add-enterprise',
  fold: foldEnterprise,
  write: writeEnterprises,
  async read(tx, city, { from, upTo }) {
    const rows = await tx.run<Row>(stretch, [city, from, upTo]);
    return rows.map((row) => ({ id: row.id, state: stateOf(row) }));
  },
};
