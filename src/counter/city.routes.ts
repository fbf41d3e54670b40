import { NO_OUTLINE, PlainMap } from '../kernel/contract.ts';
import type { RoutePlugin } from '../platform/http/index.ts';
import { counterOf, theCity } from './city.acts.ts';
import { CityQuery, Counter, DutyToday, ListedPage, ListedQuery } from './contract.ts';
import { dutyIn } from './duty.acts.ts';
import { listedIn } from './listed.acts.ts';

const tags = ['counter'];
const open = { config: { public: true } } as const;

/** What anybody may know of the city before they raise anything: what it takes, where it lies, what it has put on its list, who is there today. */
export const cityRoutes: RoutePlugin = (http, { pool, now, tiles = null, outline = null }) => {
  http.get(
    '/api/counter',
    {
      ...open,
      schema: {
        tags,
        summary: 'What anybody may raise in the city, and what it promises',
        querystring: CityQuery,
        response: { 200: Counter },
        security: [],
      },
    },
    async ({ query }) => ({ ...(await counterOf(pool, query.city, now())), map: outline !== null }),
  );

  http.get(
    '/api/counter/map',
    {
      ...open,
      schema: {
        tags,
        summary: 'The plain map of the city, for whoever points at a place; no lines where it has none',
        response: { 200: PlainMap },
        security: [],
      },
    },
    () => ({ ...(outline ?? NO_OUTLINE), tiles }),
  );

  http.get(
    '/api/counter/listed',
    {
      ...open,
      schema: {
        tags,
        summary: 'The list of matters under public supervision, or those taken off it lately with what came of them',
        querystring: ListedQuery,
        response: { 200: ListedPage },
        security: [],
      },
    },
    async ({ query }) => listedIn(pool, (await theCity(pool, query.city)).city, query, now()),
  );

  http.get(
    '/api/counter/duties',
    {
      ...open,
      schema: {
        tags,
        summary: 'Who is on duty today at the stations of the city',
        querystring: CityQuery,
        response: { 200: DutyToday },
        security: [],
      },
    },
    async ({ query }) => dutyIn(pool, (await theCity(pool, query.city)).city, now()),
  );
};
