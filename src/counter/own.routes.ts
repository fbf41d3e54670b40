import { Readable } from 'node:stream';
import { z } from 'zod';
import { dayOf, type Uuid } from '../kernel/index.ts';
import { ownSealedFiles, sealedPieces } from '../matters/index.ts';
import type { Caller } from '../platform/identity/index.ts';
import { sentence } from '../platform/i18n/index.ts';
import { languageIn, type RoutePlugin } from '../platform/http/index.ts';
import { transact, type Pool } from '../platform/postgres/index.ts';
import { MEDIA, sheetFile } from '../platform/sheets/index.ts';
import { Looks, NewWish } from '../privacy/contract.ts';
import { copyBundle, copyOf, copyTable, ZIP, viewOwn, wishErasure, type Copy } from '../privacy/index.ts';
import { whoAsksAbout } from './who.routes.ts';

const tags = ['counter'];
const open = { config: { public: true, refuses: [401 as const] } };

/** What an originator may know and have of what the city keeps of them. */
export const ownRoutes: RoutePlugin = (http, { pool, now, files }) => {
  http.get(
    '/api/counter/personal',
    {
      ...open,
      schema: {
        tags,
        summary: 'What is kept of oneself, masked, and who looked at it: when, which office, and what for',
        response: { 200: Looks },
        security: [],
      },
    },
    async (request) => {
      const { caller, matter } = await whoAsksAbout(pool, request, null, now());
      return viewOwn(pool, caller, matter);
    },
  );
  http.post(
    '/api/counter/erasure',
    {
      ...open,
      schema: {
        tags,
        summary:
          'Ask to have what is personal erased; an administrator sees to it, of who raised what is sealed whoever is named for it',
        body: NewWish,
        response: { 200: Looks },
        security: [],
      },
    },
    async (request) => {
      const { caller, matter } = await whoAsksAbout(pool, request, null, now());
      await wishErasure(pool, caller, request.body.id, now());
      return viewOwn(pool, caller, matter);
    },
  );
  http.get(
    '/api/counter/copy',
    {
      ...open,
      schema: {
        tags,
        summary: 'Download what the city keeps of oneself: as a workbook, as JSON, or as a ZIP with one’s files',
        querystring: z.object({ format: z.enum(['xlsx', 'json', 'zip']).default('xlsx') }),
        security: [],
      },
    },
    async (request, reply) => {
      const { caller, matter } = await whoAsksAbout(pool, request, null, now());
      const { city, seat } = caller;
      const marked = await transact(pool, { city, system: true }, (tx) => copyOf(tx, city, seat, matter));
      const { copy, keys } = await unsealed(pool, caller, matter, marked);
      const language = languageIn(request);
      const { format } = request.query;
      const name = `${sentence(language, 'copy.title')} ${dayOf(now())}.${format}`;
      reply.headers({
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        'cache-control': 'private, no-store',
      });
      if (format === 'zip') return reply.type(ZIP).send(Readable.from(copyBundle(files, copy, language, keys)));
      return format === 'json'
        ? reply.type('application/json; charset=utf-8').send(JSON.stringify(copy, null, 2))
        : reply.type(MEDIA.xlsx).send(Readable.from(sheetFile('xlsx', copyTable(copy, language))));
    },
  );
};

/**
 * A copy with the words of a sealed matter in it, which nobody but whoever raised it, and who is named, opens; with the files that they
 * gave themselves, and what opens these.
 */
async function unsealed(
  pool: Pool,
  caller: Caller,
  matter: Uuid | null,
  copy: Copy,
): Promise<{ copy: Copy; keys: ReadonlyMap<string, Buffer> }> {
  const keys = new Map<string, Buffer>();
  if (matter === null) return { copy, keys };
  return transact(pool, caller, async (tx) => {
    const pieces = await sealedPieces(tx, caller, matter);
    if (!pieces) return { copy, keys };
    const texts = new Map(pieces.map(({ mark, text }) => [mark, text]));
    const words = copy.words.map((one) => ({ ...one, text: texts.get(one.text) ?? one.text }));
    const own = await ownSealedFiles(tx, caller, matter);
    const files = own.map(({ key, ...file }) => {
      keys.set(file.id, key);
      return file;
    });
    return { copy: { ...copy, words, files: [...copy.files, ...files] }, keys };
  });
}
