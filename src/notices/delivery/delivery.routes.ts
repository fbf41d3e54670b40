import { z } from 'zod';
import { findReaches, masked } from '../../directory/index.ts';
import { refuse, type Uuid } from '../../kernel/index.ts';
import { enqueue, type Job } from '../../platform/jobs/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { DeliveryPage, DeliveryQuery, type DeliveryState } from '../contract.ts';
import { listDeliveries, lockDelivery, noteTry } from './delivery.store.ts';
import { mayReadDeliveries } from './delivery-access.rules.ts';
import type { ToDeliver } from '../telling/gather.acts.ts';

const PAGE = 50;

/** The delivery log over HTTP, for administrators: what was sent to whom and how it went, never what stood in it. */
export const deliveryRoutes =
  (delivering: Job<ToDeliver>): RoutePlugin =>
  (http, { pool, now }) => {
    const tags = ['notices'];
    http.get(
      '/api/notices/deliveries',
      {
        config: { refuses: [403] },
        schema: {
          tags,
          summary: 'Messages sent and not sent, the newest first',
          querystring: DeliveryQuery,
          response: { 200: DeliveryPage },
        },
      },
      ({ caller, query }) => {
        refuseOthers(caller);
        return transact(pool, caller, (tx) =>
          viewDeliveries(tx, caller.city, query.state ?? null, query.after ?? null),
        );
      },
    );
    http.post(
      '/api/notices/deliveries/:id/again',
      {
        config: { refuses: [403, 404, 409] },
        schema: {
          tags,
          summary: 'Send a message again that did not arrive',
          params: z.object({ id: z.uuid() }),
          response: { 204: z.null() },
        },
      },
      async ({ caller, params }, reply) => {
        refuseOthers(caller);
        await transact(pool, caller, (tx) => again(tx, caller.city, params.id, delivering, now()));
        return reply.code(204).send(null);
      },
    );
  };

function refuseOthers({ role }: Caller): void {
  if (!mayReadDeliveries(role)) refuse('notice.deliveries-not-yours', {}, { status: 403 });
}

async function viewDeliveries(
  tx: Tx,
  city: number,
  state: DeliveryState | null,
  after: Uuid | null,
): Promise<DeliveryPage> {
  const found = await listDeliveries(tx, city, { after, state, limit: PAGE });
  const reaches = await findReaches(tx, city, [...new Set(found.flatMap(({ originator }) => originator ?? []))]);
  const targets = new Map(reaches.map(({ contact, plain }) => [contact, masked(plain)]));
  const rows = found.map(({ originator: _, contact, ...row }) => ({
    ...row,
    ...(contact ? { target: targets.get(contact) ?? '' } : {}),
    at: madeAt(row.id),
    triedAt: row.triedAt?.toISOString() ?? null,
  }));
  return { rows, next: found.length === PAGE ? found.at(-1)!.id : null };
}

/** A UUIDv7 begins with its milliseconds. */
const madeAt = (id: Uuid): string => new Date(parseInt(id.replace('-', '').slice(0, 12), 16)).toISOString();

/** Has a message that failed tried anew. One that was sent stays sent: the same thing is told once. */
async function again(tx: Tx, city: number, id: Uuid, delivering: Job<ToDeliver>, now: Date): Promise<void> {
  const found = await lockDelivery(tx, city, id);
  if (!found) refuse('notice.no-such-delivery', {}, { status: 404 });
  else if (found.state === 'sent' || found.state === 'dropped') refuse('notice.delivery-over', {}, { status: 409 });
  await noteTry(tx, city, id, { state: 'waiting', tries: 0, said: '', at: now });
  await enqueue(tx, delivering, { delivery: id }, { key: `deliver:${id}` });
}
