import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { dayOf, refuse } from '../../kernel/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { MEDIA } from '../../platform/sheets/index.ts';
import { Transfer } from '../../platform/transfers/contract.ts';
import { beginExport } from '../../platform/transfers/index.ts';
import { ExportShown, ShownPage, ShownQuery } from '../contract.ts';
import { exportShown } from './export.jobs.ts';
import { mayReadShown } from './log-access.rules.ts';
import { viewShown } from './log.ts';

/** The access log over HTTP, for administrators and the supervision office. */
export const shownRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/privacy/shown',
    {
      config: { refuses: [403] },
      schema: {
        tags: ['privacy'],
        summary: 'Who was shown what is personal, when and what for; newest first',
        querystring: ShownQuery,
        response: { 200: ShownPage },
      },
    },
    ({ caller, query }) => transact(pool, caller, (tx) => viewShown(tx, caller, query)),
  );
  http.post(
    '/api/privacy/shown/export',
    {
      config: { refuses: [403, 409, 429] },
      schema: {
        tags: ['privacy'],
        summary: 'Export the access log as a workbook; answers at once, the file is written behind',
        body: ExportShown,
        response: { 200: Transfer },
      },
    },
    (request) => {
      const { caller, body } = request;
      if (!mayReadShown(caller.role)) return refuse('privacy.log-not-yours', {}, { status: 403 });
      const language = languageIn(request);
      const title = sentence(language, 'access.title');
      const fileName = `${title} ${dayOf(now())}.xlsx`;
      const given = { id: body.id, title, ask: body, language, fileName, mediaType: MEDIA.xlsx };
      return transact(pool, caller, (tx) => beginExport(tx, caller, given, exportShown, now()));
    },
  );
};
