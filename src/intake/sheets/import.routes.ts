import { Readable } from 'node:stream';
import { z } from 'zod';
import { languageIn, readUpload, type RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { MEDIA, SheetFormat } from '../../platform/sheets/index.ts';
import { ImportReceipt, ImportRows, ImportRowsQuery, ImportView } from './contract.ts';
import { openSheet, viewImport, viewRows } from './import.acts.ts';
import { ID, importChangeRoutes } from './import-changes.routes.ts';
import { SHEET_LIMIT, tablesOfFile } from './readFile.ts';
import { templateFile } from './template.ts';

const tags = ['imports'];

/** Importing matters from tables: reading, looking over, putting right, importing. */
export const importRoutes: RoutePlugin = (http, deps) => {
  const { pool, now } = deps;
  http.get(
    '/api/imports/template',
    {
      schema: {
        tags,
        summary: 'An empty table whose columns an import knows',
        querystring: z.object({ format: SheetFormat.default('xlsx') }),
      },
    },
    (request, reply) => {
      const { format } = request.query;
      return reply
        .header('content-disposition', `attachment; filename="huiyin-template.${format}"`)
        .type(MEDIA[format])
        .send(Readable.from(templateFile(format, languageIn(request))));
    },
  );
  http.post(
    '/api/imports',
    {
      // A file that is a little too large is refused in our words; more than that nobody reads to the end.
      bodyLimit: SHEET_LIMIT * 2,
      schema: {
        tags,
        summary: 'Upload a table (XLSX, or CSV in any encoding) to look over what it would become',
        consumes: ['application/octet-stream', 'multipart/form-data'],
        querystring: z.object({ name: z.string().max(200).optional() }),
        response: { 200: ImportReceipt },
      },
    },
    async (request) => {
      const upload = await readUpload(request);
      // Read before the transaction begins: a large table takes seconds, and a transaction holds a connection.
      const workbook = await tablesOfFile(upload.bytes, upload.name);
      return transact(pool, request.caller, (tx) =>
        openSheet(tx, request.caller, { ...upload, workbook }, languageIn(request), now()),
      );
    },
  );
  http.get(
    '/api/imports/:id',
    { schema: { tags, summary: 'An import, its columns and its counts', params: ID, response: { 200: ImportView } } },
    (request) =>
      transact(pool, request.caller, (tx) => viewImport(tx, request.caller, request.params.id, languageIn(request))),
  );
  http.get(
    '/api/imports/:id/rows',
    {
      schema: {
        tags,
        summary: 'Row by row what it would do, and what is wrong',
        params: ID,
        querystring: ImportRowsQuery,
        response: { 200: ImportRows },
      },
    },
    (request) =>
      transact(pool, request.caller, (tx) =>
        viewRows(tx, request.caller, request.params.id, request.query, languageIn(request)),
      ),
  );
  importChangeRoutes(http, deps);
};
