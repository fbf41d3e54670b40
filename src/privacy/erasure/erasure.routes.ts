import { z } from 'zod';
import { allow } from '../../directory/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { DeclineWish, DuePage, DueQuery, Wishes } from '../contract.ts';
import { erasesAt } from './due.rules.ts';
import { countDue, findDue } from './due.store.ts';
import { decline, viewWishes } from './wish.acts.ts';

const tags = ['privacy'];
const PAGE = 50;

/** What waits to be erased: by the period, and because somebody asked. For administrators. */
export const erasureRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/privacy/due',
    {
      config: { refuses: [403] },
      schema: {
        tags,
        summary: 'Whose personal data falls due to be erased within the month, the first to fall due first',
        querystring: DueQuery,
        response: { 200: DuePage },
      },
    },
    ({ caller, query }) => {
      allow(caller, 'enterprise.contact');
      return transact(pool, caller, async (tx) => {
        const found = await findDue(tx, caller.city, query.after ?? null, PAGE + 1);
        const rows = found.slice(0, PAGE).map(({ lastAct, due, listed, kind, ...row }) => ({
          ...row,
          kind: kind ?? ('unknown' as const),
          lastAct: lastAct.toISOString(),
          due: due.toISOString(),
          erases: erasesAt(due, listed).toISOString(),
        }));
        const next = found.length > PAGE ? rows.at(-1)!.subject : null;
        return { total: await countDue(tx, caller.city), rows, next };
      });
    },
  );
  http.get(
    '/api/privacy/wishes',
    {
      config: { refuses: [403] },
      schema: { tags, summary: 'Who asked to be erased and waits, the longest first', response: { 200: Wishes } },
    },
    async ({ caller }) => {
      allow(caller, 'enterprise.contact');
      const { city } = caller;
      return { rows: await transact(pool, { city, system: true }, (tx) => viewWishes(tx, city)) };
    },
  );
  http.post(
    '/api/privacy/wishes/:id/decline',
    {
      config: { refuses: [403, 409] },
      schema: {
        tags,
        summary: 'Say why somebody who asked is not erased; they are told',
        params: z.object({ id: z.uuid() }),
        body: DeclineWish,
        response: { 200: z.null() },
      },
    },
    async ({ caller, params, body }) => {
      allow(caller, 'enterprise.contact');
      await transact(pool, caller, (tx) => decline(tx, caller, params.id, body.reason, now()));
      return null;
    },
  );
};
