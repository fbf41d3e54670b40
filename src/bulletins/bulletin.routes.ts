import { z } from 'zod';
import { isUuid, refuse } from '../kernel/index.ts';
import type { RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { previewBulletin, publishBulletin, viewBulletin } from './bulletin.acts.ts';
import { listBulletins } from './bulletin.store.ts';
import { BulletinPage, BulletinView, PublishBulletin } from './contract.ts';

const PAGE = 30;
const ID = z.object({ id: z.uuid('bulletin.not-found') });

/** The bulletins' part of the HTTP interface. */
export const bulletinRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/bulletins',
    {
      schema: {
        tags: ['bulletins'],
        summary: 'The published bulletins, newest first',
        querystring: z.object({ after: z.string().max(100).optional() }),
        response: { 200: BulletinPage },
      },
    },
    (request) =>
      transact(pool, request.caller, async (tx) => {
        const { after } = request.query;
        if (after && !isUuid(after)) return refuse('matter.cursor-unreadable', {}, { status: 400, pointer: 'after' });
        const rows = await listBulletins(tx, request.caller.city, after ?? null, PAGE);
        return { rows, next: rows.length === PAGE ? rows.at(-1)!.id : null };
      }),
  );
  http.get(
    '/api/bulletins/preview',
    {
      schema: {
        tags: ['bulletins'],
        summary: 'A round’s bulletin as it would be published now',
        querystring: z.object({ round: z.uuid() }),
        response: { 200: BulletinView },
      },
    },
    (request) =>
      transact(pool, request.caller, (tx) => previewBulletin(tx, request.caller, request.query.round, now())),
  );
  http.get(
    '/api/bulletins/:id',
    {
      schema: {
        tags: ['bulletins'],
        summary: 'A published bulletin, as it was frozen',
        params: ID,
        response: { 200: BulletinView },
      },
    },
    (request) => transact(pool, request.caller, (tx) => viewBulletin(tx, request.caller, request.params.id)),
  );
  http.post(
    '/api/bulletins',
    {
      schema: {
        tags: ['bulletins'],
        summary: 'Publish a round’s bulletin: count anew, seal, freeze',
        body: PublishBulletin,
        response: { 200: z.object({ bulletin: z.uuid() }) },
      },
    },
    async (request) => ({ bulletin: await publishBulletin(pool, request.caller, request.body, now()) }),
  );
};
