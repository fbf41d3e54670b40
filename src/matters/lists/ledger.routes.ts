import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { ledgerChoices } from './choices.ts';
import { FindQuery, Finds, LedgerChoices, LedgerQuery, MatterCount, MatterPage } from './list.contract.ts';
import { count, list, suggest } from './list.ts';

const tags = ['matters'];

/** The ledger's lists: pages, how many, what they may be filtered by, and what a few letters may mean. */
export const ledgerRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/matters',
    {
      schema: {
        tags,
        summary: 'One page of the matters that this seat may read, by filters, a search, or both',
        querystring: LedgerQuery,
        response: { 200: MatterPage },
      },
    },
    ({ caller, query }) => transact(pool, caller, (tx) => list(tx, caller, query, now())),
  );

  http.get(
    '/api/matters/count',
    {
      schema: {
        tags,
        summary: 'How many matters the filters leave: exact up to three thousand, and it says whether it is',
        querystring: LedgerQuery,
        response: { 200: MatterCount },
      },
    },
    ({ caller, query }) => transact(pool, caller, (tx) => count(tx, caller, query, now())),
  );

  http.get(
    '/api/matters/choices',
    {
      schema: {
        tags,
        summary: 'What lists may be filtered by in this city: stages of its mechanisms, areas in use',
        response: { 200: LedgerChoices },
      },
    },
    ({ caller }) => transact(pool, caller, (tx) => ledgerChoices(tx, caller)),
  );

  http.get(
    '/api/find',
    {
      schema: {
        tags,
        summary:
          'Units, people and matters that a few letters may mean: part of a name, initials of its pinyin, a number',
        querystring: FindQuery,
        response: { 200: Finds },
      },
    },
    ({ caller, query }) => transact(pool, caller, (tx) => suggest(tx, caller, query.q, now())),
  );
};
