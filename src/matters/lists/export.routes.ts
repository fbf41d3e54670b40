import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { Transfer } from '../../platform/transfers/contract.ts';
import { ExportMatters } from './list.contract.ts';
import { beginMattersExport } from './export.acts.ts';

/** Exporting lists of matters; how far one is, and its file, stands under `/api/transfers`. */
export const exportRoutes: RoutePlugin = (http, { pool, now }) => {
  http.post(
    '/api/exports',
    {
      schema: {
        tags: ['transfers'],
        summary: 'Export a list of matters as XLSX or CSV; answers at once, the file is written behind',
        body: ExportMatters,
        response: { 200: Transfer },
      },
    },
    (request) => {
      const language = languageIn(request);
      return transact(pool, request.caller, (tx) =>
        beginMattersExport(tx, request.caller, request.body, language, now()),
      );
    },
  );
};
