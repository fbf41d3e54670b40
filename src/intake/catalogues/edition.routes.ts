import { Readable } from 'node:stream';
import { z } from 'zod';
import { languageIn, readUpload, type RoutePlugin } from '../../platform/http/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { MEDIA, sheetFile, SheetFormat } from '../../platform/sheets/index.ts';
import { SHEET_LIMIT, tablesOfFile } from '../sheets/readFile.ts';
import { bringEntry, compareEdition, editionOf } from './edition.acts.ts';
import { Brought, Edition, EditionPlan, EditionRead, EntryToBring } from './edition.contract.ts';

const tags = ['catalogues'];
/** A thousand items of Chinese. */
const BODY_LIMIT = 16 * 1024 * 1024;
const COLUMNS = [
  ['item', 8],
  ['text', 48],
  ['area', 16],
  ['wanted', 32],
  ['due', 16],
  ['units', 40],
] as const;

/** Bringing an edition of a list in by the table: read, compared item by item, done item by item. */
export const editionRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/catalogues/editions/template',
    {
      schema: {
        tags,
        summary: 'An empty table of the items of a list to be filled in',
        querystring: z.object({ format: SheetFormat.default('xlsx') }),
      },
    },
    (request, reply) => {
      const { format } = request.query;
      const say = (key: string): string => sentence(languageIn(request), `catalogues.${key}`);
      const table = {
        name: say('sheet'),
        columns: COLUMNS.map(([key, width]) => ({ title: say(`column.${key}`), width })),
        about: { name: say('about'), said: say('template'), lines: [] },
        rows: { [Symbol.asyncIterator]: none },
      };
      return reply
        .header('content-disposition', `attachment; filename="huiyin-list.${format}"`)
        .type(MEDIA[format])
        .send(Readable.from(sheetFile(format, table)));
    },
  );
  http.post(
    '/api/catalogues/editions/read',
    {
      bodyLimit: SHEET_LIMIT * 2,
      schema: {
        tags,
        summary: 'The items of a table (XLSX, or CSV in any encoding); nothing is brought in',
        consumes: ['application/octet-stream', 'multipart/form-data'],
        querystring: z.object({ name: z.string().max(200).optional() }),
        response: { 200: EditionRead },
      },
    },
    async (request) => {
      void request.caller;
      const { bytes, name } = await readUpload(request);
      return editionOf(await tablesOfFile(bytes, name));
    },
  );
  http.post(
    '/api/catalogues/editions/compare',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        tags,
        summary: 'Item by item what an edition would add, change and leave out; nothing is brought in',
        body: Edition,
        response: { 200: EditionPlan },
      },
    },
    async (request) => {
      const { caller, body } = request;
      const entries = await transact(pool, caller, (tx) =>
        compareEdition(tx, caller, body, now(), languageIn(request)),
      );
      return { entries };
    },
  );
  http.post(
    '/api/catalogues/editions/entries',
    {
      schema: {
        tags,
        summary:
          'Bring one item in: registered and divided, revised, or marked as dropped; what is done already is left',
        body: EntryToBring,
        response: { 200: Brought },
      },
    },
    ({ caller, body }) => bringEntry(pool, caller, body, now()),
  );
};

async function* none(): AsyncGenerator<never> {}
