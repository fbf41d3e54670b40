import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { ImportView, Mapping, RowFix, RowPlan, RowState } from './contract.ts';
import type { There } from './alike.rules.ts';
import { NO_MAPPING } from './headings.rules.ts';
import type { Issue } from './judge.rules.ts';

/** An import as stored, without its rows. */
export type StoredImport = {
  sheet: string;
  headings: string[];
  mapping: Mapping;
  names: Record<string, Uuid>;
  notes: ImportView['notes'];
  remembered: boolean;
};
type Row = { sheet: string; headings: string; mapping: string; names: string; notes: string; remembered: boolean };

export type StoredRow = {
  n: number;
  act: Uuid;
  cells: string[];
  /** The columns whose formula has no value in the file. */
  unvalued: number[];
  fix: RowFix;
  plan: RowPlan;
  issues: Issue[];
  state: RowState;
  picked: boolean | null;
  chosen: boolean;
  matter: Uuid | null;
};
type Json = 'cells' | 'unvalued' | 'fix' | 'plan' | 'issues';
type RowRow = Omit<StoredRow, Json> & Record<Json, string>;

/** A mapping as it was kept: one of before lacks the fields that there were none of then. */
const whole = (kept: string): Mapping => ({ ...NO_MAPPING, ...(JSON.parse(kept) as Mapping) });

const readRow = (row: RowRow): StoredRow => ({
  ...row,
  cells: JSON.parse(row.cells) as string[],
  unvalued: JSON.parse(row.unvalued) as number[],
  fix: JSON.parse(row.fix) as RowFix,
  plan: JSON.parse(row.plan) as RowPlan,
  issues: JSON.parse(row.issues) as Issue[],
});

const insert = {
  name: 'sheet.insert',
  text: `insert into sheet_import (city, id, seat, digest, sheet, headings, mapping, notes, remembered)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const insertRows = {
  name: 'sheet.insert-rows',
  text: `insert into sheet_row (city, import, n, act, cells, unvalued, state, chosen)
    select $1, $2, n, act, cells, unvalued, 'ready', false
    from json_to_recordset($3) as r (n integer, act uuid, cells text, unvalued text)`,
};
type NewRow = Pick<StoredRow, 'n' | 'act' | 'cells' | 'unvalued'>;

/** Writes an import with its rows, not judged yet. */
export async function insertImport(
  tx: Tx,
  city: number,
  id: Uuid,
  given: Omit<StoredImport, 'names'> & { seat: Uuid; digest: Buffer },
  rows: readonly NewRow[],
): Promise<void> {
  const { seat, digest, sheet, headings, mapping, notes, remembered } = given;
  const json = [headings, mapping, notes].map((value) => JSON.stringify(value));
  await tx.run(insert, [city, id, seat, digest, sheet, ...json, remembered]);
  await tx.run(insertRows, [
    city,
    id,
    JSON.stringify(
      rows.map((row) => ({ ...row, cells: JSON.stringify(row.cells), unvalued: JSON.stringify(row.unvalued) })),
    ),
  ]);
}

const find = {
  name: 'sheet.find',
  text: `select sheet, headings, mapping, names, notes, remembered from sheet_import where city = $1 and id = $2`,
};
/** The import, where it is the seat's own. */
export async function findImport(tx: Tx, city: number, id: Uuid): Promise<StoredImport | undefined> {
  const [row] = await tx.run<Row>(find, [city, id]);
  if (!row) return undefined;
  return {
    ...row,
    headings: JSON.parse(row.headings) as string[],
    mapping: whole(row.mapping),
    names: JSON.parse(row.names) as Record<string, Uuid>,
    notes: JSON.parse(row.notes) as ImportView['notes'],
  };
}

const same = {
  name: 'sheet.same-file',
  text: `select i.id, t.status = 'cancelled' as dropped from sheet_import i join transfer t on t.city = i.city and t.id = i.id
    where i.city = $1 and i.seat = $2 and i.digest = $3`,
};
/** The seat's import of the very same file; `dropped` where it was cancelled. */
export const findSameFile = async (
  tx: Tx,
  city: number,
  seat: Uuid,
  digest: Buffer,
): Promise<{ id: Uuid; dropped: boolean } | undefined> =>
  (await tx.run<{ id: Uuid; dropped: boolean }>(same, [city, seat, digest]))[0];

const judgement = {
  name: 'sheet.judge',
  text: `update sheet_import set mapping = $3, names = $4, remembered = $5 where city = $1 and id = $2`,
};
/** Keeps which column holds what, and which unit a name means. */
export async function saveReading(
  tx: Tx,
  city: number,
  id: Uuid,
  { mapping, names, remembered }: Pick<StoredImport, 'mapping' | 'names' | 'remembered'>,
): Promise<void> {
  await tx.run(judgement, [city, id, JSON.stringify(mapping), JSON.stringify(names), remembered]);
}

const COLUMNS = 'n, act, cells, unvalued, fix, plan, issues, state, picked, chosen, matter';
const all = { name: 'sheet.rows', text: `select ${COLUMNS} from sheet_row where city = $1 and import = $2 order by n` };
const page = {
  name: 'sheet.page',
  text: `select ${COLUMNS} from sheet_row where city = $1 and import = $2 and n > $3 and ($4::text is null or state = $4)
    order by n limit $5`,
};
const one = { name: 'sheet.row', text: `select ${COLUMNS} from sheet_row where city = $1 and import = $2 and n = $3` };
const next = {
  name: 'sheet.next',
  text: `select ${COLUMNS} from sheet_row where city = $1 and import = $2 and n > $3 and chosen and state in ('ready', 'doubt')
    order by n limit $4`,
};

/** All rows of an import, in the order of its file. */
export const findRows = async (tx: Tx, city: number, id: Uuid): Promise<StoredRow[]> =>
  (await tx.run<RowRow>(all, [city, id])).map(readRow);
/** The row of that number in an import; undefined where there is none. */
export const findRow = async (tx: Tx, city: number, id: Uuid, n: number): Promise<StoredRow | undefined> =>
  (await tx.run<RowRow>(one, [city, id, n])).map(readRow)[0];
/** A page of rows after that number, of one state or of all. */
export const pageRows = async (
  tx: Tx,
  city: number,
  id: Uuid,
  after: number,
  state: RowState | null,
  limit: number,
): Promise<StoredRow[]> => (await tx.run<RowRow>(page, [city, id, after, state, limit])).map(readRow);
/** The next rows to import. */
export const nextRows = async (tx: Tx, city: number, id: Uuid, after: number, limit: number): Promise<StoredRow[]> =>
  (await tx.run<RowRow>(next, [city, id, after, limit])).map(readRow);

const change = {
  name: 'sheet.change-rows',
  text: `update sheet_row s set plan = r.plan, issues = r.issues, state = r.state, chosen = r.chosen
    from json_to_recordset($3) as r (n integer, plan text, issues text, state text, chosen boolean)
    where s.city = $1 and s.import = $2 and s.n = r.n`,
};
export type JudgedRow = Pick<StoredRow, 'n' | 'plan' | 'issues' | 'state' | 'chosen'>;

/** Writes what rows were judged to be. */
export async function saveJudged(tx: Tx, city: number, id: Uuid, rows: readonly JudgedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const json = rows.map((row) => ({ ...row, plan: JSON.stringify(row.plan), issues: JSON.stringify(row.issues) }));
  await tx.run(change, [city, id, JSON.stringify(json)]);
}

const fix = {
  name: 'sheet.fix',
  text: 'update sheet_row set fix = $4, picked = $5 where city = $1 and import = $2 and n = $3',
};
/** Keeps what a person wrote over a row, and whether they picked it. What follows for its state is judged afterwards. */
export const saveFix = async (
  tx: Tx,
  city: number,
  id: Uuid,
  n: number,
  given: Pick<StoredRow, 'fix' | 'picked'>,
): Promise<void> => void (await tx.run(fix, [city, id, n, JSON.stringify(given.fix), given.picked]));

const choose = {
  name: 'sheet.choose',
  text: `update sheet_row set picked = $3 = 'all' or ($3 = 'ready' and state = 'ready'),
      chosen = state in ('ready', 'doubt') and ($3 = 'all' or ($3 = 'ready' and state = 'ready'))
    where city = $1 and import = $2 and state <> 'imported'`,
};
/** Chooses all rows that can be imported, those without a doubt, or none. */
export const chooseAll = async (tx: Tx, city: number, id: Uuid, which: string): Promise<void> =>
  void (await tx.run(choose, [city, id, which]));

const toImport = {
  name: 'sheet.to-import',
  text: `select n from sheet_row where city = $1 and import = $2 and chosen and state in ('ready', 'doubt') order by n`,
};
/** The numbers of the rows that are to be imported, in the order of the file. */
export const findChosen = async (tx: Tx, city: number, id: Uuid): Promise<number[]> =>
  (await tx.run<{ n: number }>(toImport, [city, id])).map(({ n }) => n);

const name = {
  name: 'sheet.name-rows',
  text: `update sheet_row s set act = r.act from unnest($3::integer[], $4::uuid[]) as r (n, act)
    where s.city = $1 and s.import = $2 and s.n = r.n and s.state <> 'imported'`,
};
/** Says by which ids rows will be registered, one for each number. */
export const nameRows = async (
  tx: Tx,
  city: number,
  id: Uuid,
  numbers: readonly number[],
  acts: readonly Uuid[],
): Promise<void> => void (await tx.run(name, [city, id, numbers, acts]));

const counts = {
  name: 'sheet.counts',
  text: `select state, count(*)::integer as n, (count(*) filter (where chosen and state in ('ready', 'doubt')))::integer as chosen
    from sheet_row where city = $1 and import = $2 group by state`,
};
/** How many rows there are of each state, and how many are to be imported. */
export async function countRows(
  tx: Tx,
  city: number,
  id: Uuid,
): Promise<{ counts: Record<RowState, number>; chosen: number }> {
  const rows = await tx.run<{ state: RowState; n: number; chosen: number }>(counts, [city, id]);
  const none = { ready: 0, doubt: 0, fault: 0, imported: 0, refused: 0 };
  return {
    counts: { ...none, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) },
    chosen: rows.reduce((sum, row) => sum + row.chosen, 0),
  };
}

const end = {
  name: 'sheet.end-row',
  text: `update sheet_row set state = $4, matter = $5, issues = $6, chosen = $7
    where city = $1 and import = $2 and n = $3 and state in ('ready', 'doubt') returning n`,
};
/** Says that a row has become a matter; false where it had before. */
export const markImported = async (tx: Tx, city: number, id: Uuid, { n, act }: StoredRow): Promise<boolean> =>
  (await tx.run(end, [city, id, n, 'imported', act, '[]', true])).length > 0;
/** Says why the engine would not have a row. */
export const markRefused = async (tx: Tx, city: number, id: Uuid, n: number, why: Issue): Promise<void> =>
  void (await tx.run(end, [city, id, n, 'refused', null, JSON.stringify([why]), false]));

const heads = {
  name: 'sheet.heads',
  text: 'select mapping from sheet_heads where city = $1 and seat = $2 and digest = $3',
};
const remember = {
  name: 'sheet.remember-heads',
  text: `insert into sheet_heads (city, seat, digest, mapping, used_at) values ($1, $2, $3, $4, $5)
    on conflict (city, seat, digest) do update set mapping = excluded.mapping, used_at = excluded.used_at`,
};
/** Which column holds what under these very heads, as the seat last said. */
export async function findHeads(tx: Tx, city: number, seat: Uuid, digest: Buffer): Promise<Mapping | undefined> {
  const [row] = await tx.run<{ mapping: string }>(heads, [city, seat, digest]);
  return row && whole(row.mapping);
}
/** Keeps it for the next file under the same heads, in place of what the seat said before. */
export const rememberHeads = async (
  tx: Tx,
  city: number,
  seat: Uuid,
  digest: Buffer,
  mapping: Mapping,
  at: Date,
): Promise<void> => void (await tx.run(remember, [city, seat, digest, JSON.stringify(mapping), at]));

const sameTexts = { name: 'sheet.same-texts', text: 'select digest, matter, number from find_same_matters($1)' };
const sameNumbers = {
  name: 'sheet.same-numbers',
  text: 'select number as digest, id as matter, number from matter where city = $1 and number = any ($2)',
};
const byDigest = (rows: readonly (There & { digest: string })[]): ReadonlyMap<string, There> =>
  new Map(rows.map(({ digest, matter, number }) => [digest, { matter, number }]));

/** Matters with these very texts, by the digests of the texts as they are searched. */
export const findSameTexts = async (tx: Tx, digests: readonly string[]): Promise<ReadonlyMap<string, There>> =>
  byDigest(await tx.run(sameTexts, [digests]));
/** Matters with these numbers. */
export const findSameNumbers = async (
  tx: Tx,
  city: number,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, There>> => byDigest(await tx.run(sameNumbers, [city, numbers]));
