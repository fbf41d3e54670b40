import { z } from 'zod';
import type { RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import {
  DebarmentAct,
  DebarmentList,
  DebarmentQuery,
  DebarmentShown,
  FoundDebarred,
  LookAt,
  ProposeDebarment,
  SearchDebarred,
} from './contract.ts';
import { actOnDebarment, proposeDebarment } from './debarment.acts.ts';
import { lookAt, searchDebarred, viewDebarments } from './look.acts.ts';

const tags = ['debarments'];
const params = z.object({ id: z.uuid('debarments.no-such') });
const Done = z.object({ id: z.uuid() });

/** The register of debarments, for the supervision office; mayors look. */
export const debarmentRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/debarments',
    {
      config: { refuses: [403] },
      schema: {
        tags,
        summary: 'The register of debarments without names, newest first; of a day, those that stood on it',
        querystring: DebarmentQuery,
        response: { 200: DebarmentList },
      },
    },
    ({ caller, query }) => transact(pool, caller, (tx) => viewDebarments(tx, caller, query, now())),
  );
  http.post(
    '/api/debarments',
    {
      config: { refuses: [400, 403, 409] },
      schema: {
        tags,
        summary: 'Propose to enter somebody; another seat enters them',
        body: ProposeDebarment,
        response: { 200: Done },
      },
    },
    async ({ caller, body }) => {
      await transact(pool, caller, (tx) => proposeDebarment(tx, caller, body, now()));
      return { id: body.id };
    },
  );
  http.post(
    '/api/debarments/search',
    {
      config: { refuses: [400, 403] },
      schema: {
        tags,
        summary:
          'Whether somebody was debarred on a day, by what is known now and by what was known then; who asked and what for is noted',
        body: SearchDebarred,
        response: { 200: FoundDebarred },
      },
    },
    ({ caller, body }) => transact(pool, caller, (tx) => searchDebarred(tx, caller, body, now())),
  );
  http.post(
    '/api/debarments/:id/look',
    {
      config: { refuses: [403, 404] },
      schema: {
        tags,
        summary: 'Show one entry whole, or take an extract of it; who looked and what for is noted',
        params,
        body: LookAt,
        response: { 200: DebarmentShown },
      },
    },
    ({ caller, params: { id }, body }) => transact(pool, caller, (tx) => lookAt(tx, caller, id, body, now())),
  );
  http.post(
    '/api/debarments/:id/acts',
    {
      config: { refuses: [400, 403, 404, 409] },
      schema: {
        tags,
        summary:
          'Approve or refuse a proposal, note that its decision was served, ask for or decide a review, note an appeal and its end, lift',
        params,
        body: DebarmentAct,
        response: { 200: Done },
      },
    },
    async ({ caller, params: { id }, body }) => {
      await transact(pool, caller, (tx) => actOnDebarment(tx, caller, id, body, now()));
      return { id: body.id };
    },
  );
};
