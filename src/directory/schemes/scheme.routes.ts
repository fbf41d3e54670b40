import { Readable } from 'node:stream';
import { z } from 'zod';
import { refuse } from '../../kernel/index.ts';
import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { MEDIA, SheetFormat } from '../../platform/sheets/index.ts';
import { findSitters } from '../people/seat.store.ts';
import { publishScheme, schemeEntry } from './scheme.acts.ts';
import { PublishScheme, Scheme, SchemeList, type SchemeRow } from './scheme.contract.ts';
import { schemeSheet } from './scheme.sheet.ts';
import { findScheme, listSchemeVersions } from './scheme.store.ts';

const tags = ['schemes'];
const params = z.object({ key: z.string().max(60), version: z.coerce.number().int().min(1) });

/** The classification schemes of a city. Reading is for everybody who has signed in, publishing for administrators. */
export const schemeRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/schemes',
    { schema: { tags, summary: 'Every scheme with its versions, newest first', response: { 200: SchemeList } } },
    async ({ caller }) => ({ rows: await transact(pool, caller, (tx) => listSchemes(tx, caller.city)) }),
  );

  http.get(
    '/api/schemes/:key/versions/:version',
    { schema: { tags, summary: 'One version with all its categories', params, response: { 200: Scheme } } },
    ({ caller, params: { key, version } }) => transact(pool, caller, (tx) => getScheme(tx, caller.city, key, version)),
  );

  http.get(
    '/api/schemes/:key/versions/:version/table',
    {
      schema: {
        tags,
        summary: 'One version as a table, which can be read in again',
        params,
        querystring: z.object({ format: SheetFormat.default('xlsx') }),
      },
    },
    async ({ caller, params: { key, version }, query: { format }, cookies, headers }, reply) => {
      const scheme = await transact(pool, caller, (tx) => getScheme(tx, caller.city, key, version));
      const language = languageIn({ cookies, headers });
      return reply
        .header('content-disposition', `attachment; filename="${key}-${version}.${format}"`)
        .type(MEDIA[format])
        .send(Readable.from(schemeSheet(format, scheme, language)));
    },
  );

  http.post(
    '/api/schemes',
    {
      schema: {
        tags,
        summary: 'Publish a tree of categories as the newest version of its scheme; what was filed stays on its own',
        body: PublishScheme,
        response: { 201: z.object({ key: z.string(), version: z.int() }) },
      },
    },
    async ({ caller, body }, reply) => {
      const done = await transact(pool, caller, (tx) => publishScheme(tx, caller, body, now()));
      return reply.code(201).send(done);
    },
  );
};

const getScheme = async (tx: Tx, city: number, key: string, version: number): Promise<Scheme> =>
  (await findScheme(tx, city, key, version)) ??
  refuse('scheme.no-such-version', { key, version: String(version) }, { status: 404 });

async function listSchemes(tx: Tx, city: number): Promise<SchemeRow[]> {
  const all = await listSchemeVersions(tx, city);
  const sitter = await findSitters(tx, city, [...new Set(all.flatMap(({ seat }) => seat ?? []))]);
  return [...Map.groupBy(all, ({ key }) => key)].map(([key, versions]) => ({
    key,
    name: versions[0]!.name,
    entry: schemeEntry(key),
    versions: versions.map(({ version, at, seat, categories }) => ({
      version,
      publishedAt: at.toISOString(),
      who: (seat && sitter(seat, at)?.name) ?? '',
      categories,
    })),
  }));
}
