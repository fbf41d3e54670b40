import { languageIn, type RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { Transfer } from '../platform/transfers/contract.ts';
import { TryMechanism } from './contract.ts';
import { beginTrial } from './trial.acts.ts';

/** Trying a changed mechanism; how far it is, and what it found, stands under `/api/transfers`. */
export const trialRoutes: RoutePlugin = (http, { pool, now }) => {
  http.post(
    '/api/mechanisms/trials',
    {
      schema: {
        tags: ['mechanisms'],
        summary:
          'Play what was done again under a file and say what would have been late, listed, raised; writes nothing of it',
        body: TryMechanism,
        response: { 200: Transfer },
      },
    },
    (request) => {
      const language = languageIn(request);
      return transact(pool, request.caller, (tx) => beginTrial(tx, request.caller, request.body, language, now()));
    },
  );
};
