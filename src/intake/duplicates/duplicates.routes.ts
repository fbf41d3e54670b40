import { z } from 'zod';
import { dayOf } from '../../kernel/index.ts';
import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { MEDIA } from '../../platform/sheets/index.ts';
import { beginExport, Transfer } from '../../platform/transfers/index.ts';
import { takeBack, tellApart } from './apart.acts.ts';
import {
  DuplicateCount,
  DuplicatePage,
  DuplicateQuery,
  ExportDuplicates,
  SearchAgain,
  TakeBack,
  TellApart,
  ToldPage,
} from './contract.ts';
import { duplicatesCounted, duplicatesPage } from './duplicates.ts';
import { mayAsk } from './duplicates.policy.ts';
import { exportDuplicates } from './export.jobs.ts';
import { searchDuplicates } from './search.ts';
import { toldPage } from './told.ts';

const tags = ['duplicates'];
const Done = z.object({ id: z.uuid() });

/** Open matters that say nearly the same and are not joined, and what was told apart. For overseers. */
export const duplicateRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/duplicates',
    {
      schema: {
        tags,
        summary: 'Open matters of a mechanism that say nearly the same and are not joined, in groups, as found last',
        querystring: DuplicateQuery,
        response: { 200: DuplicatePage },
      },
    },
    ({ caller, query }) => transact(pool, caller, (tx) => duplicatesPage(tx, caller, query, now())),
  );
  http.get(
    '/api/duplicates/count',
    { schema: { tags, summary: 'How many groups there are, of all mechanisms', response: { 200: DuplicateCount } } },
    ({ caller }) => transact(pool, caller, (tx) => duplicatesCounted(tx, caller)),
  );
  http.post(
    '/api/duplicates',
    {
      config: { refuses: [404] },
      schema: {
        tags,
        summary: 'Look through the open matters of a mechanism anew; answers with the first page',
        body: SearchAgain,
        response: { 200: DuplicatePage },
      },
    },
    async ({ caller, body }) => {
      // Who may not ask, and of what nobody can, is refused before anything is looked through.
      await transact(pool, caller, (tx) => duplicatesPage(tx, caller, body, now()));
      await searchDuplicates(pool, caller.city, body.mechanism, now());
      return transact(pool, caller, (tx) => duplicatesPage(tx, caller, body, now()));
    },
  );
  http.get(
    '/api/duplicates/apart',
    {
      schema: {
        tags,
        summary: 'Which matters of a mechanism were told apart though they say nearly the same, newest first',
        querystring: DuplicateQuery.required({ mechanism: true }),
        response: { 200: ToldPage },
      },
    },
    ({ caller, query }) => transact(pool, caller, (tx) => toldPage(tx, caller, query)),
  );
  http.post(
    '/api/duplicates/apart',
    {
      config: { refuses: [400, 404, 409] },
      schema: {
        tags,
        summary: 'Say that matters are not the same; those of different parts are in no group together any more',
        body: TellApart,
        response: { 200: Done },
      },
    },
    async ({ caller, body }) => {
      await transact(pool, caller, (tx) => tellApart(tx, caller, body, now()));
      return { id: body.id };
    },
  );
  http.post(
    '/api/duplicates/apart/:id/acts',
    {
      config: { refuses: [404, 409] },
      schema: {
        tags,
        summary: 'Take back that matters were told apart',
        params: z.object({ id: z.uuid('duplicates.no-such-told') }),
        body: TakeBack,
        response: { 200: Done },
      },
    },
    async ({ caller, params, body }) => {
      await transact(pool, caller, (tx) => takeBack(tx, caller, params.id, body.id, now()));
      return { id: body.id };
    },
  );
  http.post(
    '/api/duplicates/exports',
    {
      config: { refuses: [409] },
      schema: {
        tags,
        summary: 'Export all groups of a mechanism as XLSX or CSV; the file is written behind',
        body: ExportDuplicates,
        response: { 200: Transfer },
      },
    },
    ({ caller, body: { id, ...ask }, cookies, headers }) => {
      mayAsk(caller);
      const language = languageIn({ cookies, headers });
      const title = sentence(language, 'duplicates.title');
      const fileName = `${title} ${dayOf(now())}.${ask.format}`;
      const given = { id, title, ask, language, fileName, mediaType: MEDIA[ask.format] };
      return transact(pool, caller, (tx) => beginExport(tx, caller, given, exportDuplicates, now()));
    },
  );
};
