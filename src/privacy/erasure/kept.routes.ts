import { z } from 'zod';
import { allow } from '../../directory/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { KeptOriginator, KeptOriginators, OriginatorQuery } from '../contract.ts';
import { getKept, searchKept } from './kept.ts';

const tags = ['privacy'];

/** Whose data the city keeps, for administrators, who export and erase it. */
export const keptRoutes: RoutePlugin = (http, { pool }) => {
  // What is asked for stands in the body: an address is written down on its way, and this may be somebody's telephone number.
  http.post(
    '/api/privacy/originators/find',
    {
      config: { refuses: [403] },
      schema: {
        tags,
        summary: 'Find whose data the city keeps: by a contact, or by the number of a matter that they raised',
        body: OriginatorQuery,
        response: { 200: KeptOriginators },
      },
    },
    async ({ caller, body }) => {
      allow(caller, 'enterprise.contact');
      const { city } = caller;
      return { rows: await transact(pool, { city, system: true }, (tx) => searchKept(tx, city, body.q)) };
    },
  );
  http.get(
    '/api/privacy/originators/:id',
    {
      config: { refuses: [403, 404] },
      schema: {
        tags,
        summary: 'What the city keeps of an originator, and what would be erased',
        params: z.object({ id: z.uuid() }),
        response: { 200: KeptOriginator },
      },
    },
    async ({ caller, params: { id } }) => {
      allow(caller, 'enterprise.contact');
      const { city } = caller;
      return transact(pool, { city, system: true }, (tx) => getKept(tx, city, id));
    },
  );
};
