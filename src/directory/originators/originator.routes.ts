import { z } from 'zod';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { allow } from '../directory.policy.ts';
import { addEnterpriseContact, changeOriginator, maskedContacts, showContacts } from './originator.acts.ts';
import { EnterpriseContacts, NewContact, OriginatorAct, ShowContacts, ShownContacts } from './originator.contract.ts';
import { findOriginatorOf } from './originator.store.ts';

const tags = ['enterprises'];
const params = z.object({ id: z.uuid() });
const none = z.null();

/** The contacts that the desk vouches for: whoever holds one may sign in for the enterprise. For administrators. */
export const originatorRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/enterprises/:id/contacts',
    {
      schema: { tags, summary: 'The contacts of an enterprise, masked', params, response: { 200: EnterpriseContacts } },
    },
    async ({ caller, params: { id } }) => {
      allow(caller, 'enterprise.contact');
      return transact(pool, caller, async (tx) => {
        const found = await findOriginatorOf(tx, caller.city, id);
        return { originator: found?.id ?? null, rows: found ? await maskedContacts(tx, caller.city, found) : [] };
      });
    },
  );

  http.post(
    '/api/enterprises/:id/contacts',
    {
      schema: {
        tags,
        summary: 'Confirm a contact of an enterprise',
        params,
        body: NewContact,
        response: { 201: none },
      },
    },
    async ({ caller, params: { id: enterprise }, body }, reply) => {
      await transact(pool, caller, (tx) => addEnterpriseContact(tx, caller, { ...body, enterprise }, now()));
      return reply.code(201).send(null);
    },
  );

  http.post(
    '/api/originators/:id/acts',
    {
      schema: {
        tags,
        summary: 'Take a contact away, or erase all that is personal for good',
        params,
        body: OriginatorAct,
        response: { 200: none },
      },
    },
    async ({ caller, params: { id }, body }) => {
      await transact(pool, caller, (tx) => changeOriginator(tx, caller, id, body, now()));
      return null;
    },
  );

  http.post(
    '/api/originators/:id/contacts/show',
    {
      schema: {
        tags,
        summary: 'Show the contacts in the clear; who asked and what for is noted',
        params,
        body: ShowContacts,
        response: { 200: ShownContacts },
      },
    },
    async ({ caller, params: { id }, body }) => ({
      contacts: await transact(pool, caller, (tx) => showContacts(tx, caller, id, body, now())),
    }),
  );
};
