import { z } from 'zod';
import { refuse, type Uuid } from '../../kernel/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import { Merging, NewUnit, UnitAct, UnitList, UnitMatch, UnitMatchQuery } from '../contract.ts';
import { addUnits, changeUnit, findMerging } from './unit.acts.ts';
import { findUnitMatcher } from './unit-match.acts.ts';
import { withSounds } from './unit-sound.ts';
import { findUnits } from './unit.store.ts';

const tags = ['directory'];
const params = z.object({ id: z.uuid() });
const none = z.null();

/** What the rooms above know of a unit's work: the directory itself knows no matter. */
export type UnitWork = {
  /** How many matters of the unit are not struck off yet. */
  countOpen(pool: Pool, city: number, unit: Uuid): Promise<number>;
  /** Has the open work of units that were merged go to their heirs, after the transaction. */
  succeed(tx: Tx): Promise<void>;
};

/** The units of a city. Reading is for everybody who has signed in, changing for administrators. */
export const unitRoutes =
  (work: UnitWork): RoutePlugin =>
  (http, { pool, now }) => {
    http.get(
      '/api/units',
      {
        schema: {
          tags,
          summary: 'All units in the order of protocol, a tree by `parent`',
          response: { 200: UnitList },
        },
      },
      async ({ caller }) => {
        const units = await transact(pool, caller, (tx) => findUnits(tx, caller.city));
        return { rows: await withSounds(units) };
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
        await transact(pool, caller, (tx) => addUnits(tx, caller, [body], now()));
        return reply.code(201).send(null);
      },
    );

    http.get(
      '/api/units/:id/merging',
      {
        schema: {
          tags,
          summary:
            'What would go with the unit if it were merged into another: open matters, seats, units below; who would be head there',
          params,
          querystring: z.object({ into: z.uuid() }),
          response: { 200: Merging },
        },
      },
      async ({ caller, params: { id }, query }) => {
        const goes = await transact(pool, caller, (tx) => findMerging(tx, caller, id, query.into));
        return { ...goes, matters: await work.countOpen(pool, caller.city, id) };
      },
    );

    http.post(
      '/api/units/:id/acts',
      {
        schema: {
          tags,
          summary:
            'Rename, amend, locate, move, merge or retire a unit; merged, its open work goes to the heir matter by matter',
          params,
          body: UnitAct,
          response: { 200: none },
        },
      },
      async ({ caller, params: { id }, body }) => {
        if (body.kind === 'retire') {
          const open = await work.countOpen(pool, caller.city, id);
          if (open > 0) refuse('directory.unit-has-work', { open });
        }
        await transact(pool, caller, async (tx) => {
          const { merged } = await changeUnit(tx, caller, id, body, now());
          if (merged) await work.succeed(tx);
        });
        return null;
      },
    );
  };
