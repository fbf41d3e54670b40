import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refuse } from '../../kernel/index.ts';
import {
  asMetadata,
  dropUpload,
  FILE_LIMIT,
  FileReceipt,
  getUpload,
  isSealed,
  nameIn,
  openUpload,
  receive,
  takeUpload,
  TUS_EXTENSIONS,
  TUS_VERSION,
} from '../files/index.ts';
import type { Http, HttpDeps } from './plugin.ts';

const tags = ['files'];
const params = z.object({ id: z.uuid() });
const BYTES = 'application/offset+octet-stream';

/** Loose, as a browser sends headers that are not ours to know. */
const headers = (own: z.ZodRawShape) => z.looseObject({ 'tus-resumable': z.string().optional(), ...own });
const Opening = headers({
  'upload-length': z.coerce.number().int().min(0),
  'upload-metadata': z.string().max(4000).optional(),
});
const Going = headers({ 'upload-offset': z.coerce.number().int().min(0) });

/**
 * Uploads that go on where they were cut, by the tus protocol (ADR 60): opened, sent on from a byte, asked how far they are, and
 * when they are whole taken as a file, which then is one like any other.
 */
export function resumableRoutes(http: Http, deps: HttpDeps): void {
  const { pool, now, files, sealing } = deps;
  http.addContentTypeParser(BYTES, (_, body, done) => done(null, body));

  openingRoutes(http, deps);

  http.head(
    '/api/uploads/:id',
    {
      ...speaking,
      config: { swagger: { exposeHeadRoute: true } },
      schema: { tags, summary: 'How far an upload has come', params, response: { 200: z.null() } },
    },
    async (request, reply) => {
      const upload = await getUpload(pool, request.caller, request.params.id);
      return standing(reply, upload)
        .headers({ 'upload-length': upload.size, 'upload-metadata': asMetadata(upload.kept ? '' : upload.name) })
        .code(200)
        .send();
    },
  );

  http.patch(
    '/api/uploads/:id',
    {
      ...speaking,
      bodyLimit: FILE_LIMIT,
      config: { refuses: [409, 412, 413, 415] },
      schema: {
        tags,
        summary: `Send an upload on from the byte where it stands (${BYTES})`,
        params,
        headers: Going,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      if (request.headers['content-type'] !== BYTES) refuse('files.upload-type', { type: BYTES }, { status: 415 });
      const { id } = request.params;
      const offset = Number(request.headers['upload-offset']);
      const upload = await receive(pool, request.caller, { id, offset, now, sealing }, request.body as Readable);
      return standing(reply, upload).code(204).send(null);
    },
  );

  http.delete(
    '/api/uploads/:id',
    { ...speaking, schema: { tags, summary: 'Give an upload up', params, response: { 204: z.null() } } },
    async (request, reply) => {
      await dropUpload(pool, request.caller, request.params.id);
      return reply.code(204).send(null);
    },
  );

  http.post(
    '/api/uploads/:id/file',
    {
      config: { refuses: [409, 415, 422] },
      schema: {
        tags,
        summary: 'Take an upload that has come whole as a file; asked again, it is the same one',
        params,
        response: { 201: FileReceipt },
      },
    },
    async (request, reply) => {
      reply.code(201);
      return takeUpload({ pool, files, sealing }, request.caller, request.params.id, now());
    },
  );
}

/** What this server speaks, and the beginning of an upload. */
function openingRoutes(http: Http, { pool, now, sealing }: HttpDeps): void {
  http.options(
    '/api/uploads',
    {
      config: { public: true },
      onRequest: sayVersion,
      schema: { tags, summary: 'What this server speaks of the tus protocol', response: { 204: z.null() } },
    },
    async (_, reply) =>
      reply
        .headers({ 'tus-version': TUS_VERSION, 'tus-extension': TUS_EXTENSIONS, 'tus-max-size': FILE_LIMIT })
        .code(204)
        .send(null),
  );

  http.post(
    '/api/uploads',
    {
      ...speaking,
      config: { refuses: [412, 413, 422, 429] },
      schema: {
        tags,
        summary: 'Open an upload that can go on where it was cut (tus)',
        headers: Opening,
        response: { 201: z.null() },
      },
    },
    async (request, reply) => {
      const { 'upload-length': size, 'upload-metadata': metadata } = request.headers as z.infer<typeof Opening>;
      const name = nameIn(metadata as string | undefined);
      const sealed = isSealed(metadata as string | undefined) ? { sealing } : {};
      const upload = await openUpload(pool, request.caller, { name, size: Number(size), ...sealed }, now());
      return standing(reply, upload).header('location', `/api/uploads/${upload.id}`).code(201).send();
    },
  );
}

type Stand = { readonly received: number; readonly expiresAt: Date };

const standing = (reply: FastifyReply, { received, expiresAt }: Stand): FastifyReply =>
  reply.headers({
    'upload-offset': received,
    'upload-expires': expiresAt.toUTCString(),
    'cache-control': 'no-store',
  });

async function sayVersion(_: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('tus-resumable', TUS_VERSION);
}

/** What the protocol asks of every request but OPTIONS: the version on both sides, and no other than ours. */
const speaking = {
  onRequest: async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    await sayVersion(request, reply);
    if (request.headers['tus-resumable'] === TUS_VERSION) return;
    reply.header('tus-version', TUS_VERSION);
    refuse('files.tus-version', { version: TUS_VERSION }, { status: 412, pointer: 'Tus-Resumable' });
  },
};
