import { z } from 'zod';
import { refuse } from '../kernel/index.ts';
import { findFile } from '../platform/files/index.ts';
import { attachment, languageIn, type RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { viewFor } from './appeal.view.ts';
import { whoAsksAbout } from './who.routes.ts';

/** The files of a matter that one has raised: one's own, and those of its answer. */
export const appealFileRoutes: RoutePlugin = (http, { pool, now, files }) => {
  http.get(
    '/api/counter/appeals/:id/files/:file',
    {
      config: { public: true },
      schema: {
        tags: ['counter'],
        summary: 'Download a file that one sent with a matter, or that came with its answer',
        params: z.object({ id: z.uuid(), file: z.uuid() }),
        security: [],
      },
    },
    async (request, reply) => {
      const { id, file } = request.params;
      const { caller } = await whoAsksAbout(pool, request, id, now());
      const view = await viewFor(pool, caller, id, languageIn(request), now());
      const shown = view.files.find((one) => one.id === file && !one.erased);
      // What is sealed lies enciphered, and is opened from the copy of one's own data.
      const system = { city: caller.city, system: true } as const;
      const kept = shown && !view.sealed ? await transact(pool, system, (tx) => findFile(tx, caller.city, file)) : null;
      if (!shown || !kept) return refuse('files.not-found', { id: file }, { status: 404 });
      const { name, size, mediaType } = shown;
      return attachment(reply.header('cache-control', 'private, no-cache'), { name, size, mediaType }).send(
        files.read(kept.sha256),
      );
    },
  );
};
