import { canonicalJson, refuse, type Uuid } from '../../kernel/index.ts';
import { describe, type Language } from '../i18n/index.ts';
import type { Caller } from '../identity/index.ts';
import { enqueue, type Job } from '../jobs/index.ts';
import type { Tx } from '../postgres/index.ts';
import type { Transfer, TransferKind } from './contract.ts';
import {
  countUnfinished,
  findTransfer,
  finishTransfer,
  insertTransfer,
  listTransfers,
  lockTransfer,
  queueTransfer,
  removeParts,
  removeTransfer,
  reviewTransfer,
  type StoredTransfer,
} from './transfer.store.ts';

/** What a transfer's job is told; everything else stands in the row. */
export type TransferJob = Job<{ transfer: Uuid }>;

/** So long a finished export can be downloaded, and an import's report read. */
const KEPT_DAYS = 7;
/** So long an import under review waits for its reader. */
const REVIEW_DAYS = 30;
/** One person's work must not keep everybody else's waiting. */
const MOST_AT_ONCE = 3;
const SHOWN = 100;

const inDays = (now: Date, days: number): Date => new Date(now.getTime() + days * 86_400_000);

export type NewTransfer = {
  readonly id: Uuid;
  readonly kind: TransferKind;
  readonly title: string;
  readonly ask: unknown;
  readonly language: Language;
  readonly fileName: string;
  readonly mediaType: string;
};

/**
 * Begins an export: noted and enqueued in one transaction. The same id sent again gives the first. Refuses a fourth at once
 * (`transfer.too-many`) and an id that another seat used, or this one for something else (409).
 */
export async function beginExport(
  tx: Tx,
  caller: Caller,
  given: Omit<NewTransfer, 'kind'>,
  job: TransferJob,
  now: Date,
): Promise<Transfer> {
  const earlier = await findTransfer(tx, caller.city, given.id);
  if (earlier)
    return canonicalJson(JSON.parse(earlier.ask)) === canonicalJson(given.ask)
      ? viewTransfer(earlier, given.language)
      : refuse('transfer.id-taken', {}, { status: 409 });
  await refuseTooMany(tx, caller, 'export');
  const kept = inDays(now, KEPT_DAYS);
  const row = { ...rowOf(caller, { ...given, kind: 'export' }, now, kept), status: 'waiting' as const };
  if (!(await insertTransfer(tx, caller.city, row))) return refuse('transfer.id-taken', {}, { status: 409 });
  await enqueue(tx, job, { transfer: given.id });
  return viewTransfer((await findTransfer(tx, caller.city, given.id))!, given.language);
}

/** Notes an import under review; nothing is done until {@link beginImport}. */
export async function openImport(
  tx: Tx,
  caller: Caller,
  given: Omit<NewTransfer, 'kind'>,
  total: number,
  now: Date,
): Promise<void> {
  const row = rowOf(caller, { ...given, kind: 'import' }, now, inDays(now, REVIEW_DAYS));
  await insertTransfer(tx, caller.city, { ...row, status: 'review', total });
}

/** Has an import done that was reviewed. False where it was begun before: what is under way is what was asked first. */
export async function beginImport(
  tx: Tx,
  caller: Caller,
  id: Uuid,
  given: { readonly ask: unknown; readonly total: number },
  job: TransferJob,
  now: Date,
): Promise<boolean> {
  await refuseTooMany(tx, caller, 'import');
  const queued = { ask: JSON.stringify(given.ask), total: given.total, expiresAt: inDays(now, REVIEW_DAYS) };
  const begun = await queueTransfer(tx, caller.city, id, queued);
  if (begun) await enqueue(tx, job, { transfer: id });
  return begun;
}

/** Takes an import that has ended, or was stopped, back under review; false while it is under way. */
export const reviewAgain = (tx: Tx, city: number, id: Uuid, now: Date): Promise<boolean> =>
  reviewTransfer(tx, city, id, inDays(now, REVIEW_DAYS));

async function refuseTooMany(tx: Tx, caller: Caller, kind: TransferKind): Promise<void> {
  if ((await countUnfinished(tx, caller.city, caller.seat, kind)) >= MOST_AT_ONCE)
    refuse('transfer.too-many', { limit: MOST_AT_ONCE }, { status: 429 });
}

const rowOf = (caller: Caller, { ask, ...given }: NewTransfer, now: Date, expiresAt: Date) => ({
  ...given,
  ask: JSON.stringify(ask),
  title: given.title.slice(0, 200),
  seat: caller.seat,
  account: caller.account,
  total: null,
  createdAt: now,
  expiresAt,
});

/** The seat's own transfers, newest first. */
export async function ownTransfers(tx: Tx, caller: Caller, language: Language): Promise<Transfer[]> {
  return (await listTransfers(tx, caller.city, caller.seat, SHOWN)).map((row) => viewTransfer(row, language));
}

/** One of the seat's own; row-level security hides the others, and one answer serves for both. */
export async function ownTransfer(tx: Tx, caller: Caller, id: Uuid): Promise<StoredTransfer> {
  return (await findTransfer(tx, caller.city, id)) ?? refuse('transfer.not-found', {}, { status: 404 });
}

/** Stops one: what was written so far is taken away, what was imported so far stays, as acts do. Twice is once. */
export async function cancelTransfer(tx: Tx, caller: Caller, id: Uuid, now: Date): Promise<StoredTransfer> {
  if (!(await lockTransfer(tx, caller.city, id))) refuse('transfer.not-found', {}, { status: 404 });
  if (await finishTransfer(tx, caller.city, id, { status: 'cancelled', at: now }))
    await removeParts(tx, caller.city, id);
  return ownTransfer(tx, caller, id);
}

/** Takes one away that has ended; refuses one that is under way (409). */
export async function forgetTransfer(tx: Tx, caller: Caller, id: Uuid): Promise<void> {
  const found = await lockTransfer(tx, caller.city, id);
  if (!found) return;
  if (found.status === 'waiting' || found.status === 'running') refuse('transfer.under-way', {}, { status: 409 });
  await removeTransfer(tx, caller.city, id);
}

/** A transfer as it crosses the wire. */
export function viewTransfer(row: StoredTransfer, language: Language): Transfer {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    status: row.status,
    done: row.done,
    total: row.total,
    problem: row.problem && describe(language, row.problem),
    file: row.status === 'done' && row.size !== null ? { name: row.fileName, size: row.size } : null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt.toISOString(),
  };
}
