import { z } from 'zod';
import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { ConfirmAddress, GiveAddress, GiveWebhook, WebhookGiven } from '../contract.ts';
import type { Outward } from '../delivery/outward.ts';
import { removeHook, removeMail } from './contact.store.ts';
import { confirmAddress, giveAddress, giveWebhook, refuseForbidden } from './settings.acts.ts';

export const SETTINGS = '/api/notices/settings';
const tags = ['notices'];
const Nothing = z.null();

/** The ways by which a person is told outside the page, over HTTP: their address and their webhook. */
export const wayRoutes = (outward: Outward) =>
  ((http, { pool, now }) => {
    http.put(
      `${SETTINGS}/mail`,
      {
        config: { refuses: [409, 422, 429] },
        schema: {
          tags,
          summary: 'Give a mail address; a code is sent to it',
          body: GiveAddress,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        const under = { outward, language: languageIn(request), now: now() };
        await giveAddress(pool, request.caller, request.body.address, under);
        return reply.code(204).send(null);
      },
    );
    http.post(
      `${SETTINGS}/mail/confirmation`,
      {
        config: { refuses: [422] },
        schema: { tags, summary: 'Confirm the address by the code', body: ConfirmAddress, response: { 204: Nothing } },
      },
      async (request, reply) => {
        await confirmAddress(pool, request.caller, request.body.code, now());
        return reply.code(204).send(null);
      },
    );
    http.delete(
      `${SETTINGS}/mail`,
      { schema: { tags, summary: 'Have nothing mailed any more', response: { 204: Nothing } } },
      async ({ caller }, reply) => {
        await transact(pool, caller, (tx) => removeMail(tx, caller.city, caller.account));
        return reply.code(204).send(null);
      },
    );
    http.put(
      `${SETTINGS}/webhook`,
      {
        config: { refuses: [422] },
        schema: {
          tags,
          summary: 'Give a webhook; the answer tells once the secret that messages are signed with',
          body: GiveWebhook,
          response: { 200: WebhookGiven },
        },
      },
      async ({ caller, body }) => {
        await refuseForbidden(body, outward);
        return transact(pool, caller, async (tx) => ({ secret: await giveWebhook(tx, caller, body) }));
      },
    );
    http.delete(
      `${SETTINGS}/webhook`,
      { schema: { tags, summary: 'Have nothing posted any more', response: { 204: Nothing } } },
      async ({ caller }, reply) => {
        await transact(pool, caller, (tx) => removeHook(tx, caller.city, caller.account));
        return reply.code(204).send(null);
      },
    );
  }) satisfies RoutePlugin;
