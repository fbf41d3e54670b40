import { createHash } from 'node:crypto';
import { canonicalJson, refuse, uuidsInOrder, uuidv7, type Uuid } from '../../kernel/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import {
  beginImport,
  forgetTransfer,
  lockTransfer,
  openImport,
  ownTransfer,
  reviewAgain,
  viewTransfer,
} from '../../platform/transfers/index.ts';
import type {
  BeginImport,
  ChangeRow,
  ImportReceipt,
  ImportRow,
  ImportRows,
  ImportView,
  Mapping,
  RowState,
} from './contract.ts';
import { ROW_LIMIT, type Workbook } from './grid.rules.ts';
import { findTable, guessMapping } from './headings.rules.ts';
import { mayImport } from './import-access.rules.ts';
import { importMatters } from './import.jobs.ts';
import {
  chooseAll,
  countRows,
  findChosen,
  findHeads,
  findImport,
  findRow,
  findSameFile,
  insertImport,
  nameRows,
  pageRows,
  rememberHeads,
  saveFix,
  saveReading,
  type StoredImport,
  type StoredRow,
} from './import.store.ts';
import { judgeImport } from './review.ts';

const PAGE = 100;

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();
const headsDigest = (headings: readonly string[]): Buffer => sha256(JSON.stringify(headings));

/**
 * Lays a table out for review, or finds the one that this seat made of the very same file. Refuses who may not (403), a file
 * without rows, and more than {@link ROW_LIMIT}.
 */
export async function openSheet(
  tx: Tx,
  caller: Caller,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly workbook: Workbook },
  language: Language,
  now: Date,
): Promise<ImportReceipt> {
  if (!mayImport(caller.role)) refuse('sheet.not-yours', {}, { status: 403 });
  const { city, seat } = caller;
  const digest = sha256(file.bytes);
  const earlier = await findSameFile(tx, city, seat, digest);
  if (earlier && !earlier.dropped) return { id: earlier.id, known: true };
  if (earlier) await forgetTransfer(tx, caller, earlier.id);
  const table = findTable(file.workbook.sheets);
  if (!table || table.rows.length === 0) return refuse('sheet.no-rows');
  if (table.rows.length > ROW_LIMIT) refuse('sheet.too-many-rows', { limit: ROW_LIMIT }, { status: 413 });
  const { headings, sheet } = table;
  const kept = await findHeads(tx, city, seat, headsDigest(headings));
  const id = uuidv7(now);
  const title = file.name || sentence(language, 'sheet.unnamed');
  await openImport(tx, caller, { id, title, ask: {}, language, fileName: '', mediaType: '' }, table.rows.length, now);
  const mapping = kept ?? guessMapping(headings);
  const reading = {
    sheet,
    headings: [...headings],
    mapping,
    notes: file.workbook.notes,
    remembered: kept !== undefined,
  };
  const rows = table.rows.map(({ n, cells, unvalued = [] }) => ({
    n,
    cells: [...cells],
    unvalued: [...unvalued],
    act: uuidv7(now),
  }));
  await insertImport(tx, city, id, { ...reading, seat, digest }, rows);
  await judgeImport(tx, city, id, { ...reading, names: {} }, now);
  return { id, known: false };
}

/** An import with its counts. */
export async function viewImport(tx: Tx, caller: Caller, id: Uuid, language: Language): Promise<ImportView> {
  const { names: _, ...stored } = await ownImport(tx, caller, id);
  const transfer = viewTransfer(await ownTransfer(tx, caller, id), language);
  return { transfer, ...stored, ...(await countRows(tx, caller.city, id)) };
}

const ownImport = async (tx: Tx, caller: Caller, id: Uuid): Promise<StoredImport> =>
  (await findImport(tx, caller.city, id)) ?? refuse('transfer.not-found', {}, { status: 404 });

/** A page of rows after that number, in the order of the file. */
export async function viewRows(
  tx: Tx,
  caller: Caller,
  id: Uuid,
  query: { after?: number | undefined; state?: RowState | undefined },
  language: Language,
): Promise<ImportRows> {
  await ownImport(tx, caller, id);
  const rows = await pageRows(tx, caller.city, id, query.after ?? 0, query.state ?? null, PAGE);
  return {
    rows: rows.map((row) => viewRow(row, language)),
    next: rows.length === PAGE ? rows.at(-1)!.n : null,
  };
}

const viewRow = (row: StoredRow, language: Language): ImportRow => ({
  n: row.n,
  state: row.state,
  chosen: row.chosen,
  plan: row.plan,
  issues: row.issues.map(({ field, level, code, params, printed, offers, matter }) => ({
    field,
    level,
    detail: sentence(language, code, params),
    printed: printed ?? null,
    offers: [...(offers ?? [])],
    matter: matter ?? null,
  })),
  fixed: Object.keys(row.fix),
  matter: row.matter,
});

/** The import, locked, while it is under review; refuses one that was begun (409): what is under way is what was looked at. */
async function underReview(tx: Tx, caller: Caller, id: Uuid): Promise<StoredImport> {
  const transfer = await lockTransfer(tx, caller.city, id);
  if (!transfer || transfer.kind !== 'import') return refuse('transfer.not-found', {}, { status: 404 });
  if (transfer.status !== 'review') return refuse('sheet.not-under-review', {}, { status: 409 });
  return ownImport(tx, caller, id);
}

/** Says which column holds what; remembered for the next file with the same heads. */
export async function setMapping(tx: Tx, caller: Caller, id: Uuid, mapping: Mapping, now: Date): Promise<void> {
  const stored = await underReview(tx, caller, id);
  const beyond = Object.values(mapping).find((column) => column !== null && column >= stored.headings.length);
  if (beyond !== undefined) refuse('sheet.no-such-column', { column: beyond!, most: stored.headings.length });
  const next = { ...stored, mapping, remembered: false };
  await saveReading(tx, caller.city, id, next);
  await rememberHeads(tx, caller.city, caller.seat, headsDigest(stored.headings), mapping, now);
  await judgeImport(tx, caller.city, id, next, now);
}

/** Says which unit a name of the file means, in all its rows; null takes it back. */
export async function nameUnit(
  tx: Tx,
  caller: Caller,
  id: Uuid,
  { printed, unit }: { printed: string; unit: Uuid | null },
  now: Date,
): Promise<void> {
  const stored = await underReview(tx, caller, id);
  const { [printed]: _, ...others } = stored.names;
  const next = { ...stored, names: unit ? { ...others, [printed]: unit } : others };
  await saveReading(tx, caller.city, id, next);
  await judgeImport(tx, caller.city, id, next, now);
}

/** Puts a row right, or chooses it. */
export async function changeRow(
  tx: Tx,
  caller: Caller,
  id: Uuid,
  n: number,
  given: ChangeRow,
  language: Language,
  now: Date,
): Promise<ImportRow> {
  const stored = await underReview(tx, caller, id);
  const row = await findRow(tx, caller.city, id, n);
  if (!row) return refuse('sheet.no-such-row', { row: n }, { status: 404 });
  if (row.state === 'imported') return refuse('sheet.row-imported', { row: n }, { status: 409 });
  const fix = given.fix === null ? {} : { ...row.fix, ...given.fix };
  await saveFix(tx, caller.city, id, n, { fix, picked: given.chosen ?? row.picked });
  await judgeImport(tx, caller.city, id, stored, now);
  return viewRow((await findRow(tx, caller.city, id, n))!, language);
}

/** Chooses many rows at once. */
export async function chooseRows(tx: Tx, caller: Caller, id: Uuid, which: 'all' | 'ready' | 'none'): Promise<void> {
  await underReview(tx, caller, id);
  await chooseAll(tx, caller.city, id, which);
}

/**
 * Has the chosen rows imported, behind. Refuses where the rows are not as many as the reader saw (409). The same request sent
 * again, while it goes on or after its end, does nothing; another for an import that was begun is refused (409, `sheet.begun`).
 */
export async function beginRows(tx: Tx, caller: Caller, id: Uuid, given: BeginImport, now: Date): Promise<void> {
  if (!mayImport(caller.role)) refuse('sheet.not-yours', {}, { status: 403 });
  const transfer = await lockTransfer(tx, caller.city, id);
  if (!transfer || transfer.kind !== 'import') return refuse('transfer.not-found', {}, { status: 404 });
  if (transfer.status !== 'review') {
    if (canonicalJson(JSON.parse(transfer.ask)) === canonicalJson(given)) return;
    refuse('sheet.begun', {}, { status: 409 });
  }
  const stored = await underReview(tx, caller, id);
  // Judged once more: the ledger and the calendar have gone on since.
  await judgeImport(tx, caller.city, id, stored, now);
  const { chosen } = await countRows(tx, caller.city, id);
  if (chosen !== given.chosen) refuse('sheet.other-rows', { chosen, seen: given.chosen }, { status: 409 });
  // Named now and in the order of the rows, which the ledger keeps by them: newest first, the last row stands first.
  const rows = await findChosen(tx, caller.city, id);
  await nameRows(tx, caller.city, id, rows, uuidsInOrder(now, rows.length));
  await beginImport(tx, caller, id, { ask: given, total: chosen }, importMatters, now);
}

/** Takes up again what was stopped, or what was left out: what is imported stays imported. */
export async function reviewRows(tx: Tx, caller: Caller, id: Uuid, now: Date): Promise<void> {
  const stored = await ownImport(tx, caller, id);
  if (!(await reviewAgain(tx, caller.city, id, now))) refuse('sheet.under-way', {}, { status: 409 });
  await judgeImport(tx, caller.city, id, stored, now);
}
