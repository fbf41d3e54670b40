import { z } from 'zod';

/** What the server says of a file that it has taken in. */
export const FileReceipt = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.int() });
export type FileReceipt = z.infer<typeof FileReceipt>;

/** A file by what an act keeps of it: changed bytes have another SHA-256 (hexadecimal), whatever the table says of them. */
export type FileFacts = { readonly id: string; readonly name: string; readonly size: number; readonly sha256: string };
