import { refuse } from '../kernel/index.ts';
import type { RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { findLastCheckpoint } from './checkpoint.store.ts';
import { Checkpoint } from './contract.ts';

/** The ledger's part of the HTTP interface. */
export const checkpointRoutes: RoutePlugin = (http, { pool }) => {
  http.get(
    '/api/checkpoint',
    {
      schema: {
        tags: ['ledger'],
        summary: 'The newest signed checkpoint, to be kept elsewhere',
        description:
          'A signed statement of what the ledger held at a settled moment. Whoever keeps a copy outside this server can prove ' +
          'later, by `huiyin verify --checkpoint FILE`, that nothing before it was altered.',
        response: { 200: Checkpoint },
      },
    },
    (request) =>
      transact(pool, request.caller, async (tx) => {
        const newest = await findLastCheckpoint(tx, request.caller.city);
        return newest ?? refuse('ledger.no-checkpoint', {}, { status: 404 });
      }),
  );
};
