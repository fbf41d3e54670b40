import { z } from 'zod';

/** What crosses the wire about transfers: exports and imports, which go on while their seat does something else. */
const Instant = z.iso.datetime({ offset: true });

export const TransferKind = z.enum(['export', 'import']);
export type TransferKind = z.infer<typeof TransferKind>;
/** `review`: an import that waits for its reader's decision. */
export const TransferStatus = z.enum(['review', 'waiting', 'running', 'done', 'failed', 'cancelled']);
export type TransferStatus = z.infer<typeof TransferStatus>;

export const Transfer = z.object({
  id: z.uuid(),
  kind: TransferKind,
  title: z.string(),
  status: TransferStatus,
  /** Rows written or imported so far. */
  done: z.int(),
  /** Of how many; null where that is not known beforehand. */
  total: z.int().nullable(),
  /** Why it failed, in the reader's language. */
  problem: z.string().nullable(),
  /** The file to download, once it is done. `size` in bytes. */
  file: z.object({ name: z.string(), size: z.int() }).nullable(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
  /** When it will be cleaned away. */
  expiresAt: Instant,
});
export type Transfer = z.infer<typeof Transfer>;

/** The seat's own transfers, newest first; those of the last days, so there are no pages. */
export const TransferList = z.object({ rows: z.array(Transfer) });
export type TransferList = z.infer<typeof TransferList>;
