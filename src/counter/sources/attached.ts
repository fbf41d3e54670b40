import { createHash } from 'node:crypto';
import { Refusal, uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import { checkUpload, keepFileWithin, type FileStore, type MediaType } from '../../platform/files/index.ts';
import type { Pool, Tx } from '../../platform/postgres/index.ts';
import type { Attachments } from './attached.contract.ts';

/** Where what is handed over is kept: its words, and its files. */
export type Keeping = { readonly pool: Pool; readonly files: FileStore };

/** A file that was looked at; `print`: by which it is known again. */
export type Checked = {
  readonly name: string;
  readonly bytes: Buffer;
  readonly media: MediaType;
  readonly print: string;
};

/** Looks at each as at what is uploaded anywhere else. Refuses what may not be kept, and says which it is. */
export async function checkAttached(attachments: Attachments): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const [n, { name, content }] of (attachments ?? []).entries()) {
    const bytes = Buffer.from(content, 'base64');
    const media = await checkUpload({ name, bytes }).catch((error: unknown) => {
      throw error instanceof Refusal ? new Refusal({ ...error.problem, pointer: `/attachments/${n}` }) : error;
    });
    checked.push({ name, bytes, media, print: createHash('sha256').update(bytes).digest('hex') });
  }
  return checked;
}

/** What of files is compared where a request is sent again: not their bytes, of which the print is enough. */
export const printsOf = (checked: readonly Checked[]): object =>
  checked.length ? { attachments: checked.map(({ name, print }) => ({ name, print })) } : {};

/**
 * Keeps them as uploaded by whoever raised the request, and answers with their ids, which follow from what they belong to and what is in
 * them: sent again they are the same files.
 */
export async function keepAttached(
  tx: Tx,
  files: FileStore,
  caller: Pick<Caller, 'city' | 'seat'>,
  { checked, of, at }: { checked: readonly Checked[]; of: string; at: Date },
  now: Date,
): Promise<Uuid[]> {
  const ids: Uuid[] = [];
  for (const [n, { name, bytes, media, print }] of checked.entries()) {
    const words = JSON.stringify([of, n, name, print]);
    const id = uuidv7(at, createHash('sha256').update(words).digest().subarray(0, 10));
    await keepFileWithin(tx, files, caller, { id, name, bytes, media }, now);
    ids.push(id);
  }
  return ids;
}
