import { Refusal, type Problem, type Uuid } from '../../kernel/index.ts';
import { foreseen } from '../../platform/http/index.ts';
import { transact, type Pool } from '../../platform/postgres/index.ts';
import { limiter } from '../limit.rules.ts';
import { noteRefused } from './lately.store.ts';
import { keepable, numberIn, tokenIn } from './refused.rules.ts';
import { findSource, type From } from './source.acts.ts';

/** A program that repeats itself by the second is noted as often as somebody could read it: a minute's worth at once, then one a second. */
const rate = limiter({ burst: 60, everySeconds: 1 });
/** Refusals that are noted already. */
const noted = new WeakSet<object>();

/**
 * Does what a source asks for, and notes it where it is refused: whoever keeps the source looks for why nothing arrives.
 *
 * @throws what `work` throws
 */
export async function noting<R>(
  pool: Pool,
  from: From,
  external: string,
  now: Date,
  work: () => Promise<R>,
): Promise<R> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    noted.add(error);
    await note(pool, from, external, error.problem, now);
    throw error;
  }
}

/** What of an HTTP request tells who sent it, and which request it was. */
type Sent = {
  readonly method: string;
  readonly headers: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly params: unknown;
};

/** A request that went no further than to be read: what was found wrong with it is noted with the source whose token stands in it; without one it is nobody's. */
export async function noteUnread(pool: Pool, sent: Sent, unread: string, error: unknown, now: Date): Promise<void> {
  if (sent.method !== 'POST' || (error instanceof Error && noted.has(error))) return;
  const found = foreseen(error);
  if (!found || found.status < 400 || found.status >= 500 || found.status === 429) return;
  const { headers, query, body } = sent;
  const token = tokenIn({ headers, query, body, unread });
  const from = token === null ? null : await findSource(pool, token);
  if (from) await note(pool, from, numberIn(sent.body, sent.params), found, now);
}

async function note(
  pool: Pool,
  { city, source }: { city: number; source: { id: Uuid } },
  external: string,
  why: Problem,
  now: Date,
): Promise<void> {
  if (rate(source.id, now) > 0) return;
  // Apart from what was rolled back.
  await transact(pool, { city, system: true }, (tx) => noteRefused(tx, city, source.id, external, keepable(why), now));
}
