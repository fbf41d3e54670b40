import { z } from 'zod';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { allow } from '../directory.policy.ts';
import {
  ChangePassword,
  HandedOut,
  HandOut,
  NewPerson,
  PersonAct,
  PersonDone,
  PersonPage,
  PersonQuery,
} from './people.contract.ts';
import { changeOwnPassword, changePerson, handOut, openPerson } from './person.acts.ts';
import { findLogin, listPeople } from './person.store.ts';
import { seatRoutes } from './seat.routes.ts';

const tags = ['people'];
const params = z.object({ id: z.uuid() });
const none = z.null();

/** People and their seats. For administrators, but for one's own password. */
export const peopleRoutes: RoutePlugin = (http, deps) => {
  const { pool, now } = deps;
  http.get(
    '/api/people',
    {
      schema: {
        tags,
        summary: 'People with an account, by login',
        querystring: PersonQuery,
        response: { 200: PersonPage },
      },
    },
    async ({ caller, query: { q = '', without, after = '', limit } }) => {
      allow(caller, 'person.list');
      const ask = { q, after, without: without ?? null, limit: limit + 1 };
      const rows = await transact(pool, caller, (tx) => listPeople(tx, caller.city, ask));
      const shown = rows.slice(0, limit);
      return { rows: shown, next: rows.length > limit ? shown.at(-1)!.login : null };
    },
  );

  http.post(
    '/api/people',
    {
      schema: {
        tags,
        summary: 'Open an account, with a seat or without; its first password is told this once',
        body: NewPerson,
        response: { 201: PersonDone },
      },
    },
    async ({ caller, body }, reply) => {
      const done = await transact(pool, caller, (tx) => openPerson(tx, caller, body, now()));
      return reply.code(201).send(done);
    },
  );

  http.post(
    '/api/people/:id/acts',
    {
      schema: {
        tags,
        summary: 'Rename, disable or enable an account, or give it a new first password',
        params,
        body: PersonAct,
        response: { 200: PersonDone },
      },
    },
    ({ caller, params: { id }, body }) => transact(pool, caller, (tx) => changePerson(tx, caller, id, body, now())),
  );

  http.post(
    '/api/people/passwords',
    {
      schema: {
        tags,
        summary: 'Make first passwords for up to fifty accounts, to be handed over; told this once',
        body: HandOut,
        response: { 200: HandedOut },
      },
    },
    async ({ caller, body }) => ({
      rows: await transact(pool, caller, (tx) => handOut(tx, caller, body.acts, now())),
    }),
  );

  http.put(
    '/api/session/password',
    {
      config: { beforePassword: true },
      schema: {
        tags: ['session'],
        summary: 'Change one’s own password; the other sessions end',
        body: ChangePassword,
        response: { 204: none },
      },
    },
    async ({ caller, token, body: { id, current, next }, ip }, reply) => {
      const login = await transact(pool, caller, (tx) => findLogin(tx, caller.city, caller.account));
      const asked = { id, login, password: current, next, token: token!, address: ip };
      await changeOwnPassword(pool, caller, asked, now());
      return reply.code(204).send(null);
    },
  );

  seatRoutes(http, deps);
};
