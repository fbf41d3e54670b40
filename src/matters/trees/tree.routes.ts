import { Readable } from 'node:stream';
import { z } from 'zod';
import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { MEDIA, sheetFile } from '../../platform/sheets/index.ts';
import { plantTree } from './plant.acts.ts';
import { Planted, PlantTree } from './plant.contract.ts';
import { treeTable } from './tree.table.ts';
import { TreeList, TreeQuery, TreeTableQuery, TreeView } from './tree.contract.ts';
import { treeOf, treesOf } from './tree.ts';

const tags = ['trees'];
/** Six hundred matters of Chinese. */
const BODY_LIMIT = 4 * 1024 * 1024;
const TreeId = z.object({ id: z.uuid('matter.not-found') });

/** Trees of matters that are summed up from below. */
export const treeRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/trees',
    { schema: { tags, summary: 'The trees whose tops this seat may read', response: { 200: TreeList } } },
    ({ caller }) => transact(pool, caller, (tx) => treesOf(tx, caller, now())),
  );
  http.post(
    '/api/trees',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        tags,
        summary: 'Register a whole tree, each matter below its own and assigned; all of it or nothing',
        body: PlantTree,
        response: { 200: Planted },
      },
    },
    async ({ caller, body }) => ({ id: await transact(pool, caller, (tx) => plantTree(tx, caller, body, now())) }),
  );
  http.get(
    '/api/trees/:id',
    {
      schema: {
        tags,
        summary: 'A matter and all that stands below it, summed up with what is unknown of it, now or as of a day',
        params: TreeId,
        querystring: TreeQuery,
        response: { 200: TreeView },
      },
    },
    ({ caller, params, query }) => transact(pool, caller, (tx) => treeOf(tx, caller, params.id, query, now())),
  );
  http.get(
    '/api/trees/:id/table',
    {
      schema: {
        tags,
        summary: 'What one unit owes of a tree, or all do, as a table',
        params: TreeId,
        querystring: TreeTableQuery,
      },
    },
    async (request, reply) => {
      const { caller, params, query, cookies, headers } = request;
      const language = languageIn({ cookies, headers });
      const table = await transact(pool, caller, (tx) => treeTable(tx, caller, params.id, query, now(), language));
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(query.name)}.xlsx`)
        .type(MEDIA.xlsx)
        .send(Readable.from(sheetFile('xlsx', table)));
    },
  );
};
