import { Readable } from 'node:stream';
import { z } from 'zod';
import { languageIn, readUpload, type RoutePlugin } from '../../platform/http/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import { findUnits } from '../../directory/index.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
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
  ['stands', 12],
  ['result', 40],
  ['on', 14],
  ['evidence', 24],
] as const;

/** Bringing an edition of a list in by the table: read, compared item by item, done item by item. */
export const editionRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/catalogues/editions/template',
    {
      schema: {
        tags,
        summary: 'A table of the items of a list to be filled in: empty, or a sample with units of the city',
        querystring: z.object({
          of: z.enum(['empty', 'sample']).default('empty'),
          format: SheetFormat.default('xlsx'),
        }),
      },
    },
    async (request, reply) => {
      const { caller, query } = request;
      const { format } = query;
      const say: Say = (key) => sentence(languageIn(request), `catalogues.${key}`);
      const table = {
        name: say('sheet'),
        columns: COLUMNS.map(([key, width]) => ({ title: say(`column.${key}`), width })),
        about: { name: say('about'), said: say('template'), lines: [] },
        rows: once(query.of === 'empty' ? [] : await transact(pool, caller, (tx) => sampleRows(tx, caller.city, say))),
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
    (request) => {
      const { caller, body } = request;
      return transact(pool, caller, (tx) => compareEdition(tx, caller, body, now(), languageIn(request)));
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

type Say = (key: string) => string;

/** Two items, one with a line for each of three units, as a city's ledger has them. */
async function sampleRows(tx: Tx, city: number, say: Say): Promise<string[][]> {
  const units = [...(await findUnits(tx, city)).values()].filter(({ retiredAt }) => retiredAt === null);
  const past = ['done', 'going', 'none'].map((stands) => [
    say(`sample.${stands}.stands`),
    say(`sample.${stands}.result`),
  ]);
  const item = (n: 1 | 2) => [String(n), ...['text', 'area', 'wanted'].map((of) => say(`sample.${n}.${of}`)), ''];
  return [
    ...units.slice(0, past.length).map(({ name }, i) => [...item(1), name, ...past[i]!, '', '']),
    [
      ...item(2),
      units
        .slice(0, 2)
        .map(({ name }) => name)
        .join('、'),
      '',
      '',
      '',
      '',
    ],
  ];
}

async function* once<T>(rows: readonly T[]): AsyncGenerator<readonly T[]> {
  yield rows;
}
