import { z } from 'zod';
import { NewId } from '../kernel/contract.ts';
import type { RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { SavedViews, SaveView } from './contract.ts';
import { dropView, saveView, setPin, viewsOf } from './view.acts.ts';

const tags = ['views'];
const params = z.object({ id: z.uuid() });
/** Of a view that may be new. */
const Named = z.object({ id: NewId });
const response = { 200: z.null() };

/** Saved views of the ledger: kept, shared, pinned. */
export const viewRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/views',
    { schema: { tags, summary: 'The views of this seat and those shared with it', response: { 200: SavedViews } } },
    async ({ caller }) => ({ rows: await transact(pool, caller, (tx) => viewsOf(tx, caller, now())) }),
  );
  http.put(
    '/api/views/:id',
    {
      schema: {
        tags,
        summary: 'Save a view under an id of one’s own, or change it',
        params: Named,
        body: SaveView,
        response,
      },
    },
    async ({ caller, params: { id }, body }) => {
      await transact(pool, caller, (tx) => saveView(tx, caller, id, body, now()));
      return null;
    },
  );
  http.delete(
    '/api/views/:id',
    { schema: { tags, summary: 'Remove a view of one’s own', params, response } },
    async ({ caller, params: { id } }) => {
      await transact(pool, caller, (tx) => dropView(tx, caller, id));
      return null;
    },
  );
  for (const [method, pinned] of [
    ['PUT', true],
    ['DELETE', false],
  ] as const)
    http.route({
      method,
      url: '/api/views/:id/pin',
      schema: {
        tags,
        summary: pinned ? 'Pin a view beside the places of the desk' : 'Take a view off',
        params,
        response,
      },
      handler: async ({ caller, params: { id } }) => {
        await transact(pool, caller, (tx) => setPin(tx, caller, id, pinned, now()));
        return null;
      },
    });
};
