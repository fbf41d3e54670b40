import { z } from 'zod';
import type { RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { NewSeat, NewUnit, RenameUnit, UnitList, UnitMatch, UnitMatchQuery } from './contract.ts';
import { addUnits, endSeat, openSeat, renameUnit, retireUnit } from './directory.acts.ts';
import { findUnits } from './directory.store.ts';
import { findUnitMatcher } from './unit-match.acts.ts';

const tags = ['directory'];
const params = z.object({ id: z.uuid() });
const none = z.null();

/** Who there is. Reading is for everybody who has signed in, changing for administrators. */
export const routes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/units',
    {
      schema: { tags, summary: 'All units in the order of protocol, a tree by `parent`', response: { 200: UnitList } },
    },
    async ({ caller }) => {
      const units = await transact(pool, caller, (tx) => findUnits(tx, caller.city));
      return { rows: [...units.values()] };
    },
  );

  http.get(
    '/api/units/match',
    {
      schema: {
        tags,
        summary: 'The unit that a printed name means, or the likeliest ones',
        querystring: UnitMatchQuery,
        response: { 200: UnitMatch },
      },
    },
    async ({ caller, query }) => {
      const match = await transact(pool, caller, (tx) => findUnitMatcher(tx, caller.city));
      return match(query.name);
    },
  );

  http.post(
    '/api/units',
    { schema: { tags, summary: 'Add a unit', body: NewUnit, response: { 201: none } } },
    async ({ caller, body }, reply) => {
      await transact(pool, caller, (tx) => addUnits(tx, caller, [body]));
      return reply.code(201).send(null);
    },
  );

  http.post(
    '/api/units/:id/rename',
    {
      schema: {
        tags,
        summary: 'Rename a unit; its earlier name stays an alias',
        params,
        body: RenameUnit,
        response: { 200: none },
      },
    },
    async ({ caller, params: { id }, body }) => {
      await transact(pool, caller, (tx) => renameUnit(tx, caller, id, body));
      return null;
    },
  );

  http.post(
    '/api/units/:id/retire',
    { schema: { tags, summary: 'End a unit; it stays where acts refer to it', params, response: { 200: none } } },
    async ({ caller, params: { id } }) => {
      await transact(pool, caller, (tx) => retireUnit(tx, caller, id, now()));
      return null;
    },
  );

  http.post(
    '/api/seats',
    { schema: { tags, summary: 'Open a seat for an account', body: NewSeat, response: { 201: none } } },
    async ({ caller, body }, reply) => {
      await transact(pool, caller, (tx) => openSeat(tx, caller, body, now()));
      return reply.code(201).send(null);
    },
  );

  http.post(
    '/api/seats/:id/end',
    { schema: { tags, summary: 'End a seat', params, response: { 200: none } } },
    async ({ caller, params: { id } }) => {
      await transact(pool, caller, (tx) => endSeat(tx, caller, id, now()));
      return null;
    },
  );
};
