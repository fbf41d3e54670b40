import { Readable } from 'node:stream';
import { z } from 'zod';
import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { MEDIA, sheetFile, SheetFormat } from '../../platform/sheets/index.ts';
import { cataloguesOf, matrixOf, matrixTable } from './matrix.ts';
import { Catalogues, Matrix, MatrixQuery } from './matrix.contract.ts';

const tags = ['catalogues'];

/** The lists of a city, and where each unit stands with each of their items: on the page and as a table. */
export const catalogueRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/catalogues',
    { schema: { tags, summary: 'The lists whose items are matters', response: { 200: Catalogues } } },
    ({ caller }) => transact(pool, caller, (tx) => cataloguesOf(tx, caller)),
  );
  http.get(
    '/api/catalogues/matrix',
    {
      schema: {
        tags,
        summary: 'The items of a list, and where each unit stands with each of them',
        querystring: MatrixQuery,
        response: { 200: Matrix },
      },
    },
    ({ caller, query }) => transact(pool, caller, (tx) => matrixOf(tx, caller, query, now())),
  );
  http.get(
    '/api/catalogues/table',
    {
      schema: {
        tags,
        summary: 'The same as a table',
        querystring: MatrixQuery.extend({
          format: SheetFormat.default('xlsx'),
          name: z.string().max(80).default('matrix'),
        }),
      },
    },
    async (request, reply) => {
      const { caller, query, cookies, headers } = request;
      const language = languageIn({ cookies, headers });
      const table = await transact(pool, caller, (tx) => matrixTable(tx, caller, query, now(), language));
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(query.name)}.${query.format}`)
        .type(MEDIA[query.format])
        .send(Readable.from(sheetFile(query.format, table)));
    },
  );
};
