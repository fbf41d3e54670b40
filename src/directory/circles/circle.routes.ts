import { z } from 'zod';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { changeCircle, viewCircle } from './circle.acts.ts';
import { Circle, CircleAct } from './circle.contract.ts';

const params = z.object({ mechanism: z.string().min(1).max(60) });
const tags = ['directory'];

/** Who is named for the sealed matters of a mechanism. */
export const circleRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/circles/:mechanism',
    {
      config: { refuses: [403] },
      schema: {
        tags,
        summary: 'The seats that read the sealed matters of a mechanism; for administrators and those who are named',
        params,
        response: { 200: Circle },
      },
    },
    ({ caller, params: { mechanism } }) => transact(pool, caller, (tx) => viewCircle(tx, caller, mechanism, now())),
  );
  http.post(
    '/api/circles/:mechanism/acts',
    {
      config: { refuses: [403, 409] },
      schema: {
        tags,
        summary: 'Name a seat for the sealed matters to come, or un-name it',
        params,
        body: CircleAct,
        response: { 200: Circle },
      },
    },
    async ({ caller, params: { mechanism }, body }) => {
      await transact(pool, caller, (tx) => changeCircle(tx, caller, mechanism, body, now()));
      return transact(pool, { city: caller.city, system: true }, (tx) =>
        viewCircle(tx, { ...caller, role: 'administrator' }, mechanism, now()),
      );
    },
  );
};
