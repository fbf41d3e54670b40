import { z } from 'zod';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { changeCircle, findNameable, viewCircle } from './circle.acts.ts';
import { Circle, CircleAct, CircleColleagues, CircleQuery } from './circle.contract.ts';

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
    ({ caller, params: { mechanism }, body }) =>
      transact(pool, caller, async (tx) => {
        await changeCircle(tx, caller, mechanism, body, now());
        return viewCircle(tx, caller, mechanism, now());
      }),
  );
  http.get(
    '/api/circles/:mechanism/colleagues',
    {
      config: { refuses: [403] },
      schema: {
        tags,
        summary: 'Who might be named, by name, unit or pinyin initials; for whoever may name',
        params,
        querystring: CircleQuery,
        response: { 200: CircleColleagues },
      },
    },
    ({ caller, params: { mechanism }, query }) =>
      transact(pool, caller, (tx) => findNameable(tx, caller, mechanism, query.q, now())),
  );
};
