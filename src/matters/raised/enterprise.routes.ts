import { z } from 'zod';
import { problem, Refusal, type Uuid } from '../../kernel/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import { rowOf } from '../lists/row.rules.ts';
import { findMatters } from '../lookup.store.ts';
import { OVERSEERS } from '../matter.policy.ts';

import { findMattersOfEnterprise, findProven } from './enterprise.store.ts';
import { EnterpriseMatters } from './enterprise.contract.ts';

const PAGE = 30;

/** What an enterprise has raised, for those who oversee all: a unit may not know who raised what. */
export const enterpriseMatterRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/enterprises/:id/matters',
    {
      schema: {
        tags: ['enterprises'],
        summary: 'What an enterprise raised, or somebody who said they spoke for it; newest first. For overseers',
        params: z.object({ id: z.uuid('enterprises.no-such') }),
        querystring: z.object({ before: z.uuid().optional() }),
        response: { 200: EnterpriseMatters },
      },
    },
    async ({ caller, params: { id }, query: { before } }) => {
      if (!OVERSEERS.includes(caller.role))
        throw new Refusal(problem('matter.overseers-see-raisers', {}, { status: 403 }));
      return transact(pool, caller, async (tx) => {
        const found = await findMattersOfEnterprise(tx, id, before ?? null, PAGE + 1);
        const shown = found.slice(0, PAGE);
        const states = await findMatters(tx, caller.city, shown);
        const raisersOf = (one: Uuid): Uuid[] => states.get(one)!.originators.map((raiser) => raiser.id);
        const proven = await findProven(tx, caller.city, id, shown.flatMap(raisersOf));
        const calendar = await calendarOf(tx, caller.city, now());
        const rows = shown.map((one) => ({
          ...rowOf(one, states.get(one)!, now(), calendar, { kind: 'overseer' }),
          claimed: !raisersOf(one).some((raiser) => proven.has(raiser)),
        }));
        return { rows, next: found.length > PAGE ? shown.at(-1)! : null };
      });
    },
  );
};
