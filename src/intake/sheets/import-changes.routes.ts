import { z } from 'zod';
import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { BeginImport, ChangeRow, ChooseRows, ImportRow, ImportView, NameUnit, SetMapping } from './contract.ts';
import { beginRows, changeRow, chooseRows, nameUnit, reviewRows, setMapping, viewImport } from './import.acts.ts';

const tags = ['imports'];
export const ID = z.object({ id: z.uuid('transfer.not-found') });
const Line = ID.extend({ n: z.coerce.number().int().min(1) });

/** Putting an import right, and beginning it. Each change of the whole is answered with how it then is. */
export const importChangeRoutes = ((http, { pool, now }) => {
  const changed = { params: ID, response: { 200: ImportView } };
  type Asked = Parameters<typeof languageIn>[0] & { readonly caller: Caller; readonly params: z.infer<typeof ID> };
  const change = (request: Asked, work: (tx: Tx, id: string) => Promise<unknown>) =>
    transact(pool, request.caller, async (tx) => {
      await work(tx, request.params.id);
      return viewImport(tx, request.caller, request.params.id, languageIn(request));
    });
  http.put(
    '/api/imports/:id/mapping',
    { schema: { tags, summary: 'Say which column holds what', body: SetMapping, ...changed } },
    (request) => change(request, (tx, id) => setMapping(tx, request.caller, id, request.body.mapping, now())),
  );
  http.post(
    '/api/imports/:id/units',
    { schema: { tags, summary: 'Say which unit a name of the file means', body: NameUnit, ...changed } },
    (request) => change(request, (tx, id) => nameUnit(tx, request.caller, id, request.body, now())),
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
    (request) => change(request, (tx, id) => chooseRows(tx, request.caller, id, request.body.rows)),
  );
  http.post(
    '/api/imports/:id/begin',
    { schema: { tags, summary: 'Import the chosen rows; answers at once', body: BeginImport, ...changed } },
    (request) => change(request, (tx, id) => beginRows(tx, request.caller, id, request.body, now())),
  );
  http.post(
    '/api/imports/:id/review',
    { schema: { tags, summary: 'Take up again what was stopped or left out', ...changed } },
    (request) => change(request, (tx, id) => reviewRows(tx, request.caller, id, now())),
  );
}) satisfies RoutePlugin;
