import type { Socket } from 'node:net';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { isUuid } from '../../kernel/index.ts';
import { kyselyOver } from './kysely.ts';
import type { Pool } from './pool.ts';
import { inOrder } from './together.ts';
import type { Schema } from './schema.generated.ts';

/** A statement that the server parses once per connection; `name` is unique in the whole program. */
export type Statement = { readonly name: string; readonly text: string };

/** The statements of one open transaction. It is of no use, and says so, after the transaction's end. */
export type Tx = {
  /** Typed SQL bound to this very connection and transaction. */
  readonly db: Kysely<Schema>;
  /**
   * Runs a named prepared statement, `values` positional, and returns the rows. For hot paths. Several may be started
   * without awaiting the ones before: they are sent at once and answered in order.
   */
  run<R>(statement: Statement, values: readonly unknown[]): Promise<R[]>;
};

/** The program itself, e.g. a job, the verifier, the demo city: it sees everything of its one city. */
export type SystemCaller = { readonly city: number; readonly system: true };

/** For whom the transaction runs; a `Caller` of platform/identity fits. */
export type Who =
  | SystemCaller
  | {
      readonly city: number;
      readonly account: string;
      readonly seat: string;
      readonly role: string;
      readonly units: readonly string[];
    };

type Effect = () => void | Promise<void>;
type Behind = {
  readonly pool: Pool;
  readonly who: Who;
  readonly as: (who: Who) => Tx;
  readonly effects: Effect[];
  readonly last: Promise<unknown>[];
  /** Whether it ends by {@link endShared}. */
  shared: boolean;
  /** Whether a part of it is done by {@link asSystem} just now. */
  asSystem: boolean;
};
const behind = new WeakMap<Tx, Behind>();

/**
 * Runs `work` in one READ COMMITTED transaction as `who`, whose city, account, seat, role and units the policies read.
 * Commits when `work` returns; rolls back and rethrows when it throws. BEGIN and the settings go out in one packet
 * together with the first statement of `work`, so a transaction of n statements takes n + 1 round trips, or n where it
 * ends by {@link endWith} or {@link endShared}.
 *
 * @throws what `work` throws; an error when the database could not commit. When the connection breaks during COMMIT the
 *   outcome is unknown: the caller sends the same act (same id) again.
 */
export async function transact<T>(pool: Pool, who: Who, work: (tx: Tx) => Promise<T>): Promise<T> {
  const opening = settings(who);
  const client = await pool.connect();
  const { tx, close, as } = open(client, who);
  const effects: Effect[] = [];
  const last: Promise<unknown>[] = [];
  const of: Behind = { pool, who, as, effects, last, shared: false, asSystem: false };
  behind.set(tx, of);
  let broken: Error | undefined;
  let result: T;
  try {
    inOnePacket(client);
    const begun = client.query(opening);
    begun.catch(() => undefined); // answered below; without this an early failure of `work` would leave it unheard
    result = await work(tx);
    close();
    inOnePacket(client);
    const ending = Promise.all(of.shared ? [client.query(LET_GO), client.query(ON_DISK)] : [client.query('commit')]);
    ending.catch(() => undefined); // as above, for a failure of one of the last statements
    await inOrder([begun, ...last]);
    const ended = [(await ending)[0]].flat().at(-1)!;
    // A transaction in which a statement failed cannot commit: the server answers COMMIT with ROLLBACK and no error.
    if (ended.command !== 'COMMIT')
      throw new Error('the transaction was rolled back: one of its statements had failed');
  } catch (error) {
    close();
    await client.query('rollback').catch((fault: unknown) => (broken = asError(fault)));
    throw error;
  } finally {
    client.release(broken);
  }
  for (const effect of effects) await effectOf(effect);
  return result;
}

/**
 * Has `effect` run once the transaction is committed, and not at all when it is rolled back. The answer waits for it. Its
 * failure is a warning of the process, as what is committed cannot fail any more; what must not be lost when the process
 * dies between commit and effect belongs into a job enqueued in the transaction.
 */
export function afterCommit(tx: Tx, effect: Effect): void {
  behind.get(tx)?.effects.push(effect);
}

/**
 * Ends the transaction with these statements: COMMIT follows them at once instead of waiting for their answers, which saves
 * a round trip with the row locked. Where one fails the server rolls back, and {@link transact} throws that one's error.
 */
export function endWith(tx: Tx, statements: readonly Promise<unknown>[]): void {
  for (const statement of statements) {
    statement.catch(() => undefined); // heard in transact, together with the answer to COMMIT
    behind.get(tx)?.last.push(statement);
  }
}

/**
 * As {@link endWith}, where rows are held for which others wait, as for the next number of a series. They are let go with COMMIT, and
 * not only when it is on the disk: those who wait would each wait for a disk of their own. Whoever asked is answered when it is, with all
 * that was committed before it, as the log of a database is written in one order: what is lost with a crash was promised to
 * nobody, and nothing stands that came after it.
 */
export function endShared(tx: Tx, statements: readonly Promise<unknown>[]): void {
  endWith(tx, statements);
  const of = behind.get(tx);
  if (of) of.shared = true;
}

// One message, so that no COMMIT follows where the first of it is refused.
const LET_GO = 'set local synchronous_commit = off; commit';
/** Commits next to nothing by the server's own rule, and so waits until everything before it is as safe as that rule wants. */
const ON_DISK = `select pg_logical_emit_message(true, 'huiyin', '')`;

const keep = {
  name: 'transact.keep-plans',
  text: `select set_config('plan_cache_mode', 'force_generic_plan', true)`,
};

/**
 * Has the named statements of this transaction planned once a connection, whatever they are asked for. For what only looks up by key:
 * PostgreSQL plans a look-up of a list of keys anew each time, which under row-level security takes longer than to look
 * up. Raising a matter took 12 % less of the database with it.
 */
export const keepPlans = async (tx: Tx): Promise<void> => void (await tx.run(keep, []));

const anew = {
  name: 'transact.plan-anew',
  text: `select set_config('plan_cache_mode', 'auto', true)`,
};

/** {@link keepPlans} for this one statement; it takes no round trip more. */
export async function runKept<R>(tx: Tx, statement: Statement, values: readonly unknown[]): Promise<R[]> {
  const [, rows] = await Promise.all([tx.run(keep, []), tx.run<R>(statement, values), tx.run(anew, [])]);
  return rows;
}

const actAs = { name: 'transact.act-as', text: `select set_config('app.role', $1, true)` };

/**
 * Does a part of an open transaction as the program itself, for what its caller has done without being let near it: the key
 * with which a contact is sealed. What is started inside must have been awaited when `work` returns; then the caller's own
 * rights are in force again. A part within a part leaves them with the program.
 */
export async function asSystem<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const of = behind.get(tx);
  if (!of || 'system' in of.who || of.asSystem) return work(tx);
  const { role } = of.who;
  of.asSystem = true;
  await tx.run(actAs, ['system']);
  const back = () => {
    of.asSystem = false;
    return tx.run(actAs, [role]);
  };
  let result: T;
  try {
    result = await work(tx);
  } catch (error) {
    // Where a statement failed there is no way on, and no right left to take back.
    await back().catch(() => undefined);
    throw error;
  }
  await back();
  return result;
}

/**
 * The statements of the program's own transaction with the rights of somebody, as their own transaction would have them: for what several
 * asked for and is written together. Whoever's statement is sent next says so first, in the same packet; so a part done for one of them must
 * be awaited before a part for another begins.
 *
 * @throws TypeError in a transaction that is not the program's own: nobody has the rights of somebody else.
 */
export function onBehalf(tx: Tx, caller: Exclude<Who, SystemCaller>): Tx {
  const of = behind.get(tx);
  if (!of || !('system' in of.who) || of.who.city !== caller.city)
    throw new TypeError('only the program itself, in its own city, does something on behalf of somebody');
  const theirs = of.as(caller);
  behind.set(theirs, { ...of, who: caller });
  return theirs;
}

/** The pool that a transaction's connection belongs to, for effects after its end. */
export const poolOf = (tx: Tx): Pool | undefined => behind.get(tx)?.pool;

function open(client: pg.PoolClient, who: Who): { tx: Tx; close: () => void; as: (who: Who) => Tx } {
  let over = false;
  let asking = who;
  const as = (mine: Who): Tx => {
    const query = (text: string, values: readonly unknown[], name?: string) => {
      // A statement sent after the end would run inside whatever transaction uses this connection next.
      if (over) throw new Error('this transaction is over; a statement was started without being awaited');
      inOnePacket(client);
      if (asking !== mine) {
        asking = mine;
        // Where it fails all that follows does, and says so.
        send(client, change.text, rightsOf(mine), change.name).catch(() => undefined);
      }
      return send(client, text, values, name);
    };
    let kysely: Kysely<Schema> | undefined;
    return {
      get db() {
        return (kysely ??= kyselyOver(async (text, values) => query(text, values)));
      },
      async run<R>(statement: Statement, values: readonly unknown[]) {
        return (await query(statement.text, values, statement.name)).rows as R[];
      },
    };
  };
  return { tx: as(who), close: () => (over = true), as };
}

const change = {
  name: 'transact.on-behalf',
  text: `select set_config('app.role', $1, true), set_config('app.account', $2, true), set_config('app.seat', $3, true),
    set_config('app.units', $4, true)`,
};

/** The first message of a transaction. Everything in it is checked or quoted, as a simple query takes no parameters. */
function settings(who: Who): string {
  if (!Number.isSafeInteger(who.city)) throw new TypeError(`not a city's number: ${String(who.city)}`);
  const [role, account, seat, units] = rightsOf(who);
  return (
    `begin isolation level read committed; set local app.city = '${who.city}'; ` +
    `set local app.role = ${pg.escapeLiteral(role)}; set local app.account = '${account}'; ` +
    `set local app.seat = '${seat}'; set local app.units = '${units}'`
  );
}

/** What the policies read of somebody, beside the city. */
function rightsOf(who: Who): [role: string, account: string, seat: string, units: string] {
  if ('system' in who) return ['system', '', '', ''];
  const wrong = [who.account, who.seat, ...who.units].find((id): boolean => !isUuid(id));
  if (wrong !== undefined) throw new TypeError(`not a UUID: ${wrong}`);
  return [who.role, who.account, who.seat, `{${who.units.join(',')}}`];
}

/** Given the driver's own object, as it copies a plain one property by property, a tenth of all its time. */
async function send(client: pg.PoolClient, text: string, values: readonly unknown[], name?: string) {
  try {
    return await new Promise<pg.QueryResult>((resolve, reject) => {
      const query = new pg.Query(text, values as unknown[], (error, result) =>
        error ? reject(error) : resolve(result),
      );
      client.query(Object.assign(query, { name }));
    });
  } catch (error) {
    // Made where the answer was read; a reader wants to know who asked.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}

/**
 * Statements sent before the program next waits leave in one packet. Each packet is a system call here and wakes the server
 * there; with one a statement these were half of the processor time of an act.
 */
function inOnePacket(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

async function effectOf(effect: Effect): Promise<void> {
  try {
    await effect();
  } catch (fault) {
    process.emitWarning(asError(fault));
  }
}

const asError = (fault: unknown): Error => (fault instanceof Error ? fault : new Error(String(fault)));
