import { Readable } from 'node:stream';
import { z } from 'zod';
import { languageIn, readUpload, type RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { MEDIA, SheetFormat } from '../../platform/sheets/index.ts';
import { SHEET_LIMIT, tablesOfFile } from '../sheets/readFile.ts';
import { bringEnterprisesIn, previewEnterprises, readEnterpriseSheet } from './enterprise-sheet.acts.ts';
import { EnterprisePlan, EnterprisesDone, EnterpriseSheet, EnterpriseSheetRead } from './enterprise-sheet.contract.ts';
import { enterpriseTemplate } from './template.ts';

const tags = ['enterprises'];
/** Five thousand lines of Chinese. */
const BODY_LIMIT = 8 * 1024 * 1024;

/** Bringing enterprises in by the table: read, looked over line by line, done. For administrators. */
export const enterpriseSheetRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/enterprises/sheet/template',
    {
      schema: {
        tags,
        summary: 'An empty table of enterprises to be filled in',
        querystring: z.object({ format: SheetFormat.default('xlsx') }),
      },
    },
    (request, reply) => {
      const { format } = request.query;
      return reply
        .header('content-disposition', `attachment; filename="huiyin-enterprises.${format}"`)
        .type(MEDIA[format])
        .send(Readable.from(enterpriseTemplate(format, languageIn(request))));
    },
  );
  http.post(
    '/api/enterprises/sheet/read',
    {
      bodyLimit: SHEET_LIMIT * 2,
      schema: {
        tags,
        summary: 'The enterprises of a table (XLSX, or CSV in any encoding); nothing is brought in',
        consumes: ['application/octet-stream', 'multipart/form-data'],
        querystring: z.object({ name: z.string().max(200).optional() }),
        response: { 200: EnterpriseSheetRead },
      },
    },
    async (request) => {
      void request.caller;
      const { bytes, name } = await readUpload(request);
      return readEnterpriseSheet(await tablesOfFile(bytes, name), now());
    },
  );
  http.post(
    '/api/enterprises/sheet/preview',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        tags,
        summary: 'Line by line what a table would add and change, and what is wrong; nothing is brought in',
        body: EnterpriseSheet,
        response: { 200: EnterprisePlan },
      },
    },
    (request) =>
      transact(pool, request.caller, (tx) => previewEnterprises(tx, request.caller, request.body, languageIn(request))),
  );
  http.post(
    '/api/enterprises/sheet',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        tags,
        summary: 'Bring the enterprises of a table in, all or nothing; lines are known again by their ids',
        body: EnterpriseSheet,
        response: { 200: EnterprisesDone },
      },
    },
    ({ caller, body }) => transact(pool, caller, (tx) => bringEnterprisesIn(tx, caller, body, now())),
  );
};
