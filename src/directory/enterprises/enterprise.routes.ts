import { z } from 'zod';
import { dayOf, refuse } from '../../kernel/index.ts';
import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { MEDIA } from '../../platform/sheets/index.ts';
import { beginExport, Transfer } from '../../platform/transfers/index.ts';
import { addEnterprises, changeEnterprise } from './enterprise.acts.ts';
import {
  Enterprise,
  EnterpriseAct,
  EnterprisePage,
  EnterpriseQuery,
  ExportEnterprises,
  NewEnterprise,
} from './enterprise.contract.ts';
import { findEnterprise, listEnterprises } from './enterprise.store.ts';
import { exportEnterprises } from './export.jobs.ts';

const tags = ['enterprises'];
const params = z.object({ id: z.uuid('enterprises.no-such') });
const none = z.null();

/** The enterprises of a city. Reading is for everybody at a desk, changing for administrators. */
export const enterpriseRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/enterprises',
    {
      schema: {
        tags,
        summary: 'Enterprises by credit code; found by part of the name, its initials or the beginning of the code',
        querystring: EnterpriseQuery,
        response: { 200: EnterprisePage },
      },
    },
    async ({ caller, query: { q, after, limit } }) => {
      const ask = { q, after, limit: limit + 1 };
      const rows = await transact(pool, caller, (tx) => listEnterprises(tx, caller.city, ask));
      const shown = rows.slice(0, limit);
      return { rows: shown, next: rows.length > limit ? shown.at(-1)!.code : null };
    },
  );

  http.get(
    '/api/enterprises/:id',
    { schema: { tags, summary: 'One enterprise', params, response: { 200: Enterprise } } },
    async ({ caller, params: { id } }) => {
      const found = await transact(pool, caller, (tx) => findEnterprise(tx, caller.city, id));
      return found ?? refuse('enterprises.no-such', {}, { status: 404 });
    },
  );

  http.post(
    '/api/enterprises/exports',
    {
      schema: {
        tags,
        summary: 'Export the enterprises, or those that are looked for, as XLSX or CSV; the file is written behind',
        body: ExportEnterprises,
        response: { 200: Transfer },
      },
    },
    ({ caller, body: { id, ...ask }, cookies, headers }) => {
      const language = languageIn({ cookies, headers });
      const title = sentence(language, 'roster.sheet.enterprises');
      const fileName = `${title} ${dayOf(now())}.${ask.format}`;
      const given = { id, title, ask, language, fileName, mediaType: MEDIA[ask.format] };
      return transact(pool, caller, (tx) => beginExport(tx, caller, given, exportEnterprises, now()));
    },
  );

  http.post(
    '/api/enterprises',
    { schema: { tags, summary: 'Add an enterprise', body: NewEnterprise, response: { 201: none } } },
    async ({ caller, body }, reply) => {
      await transact(pool, caller, (tx) => addEnterprises(tx, caller, [body], now()));
      return reply.code(201).send(null);
    },
  );

  http.post(
    '/api/enterprises/:id/acts',
    {
      schema: {
        tags,
        summary: 'Rename, amend, close or restore an enterprise',
        params,
        body: EnterpriseAct,
        response: { 200: none },
      },
    },
    async ({ caller, params: { id }, body }) => {
      await transact(pool, caller, (tx) => changeEnterprise(tx, caller, id, body, now()));
      return null;
    },
  );
};
