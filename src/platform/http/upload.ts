import type { FastifyRequest } from 'fastify';
import { refuse } from '../../kernel/index.ts';
import { nameIn } from '../files/index.ts';

/** A file as it came: the name that the sender gave it, and its bytes. */
export type Upload = { readonly name: string; readonly bytes: Buffer };

/**
 * The file of a request: either the body as it is (`application/octet-stream`, the name in the query as `name` or, where no log of addresses
 * should have it, in `Upload-Metadata` as tus has it) or the first file of a form (`multipart/form-data`).
 *
 * @throws Refusal `http.no-file` (400) when there is none; 413 and 415 come from the parsers.
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const { name: asked } = request.query as { name?: string };
  const metadata = request.headers['upload-metadata'];
  const name = asked ?? (typeof metadata === 'string' ? nameIn(metadata) : undefined);
  if (request.isMultipart()) {
    const part = await request.file();
    if (part) return { name: name ?? part.filename, bytes: await part.toBuffer() };
  } else if (Buffer.isBuffer(request.body)) return { name: name ?? '', bytes: request.body };
  return refuse('http.no-file', {}, { status: 400 });
}
