import { z } from 'zod';
import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { saveChoices } from './contact.store.ts';
import { ChooseNotices, NoticeSettings, TestSend } from '../contract.ts';
import type { Outward } from '../delivery/outward.ts';
import { testSend, viewSettings } from './settings.acts.ts';
import { SETTINGS, wayRoutes } from './way.routes.ts';

const Nothing = z.null();

/** How a person is told, over HTTP: their own choices, address and webhook. */
export const settingsRoutes =
  (outward: Outward): RoutePlugin =>
  (http, deps) => {
    const { pool, now } = deps;
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
    wayRoutes(outward)(http, deps);
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
