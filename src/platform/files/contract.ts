import { z } from 'zod';

/** What the server says of a file that it has taken in. */
export const FileReceipt = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.int() });
export type FileReceipt = z.infer<typeof FileReceipt>;

/** Whether a file is a picture: the extension of what is kept fits what its bytes are, whatever it was called. */
export const isPicture = ({ name }: { readonly name: string }): boolean => /\.(?:png|jpe?g|webp|hei[cf])$/u.test(name);

/** A file by what an act keeps of it: changed bytes have another SHA-256 (hexadecimal), whatever the table says of them. */
export type FileFacts = { readonly id: string; readonly name: string; readonly size: number; readonly sha256: string };
