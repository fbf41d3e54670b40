import { Readable } from 'node:stream';
import { z } from 'zod';
import { refuse, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../identity/index.ts';
import { languageIn, type RoutePlugin } from '../http/index.ts';
import { transact, type Pool } from '../postgres/index.ts';
import { Transfer, TransferList } from './contract.ts';
import { cancelTransfer, forgetTransfer, ownTransfer, ownTransfers, viewTransfer } from './transfer.acts.ts';
import { findPart } from './transfer.store.ts';

const tags = ['transfers'];
const ID = z.object({ id: z.uuid('transfer.not-found') });

/** A seat's own exports and imports: how far they are, their files, stopping and forgetting them. */
export const transferRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/transfers',
    { schema: { tags, summary: 'My exports and imports, newest first', response: { 200: TransferList } } },
    (request) =>
      transact(pool, request.caller, async (tx) => ({
        rows: await ownTransfers(tx, request.caller, languageIn(request)),
      })),
  );
  http.get(
    '/api/transfers/:id',
    { schema: { tags, summary: 'One of mine, and how far it is', params: ID, response: { 200: Transfer } } },
    (request) =>
      transact(pool, request.caller, async (tx) =>
        viewTransfer(await ownTransfer(tx, request.caller, request.params.id), languageIn(request)),
      ),
  );
  http.post(
    '/api/transfers/:id/cancel',
    { schema: { tags, summary: 'Stop one that is under way', params: ID, response: { 200: Transfer } } },
    (request) =>
      transact(pool, request.caller, async (tx) =>
        viewTransfer(await cancelTransfer(tx, request.caller, request.params.id, now()), languageIn(request)),
      ),
  );
  http.delete(
    '/api/transfers/:id',
    { schema: { tags, summary: 'Take one away, with its file', params: ID, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await transact(pool, request.caller, (tx) => forgetTransfer(tx, request.caller, request.params.id));
      return reply.code(204).send();
    },
  );
  http.get(
    '/api/transfers/:id/file',
    { schema: { tags, summary: 'Download the file of a finished export', params: ID } },
    async (request, reply) => {
      const { caller } = request;
      const found = await transact(pool, caller, (tx) => ownTransfer(tx, caller, request.params.id));
      if (found.status !== 'done' || found.size === null) return refuse('transfer.no-file', {}, { status: 409 });
      return reply
        .headers({
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
          'content-length': found.size,
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'private, no-store',
        })
        .type(found.mediaType)
        .send(Readable.from(parts(pool, caller, found.id)));
    },
  );
};

/** The file part by part, each read in a transaction of its own under the caller's own row-level security. */
async function* parts(pool: Pool, caller: Caller, id: Uuid): AsyncGenerator<Buffer> {
  for (let n = 0; ; n++) {
    const bytes = await transact(pool, caller, (tx) => findPart(tx, caller.city, id, n));
    if (!bytes) return;
    yield bytes;
  }
}
