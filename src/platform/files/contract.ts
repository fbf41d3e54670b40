import { z } from 'zod';

/** What the server says of a file that it has taken in. */
export const FileReceipt = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.int() });
export type FileReceipt = z.infer<typeof FileReceipt>;

/** The largest file taken in, in bytes. */
export const FILE_LIMIT = 30 * 1024 * 1024;
