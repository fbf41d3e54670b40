import { findCircleFor } from '../../directory/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { asSystem, transact } from '../../platform/postgres/index.ts';
import { newestMechanisms } from '../mechanisms/mechanism.store.ts';
import { CircleList } from './circles.contract.ts';

/** Who is named for what: each sealed mechanism of the city with its circle, for administrators and those who are in it. */
export const circlesRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/circles',
    {
      schema: {
        tags: ['directory'],
        summary: 'The sealed mechanisms with the seats named for them, as far as this seat may know; nothing to others',
        response: { 200: CircleList },
      },
    },
    ({ caller }) =>
      transact(pool, caller, async (tx) => {
        const sealed = (await newestMechanisms(tx, caller.city)).filter(({ mechanism }) => mechanism.sealed);
        const rows: CircleList['rows'] = [];
        for (const { key, mechanism } of sealed) {
          const circle = await asSystem(tx, () => findCircleFor(tx, caller, key, now()));
          if (circle) rows.push({ ...circle, title: mechanism.name });
        }
        return { rows };
      }),
  );
};
