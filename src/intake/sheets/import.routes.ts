import { Readable } from 'node:stream';
import { z } from 'zod';
import { languageIn, readUpload, type RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { MEDIA, SheetFormat } from '../../platform/sheets/index.ts';
import {
  BeginImport,
  ChangeRow,
  ChooseRows,
  ImportReceipt,
  ImportRow,
  ImportRows,
  ImportRowsQuery,
  ImportView,
  NameUnit,
  SetMapping,
} from './contract.ts';
import {
  beginRows,
  changeRow,
  chooseRows,
  nameUnit,
  openSheet,
  reviewRows,
  setMapping,
  viewImport,
  viewRows,
} from './import.acts.ts';
import { SHEET_LIMIT, tablesOfFile } from './readFile.ts';
import { templateFile } from './template.ts';

const tags = ['imports'];
const ID = z.object({ id: z.uuid('transfer.not-found') });
const Line = ID.extend({ n: z.coerce.number().int().min(1) });

/** Importing matters from tables: reading, looking over, putting right, importing. */
export const importRoutes: RoutePlugin = (http, { pool, now }) => {
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
  /** What each change of an import is asked and answers: how it then is. */
  const changed = { params: ID, response: { 200: ImportView } };
  http.put(
    '/api/imports/:id/mapping',
    { schema: { tags, summary: 'Say which column holds what', body: SetMapping, ...changed } },
    (request) =>
      transact(pool, request.caller, async (tx) => {
        await setMapping(tx, request.caller, request.params.id, request.body.mapping, now());
        return viewImport(tx, request.caller, request.params.id, languageIn(request));
      }),
  );
  http.post(
    '/api/imports/:id/units',
    { schema: { tags, summary: 'Say which unit a name of the file means', body: NameUnit, ...changed } },
    (request) =>
      transact(pool, request.caller, async (tx) => {
        await nameUnit(tx, request.caller, request.params.id, request.body, now());
        return viewImport(tx, request.caller, request.params.id, languageIn(request));
      }),
  );
  http.put(
    '/api/imports/:id/rows/:n',
    {
      schema: {
        tags,
        summary: 'Put a row right, or choose it',
        params: Line,
        body: ChangeRow,
        response: { 200: ImportRow },
      },
    },
    (request) =>
      transact(pool, request.caller, (tx) =>
        changeRow(tx, request.caller, request.params.id, request.params.n, request.body, languageIn(request), now()),
      ),
  );
  http.post(
    '/api/imports/:id/choose',
    { schema: { tags, summary: 'Choose many rows at once', body: ChooseRows, ...changed } },
    (request) =>
      transact(pool, request.caller, async (tx) => {
        await chooseRows(tx, request.caller, request.params.id, request.body.rows);
        return viewImport(tx, request.caller, request.params.id, languageIn(request));
      }),
  );
  http.post(
    '/api/imports/:id/begin',
    { schema: { tags, summary: 'Import the chosen rows; answers at once', body: BeginImport, ...changed } },
    (request) =>
      transact(pool, request.caller, async (tx) => {
        await beginRows(tx, request.caller, request.params.id, request.body, now());
        return viewImport(tx, request.caller, request.params.id, languageIn(request));
      }),
  );
  http.post(
    '/api/imports/:id/review',
    { schema: { tags, summary: 'Take up again what was stopped or left out', ...changed } },
    (request) =>
      transact(pool, request.caller, async (tx) => {
        await reviewRows(tx, request.caller, request.params.id, now());
        return viewImport(tx, request.caller, request.params.id, languageIn(request));
      }),
  );
};
