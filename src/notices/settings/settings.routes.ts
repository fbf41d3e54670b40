import { z } from 'zod';
import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { removeHook, removeMail, saveChoices } from './contact.store.ts';
import {
  ChooseNotices,
  ConfirmAddress,
  GiveAddress,
  GiveWebhook,
  NoticeSettings,
  TestSend,
  WebhookGiven,
} from '../contract.ts';
import type { Outward } from '../delivery/outward.ts';
import { confirmAddress, giveAddress, giveWebhook, refuseForbidden, testSend, viewSettings } from './settings.acts.ts';

const Nothing = z.null();
const SETTINGS = '/api/notices/settings';

/** How a person is told, over HTTP: their own choices, address and webhook. */
export const settingsRoutes =
  (outward: Outward): RoutePlugin =>
  (http, { pool, now }) => {
    const tags = ['notices'];
    http.get(
      SETTINGS,
      { schema: { tags, summary: 'How I am told', response: { 200: NoticeSettings } } },
      ({ caller }) => transact(pool, caller, (tx) => viewSettings(tx, caller, outward)),
    );
    http.put(
      SETTINGS,
      {
        schema: {
          tags,
          summary: 'Choose channels by kind, the hour of the digest, and whether what is urgent waits for it',
          body: ChooseNotices,
          response: { 200: NoticeSettings },
        },
      },
      (request) =>
        transact(pool, request.caller, async (tx) => {
          const { city, account } = request.caller;
          await saveChoices(tx, city, account, { ...request.body, language: languageIn(request) });
          return viewSettings(tx, request.caller, outward);
        }),
    );
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
    http.post(
      '/api/notices/test',
      {
        config: { refuses: [409, 422, 429] },
        schema: {
          tags,
          summary: 'Send myself a message to see that it arrives',
          body: TestSend,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        const under = { outward, language: languageIn(request), now: now() };
        await testSend(pool, request.caller, request.body.channel, under);
        return reply.code(204).send(null);
      },
    );
  };
