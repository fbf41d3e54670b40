import { besideTwin } from '../../ledger/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { joinRegistered, registerOnBehalf } from './behalf.acts.ts';
import { RegisteredOnBehalf, RegisterOnBehalf } from './behalf.contract.ts';

/** Where a clerk takes down what somebody raises on the phone, at the desk, at a round table. */
export const behalfRoutes: RoutePlugin = (http, { pool, now }) => {
  http.post(
    '/api/matters/on-behalf',
    {
      schema: {
        tags: ['matters'],
        summary:
          'Register a matter for whoever raises it: an enterprise of the register, somebody new, or nobody known',
        body: RegisterOnBehalf,
        response: { 200: RegisteredOnBehalf },
      },
    },
    async ({ caller, body }) => {
      const done = await besideTwin(() => transact(pool, caller, (tx) => registerOnBehalf(tx, caller, body, now())));
      return body.join ? joinRegistered(pool, caller, done, body.join, now()) : done;
    },
  );
};
