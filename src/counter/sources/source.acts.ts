import { refuse, type Uuid } from '../../kernel/index.ts';
import { beginChange, entryAct, findAct, findEntry, record } from '../../ledger/index.ts';
import { getNewestMechanism } from '../../matters/index.ts';
import { newToken, parseToken, type Caller } from '../../platform/identity/index.ts';
import { transact, type Pool, type SystemCaller, type Tx } from '../../platform/postgres/index.ts';
import type { NewSource, SourceAct } from './source.contract.ts';
import { findSourceByToken, listSources, sourceNoun, type FoundSource } from './source.store.ts';

type Who = Caller | SystemCaller;

function allow(who: Who): void {
  if (!('system' in who) && who.role !== 'administrator') refuse('counter.administrators-only', {}, { status: 403 });
}

/** The sources of a city. For administrators. */
export async function sourcesOf(tx: Tx, who: Who): Promise<FoundSource[]> {
  allow(who);
  return listSources(tx, who.city);
}

/**
 * Opens a source and answers with its token, which is kept as a hash and told this once. Throws `counter.source-channel` where the
 * mechanism has no such channel, or is none that originators raise matters under.
 */
export async function openSource(tx: Tx, who: Who, { id, ...given }: NewSource, now: Date): Promise<string | null> {
  allow(who);
  if (await findEntry(tx, who.city, sourceNoun, id)) return null;
  const { mechanism } = await getNewestMechanism(tx, who.city, given.mechanism);
  const known = Object.keys(mechanism.channels ?? {});
  if (!mechanism.originators || (given.channel !== null && !known.includes(given.channel)))
    refuse('counter.source-channel', { channels: known }, { pointer: '/channel' });
  const token = newToken(who.city);
  const change = { entry: id, id, kind: sourceNoun.opens, given: { ...given, token: hashOf(token).toString('hex') } };
  await beginChange(tx, who, change);
  await record(tx, who, sourceNoun, [change], now);
  return token;
}

/**
 * Ends a source, whose token opens nothing any more, or gives it another token in place of the one before; what it handed over
 * stays. Answers with the new token, told this once. Throws `counter.no-such-source` (404), `directory.changes-nothing` where it
 * was ended before.
 */
export async function changeSource(
  tx: Tx,
  who: Who,
  source: Uuid,
  { id, kind }: Pick<SourceAct, 'id' | 'kind'>,
  now: Date,
): Promise<string | null> {
  allow(who);
  // What was given then, a token, is drawn here and not sent: a request sent again is known by its id and its kind.
  const earlier = await findAct(tx, who.city, id);
  const change = { entry: source, id, kind, given: earlier ? entryAct(earlier).given : {} };
  if ((await beginChange(tx, who, change)) === 'done') return null;
  const state = await findEntry(tx, who.city, sourceNoun, source);
  if (!state) refuse('counter.no-such-source', {}, { status: 404 });
  if (state.revokedAt !== null) refuse('directory.changes-nothing');
  const token = kind === 'renew-source' ? newToken(who.city) : null;
  const given = token === null ? {} : { token: hashOf(token).toString('hex') };
  await record(tx, who, sourceNoun, [{ ...change, given }], now);
  return token;
}

const hashOf = (token: string): Buffer => parseToken(token)!.hash;

/** The source that hands something over, and its city. */
export type From = { readonly city: number; readonly source: FoundSource };

/** The source whose token this is; null for one that never was, or was ended. */
export async function findSource(pool: Pool, token: string): Promise<From | null> {
  const parsed = parseToken(token);
  if (!parsed) return null;
  const { city, hash } = parsed;
  const source = await transact(pool, { city, system: true }, (tx) => findSourceByToken(tx, city, hash));
  return source ? { city, source } : null;
}

/** The source that shows a token, and its city. Throws `counter.token-wrong` (401). */
export async function sourceOf(pool: Pool, token: string | undefined): Promise<From> {
  const found = token === undefined ? null : await findSource(pool, token);
  return found ?? refuse('counter.token-wrong', {}, { status: 401 });
}
