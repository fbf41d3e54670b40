import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { dayOf, refuse } from '../../kernel/index.ts';
import {
  FILE_LIMIT,
  FileReceipt,
  findFile,
  keepFile,
  keepSealed,
  openAbout,
  openedBytes,
  type FileStore,
} from '../files/index.ts';
import { transact } from '../postgres/index.ts';
import { attachment } from './attachment.ts';
import type { Http, HttpOptions } from './plugin.ts';
import { readUpload } from './upload.ts';

const tags = ['files'];

/** Uploading evidence and reading it back. */
export function fileRoutes(http: Http, { pool, now, files, sealing, mayReadFile }: HttpOptions): void {
  http.post(
    '/api/files',
    {
      bodyLimit: FILE_LIMIT,
      config: { upload: true },
      schema: {
        tags,
        summary: 'Upload a file: its bytes as the body, or a form with one file; `sealed` for a sealed matter',
        consumes: ['application/octet-stream', 'multipart/form-data'],
        querystring: z.object({ name: z.string().max(500).optional(), sealed: z.enum(['true']).optional() }),
        response: { 201: FileReceipt },
      },
    },
    async (request, reply) => {
      const upload = await readUpload(request);
      reply.code(201);
      return request.query.sealed
        ? keepSealed({ pool, files, sealing }, request.caller, upload, now())
        : keepFile({ pool, files }, request.caller, upload, now());
    },
  );

  http.get(
    '/api/files/:id',
    { schema: { tags, summary: 'Download a file', params: z.object({ id: z.uuid() }) } },
    async (request, reply) => {
      const { caller } = request;
      const { id } = request.params;
      const file = await transact(pool, caller, async (tx) => {
        const found = await findFile(tx, caller.city, id);
        if (!found) return undefined;
        // Of what is sealed the key says who may: whoever uploaded it may be named no more.
        if (found.about !== null && found.erased_at === null)
          return { ...found, key: await sealing.open(tx, caller, found, now()) };
        const may = (await mayReadFile(tx, caller, id, now())) || found.uploaded_by === caller.seat;
        return may ? { ...found, key: null } : undefined;
      });
      // One answer for what is not there and what is not theirs: the difference would tell that it is there.
      if (!file) return refuse('files.not-found', { id }, { status: 404 });
      if (file.erased_at) {
        const day = dayOf(file.erased_at);
        return refuse('files.erased', { name: file.name, day }, { status: 410 });
      }
      if (file.key) return sendSealed(reply, { ...file, key: file.key }, files);
      const etag = `"${file.sha256.toString('hex')}"`;
      reply.headers({ etag, 'cache-control': 'private, no-cache' });
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      const { name, size } = file;
      return attachment(reply, { name, size, mediaType: file.media_type }).send(files.read(file.sha256));
    },
  );
}

type SealedFile = { readonly id: string; readonly about: string | null; readonly sha256: Buffer; readonly key: Buffer };

/** As it is deciphered; no browser keeps any of it. */
const sendSealed = (reply: FastifyReply, { id, about, sha256, key }: SealedFile, files: FileStore): FastifyReply =>
  attachment(reply.header('cache-control', 'no-store'), openAbout(key, id, about!)).send(
    openedBytes(key, id, files.read(sha256)),
  );
