import { allow, findRaisedSealed, noteShown } from '../../directory/index.ts';
import { dayOf, refuse } from '../../kernel/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { Transfer } from '../../platform/transfers/contract.ts';
import { beginExport } from '../../platform/transfers/index.ts';
import { ExportPersonal } from '../contract.ts';
import { ZIP } from './bundle.ts';
import { exportPersonal } from './copy.jobs.ts';

/** A copy of somebody's data, for an administrator to hand over; how far it is, and its file, stands under `/api/transfers`. */
export const copyRoutes: RoutePlugin = (http, { pool, now, files }) => {
  const job = exportPersonal(files);
  http.post(
    '/api/privacy/exports',
    {
      config: { refuses: [403, 404, 409, 429] },
      schema: {
        tags: ['privacy'],
        summary:
          'Export what the city keeps of an originator, in the clear and with their files, as a ZIP; who asked and what for is noted',
        body: ExportPersonal,
        response: { 200: Transfer },
      },
    },
    (request) => {
      const { caller, body } = request;
      allow(caller, 'enterprise.contact');
      const language = languageIn(request);
      return transact(pool, caller, async (tx) => {
        const { city, seat, unit } = caller;
        const { id, originator, purpose } = body;
        if ((await findRaisedSealed(tx, originator)) === 'only')
          refuse('enterprises.no-such-originator', {}, { status: 404 });
        await noteShown(tx, { city, id, originator, seat, unit, matter: null, purpose, at: now() });
        const title = sentence(language, 'copy.title');
        const fileName = `${title} ${dayOf(now())}.zip`;
        const given = { id, title, ask: body, language, fileName, mediaType: ZIP };
        return beginExport(tx, caller, given, job, now());
      });
    },
  );
};
