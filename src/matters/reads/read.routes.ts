import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { ID } from '../contract.ts';
import { readMatter, viewReaders } from './read.acts.ts';
import { NoteRead, Readers } from './read.contract.ts';

/** Who has read a matter, over HTTP. */
export const readRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/matters/:id/reads',
    {
      schema: {
        tags: ['matters'],
        summary: 'Who has read a matter and up to which act, and for the office which of its units have not opened it',
        params: ID,
        response: { 200: Readers },
      },
    },
    ({ caller, params }) => transact(pool, caller, (tx) => viewReaders(tx, caller, params.id)),
  );
  http.post(
    '/api/matters/:id/reads',
    {
      schema: {
        tags: ['matters'],
        summary: 'Note that this seat has really had the matter before it, up to an act; never further than it is',
        params: ID,
        body: NoteRead,
        response: { 200: Readers },
      },
    },
    ({ caller, params, body }) => transact(pool, caller, (tx) => readMatter(tx, caller, params.id, body, now())),
  );
};
