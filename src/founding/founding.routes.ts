import { z } from 'zod';
import { refuse } from '../kernel/index.ts';
import type { RoutePlugin } from '../platform/http/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { transact, type Tx } from '../platform/postgres/index.ts';
import { setupIsOpen } from './code.store.ts';
import { FirstSteps, FoundCity, SetSteps, SetupState } from './contract.ts';
import { foundByCode } from './found.acts.ts';
import { findSteps, saveSteps } from './steps.store.ts';

const tags = ['setup'];
const FOUND = {
  id: '0198c0de-0000-7000-8000-000000000001',
  code: 'abcd-efgh-jkmn-pqrs',
  place: 411000,
  name: '许昌市',
  nameEn: 'Xuchang',
  login: 'guanli',
  person: '姚思敏',
  password: 'a sentence of one’s own',
};

/** A city's first hour: founding it with the code from the terminal, and the steps that follow. */
export const foundingRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/setup',
    {
      config: { public: true },
      schema: { tags, summary: 'Whether there is no city yet', response: { 200: SetupState }, security: [] },
    },
    async () => ({ open: await setupIsOpen(pool) }),
  );
  http.post(
    '/api/setup',
    {
      config: { public: true, refuses: [403, 410], example: FOUND },
      schema: {
        tags,
        summary: 'Found the first city with the one-time code from the terminal; closed for ever afterwards',
        body: FoundCity,
        response: { 201: z.null() },
        security: [],
      },
    },
    async ({ body }, reply) => {
      await foundByCode(pool, body, now());
      return reply.code(201).send(null);
    },
  );
  http.get(
    '/api/setup/steps',
    { schema: { tags, summary: 'How far a new city has come', response: { 200: FirstSteps } } },
    ({ caller }) => transact(pool, ...asked(caller, (tx) => findSteps(tx, caller.city, now()))),
  );
  http.put(
    '/api/setup/steps',
    {
      schema: {
        tags,
        summary: 'Say that mechanism and calendar were looked at, or put the steps away',
        body: SetSteps,
        response: { 200: FirstSteps },
      },
    },
    ({ caller, body }) =>
      transact(
        pool,
        ...asked(caller, async (tx) => {
          await saveSteps(tx, caller.city, body, now());
          return findSteps(tx, caller.city, now());
        }),
      ),
  );
};

/** As the program, for an administrator: whether a round was held is counted, and no round is shown. */
function asked<T>({ city, role }: Caller, work: (tx: Tx) => Promise<T>) {
  if (role !== 'administrator') refuse('setup.administrators-only', {}, { status: 403 });
  return [{ city, system: true }, work] as const;
}
