import { Readable } from 'node:stream';
import { z } from 'zod';
import { languageIn, readUpload, type RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { MEDIA, SheetFormat } from '../../platform/sheets/index.ts';
import { SHEET_LIMIT, tablesOfFile } from '../sheets/readFile.ts';
import { bringIn, findLacking, previewRoster, readRoster } from './roster.acts.ts';
import { AskLacking, LackingSeats, Roster, RosterDone, RosterPlan, RosterRead } from './roster.contract.ts';
import { rosterTemplate } from './template.ts';

const tags = ['directory'];
/** Seven thousand lines of Chinese. */
const BODY_LIMIT = 8 * 1024 * 1024;

/** Bringing units and people in by the table: read, looked over, done. For administrators. */
export const rosterRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/roster/template',
    {
      schema: {
        tags,
        summary: 'Empty tables of units and people to be filled in; in CSV one of them',
        querystring: z.object({
          format: SheetFormat.default('xlsx'),
          of: z.enum(['units', 'people']).default('units'),
        }),
      },
    },
    (request, reply) => {
      const { format, of } = request.query;
      return reply
        .header(
          'content-disposition',
          `attachment; filename="huiyin-${format === 'xlsx' ? 'units-people' : of}.${format}"`,
        )
        .type(MEDIA[format])
        .send(Readable.from(rosterTemplate(format, of, languageIn(request))));
    },
  );
  http.post(
    '/api/roster/read',
    {
      bodyLimit: SHEET_LIMIT * 2,
      schema: {
        tags,
        summary: 'The units and people of a table (XLSX, or CSV in any encoding); nothing is brought in',
        consumes: ['application/octet-stream', 'multipart/form-data'],
        querystring: z.object({ name: z.string().max(200).optional() }),
        response: { 200: RosterRead },
      },
    },
    async (request) => {
      void request.caller;
      const { bytes, name } = await readUpload(request);
      return readRoster(await tablesOfFile(bytes, name), now());
    },
  );
  http.post(
    '/api/roster/preview',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        tags,
        summary: 'Line by line what a roster would do, and what is wrong; nothing is brought in',
        body: Roster,
        response: { 200: RosterPlan },
      },
    },
    (request) =>
      transact(pool, request.caller, (tx) => previewRoster(tx, request.caller, request.body, languageIn(request))),
  );
  http.post(
    '/api/roster',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        tags,
        summary: 'Bring units, people and their seats in, all or nothing; lines are known again by their ids',
        body: Roster,
        response: { 200: RosterDone },
      },
    },
    ({ caller, body }) => transact(pool, caller, (tx) => bringIn(tx, caller, body, now())),
  );
  http.post(
    '/api/roster/lacking',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        tags,
        summary:
          'Lines for the seats that register and table lack: of each unit a handler and a head, and those above the units',
        body: AskLacking,
        response: { 200: LackingSeats },
      },
    },
    ({ caller, body }) => transact(pool, caller, (tx) => findLacking(tx, caller, body, now())),
  );
};
