import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { Transfer } from '../../platform/transfers/contract.ts';
import { Behind, BehindQuery, Countable, Counted, ExportFigures, FigureQuery } from './count.contract.ts';
import { behind, countable, countFigures } from './count.ts';
import { beginFiguresExport } from './export.acts.ts';

const tags = ['figures'];

/** Figures over a span of days, what stands behind them, and their export. */
export const countRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/figures',
    {
      schema: {
        tags,
        summary:
          'What can be counted: the mechanisms whose file names figures, and by what this seat may break them down',
        response: { 200: Countable },
      },
    },
    ({ caller }) => transact(pool, caller, (tx) => countable(tx, caller)),
  );
  http.get(
    '/api/figures/counted',
    {
      schema: {
        tags,
        summary: 'The figures of a mechanism over a span of days, both parts of every rate, whole and broken down',
        description:
          'Numbers are of the whole city, whoever asks, but figures of judgements leave out those that are kept from the units where a seat is not to hear them (`kept`); the matters behind them only whoever may read them. asOf gives the numbers that were true then.',
        querystring: FigureQuery,
        response: { 200: Counted },
      },
    },
    ({ caller, query }) => transact(pool, caller, (tx) => countFigures(tx, caller, query, now())),
  );
  http.get(
    '/api/figures/matters',
    {
      schema: {
        tags,
        summary: 'The matters behind one part of a figure, newest first: those that this seat may read',
        querystring: BehindQuery,
        response: { 200: Behind },
      },
    },
    ({ caller, query }) => transact(pool, caller, (tx) => behind(tx, caller, query, now())),
  );
  http.post(
    '/api/figures/exports',
    {
      schema: {
        tags: ['transfers'],
        summary: 'Export figures as XLSX or CSV; answers at once, the file is written behind',
        body: ExportFigures,
        response: { 200: Transfer },
      },
    },
    (request) => {
      const language = languageIn(request);
      return transact(pool, request.caller, (tx) =>
        beginFiguresExport(tx, request.caller, request.body, language, now()),
      );
    },
  );
};
