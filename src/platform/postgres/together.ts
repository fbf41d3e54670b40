import { Refusal } from '../../kernel/index.ts';
import type { Pool } from './pool.ts';

/** What came of one thing that was asked for together with others. */
export type Outcome<R> = { readonly ok: true; readonly value: R } | { readonly ok: false; readonly error: unknown };

type Waiting<A, R> = { readonly asked: A; readonly settle: (outcome: Outcome<R>) => void };

/**
 * Lets what comes at about the same time be written in one transaction: many that want the next number of one series would each
 * keep the others waiting until their own commit. While so many transactions as there are `lanes` are open the rest gathers. Whoever is alone
 * waits for nothing; where several were there a moment ago their next ones are waited for, as they mostly come with the answers.
 * Each is answered after its commit, and each is refused alone: where `write` throws, and so has written nothing,
 * every one of the group is written by itself.
 *
 * @param most so many go together.
 * @param patienceMs so long at most a group waits to be as many as there were when the last one ended; 0: not at all.
 * @param names what each is about: two that share a name are never open at once, so that what is sent twice finds what it did first.
 * @param write one transaction; answers in the order asked. May be called again for what it threw for.
 */
export function together<A, R>({
  most,
  lanes,
  patienceMs,
  names,
  write,
}: How<A> & {
  write: (all: readonly A[]) => Promise<readonly Outcome<R>[]>;
}): (asked: A) => Promise<R> {
  let waiting: Waiting<A, R>[] = [];
  let open = 0;
  /** So many were there when the last group ended: those of it, who may come back, and those who waited. */
  let company = 1;
  let patience: NodeJS.Timeout | undefined;
  const busy = new Set<string>();

  const begin = (): void => {
    const few = waiting.length > 0 && waiting.length < Math.min(most, company);
    if (few && patienceMs > 0) patience ??= setTimeout(beginNow, patienceMs);
    else beginNow();
  };

  const beginNow = (): void => {
    clearTimeout(patience);
    patience = undefined;
    while (open < lanes) {
      const group: Waiting<A, R>[] = [];
      const rest: Waiting<A, R>[] = [];
      for (const one of waiting) {
        const free = group.length < most && !names(one.asked).some((name) => busy.has(name));
        if (free) for (const name of names(one.asked)) busy.add(name);
        (free ? group : rest).push(one);
      }
      if (group.length === 0) return;
      waiting = rest;
      open++;
      void settleAll(group).finally(() => {
        open--;
        for (const { asked } of group) for (const name of names(asked)) busy.delete(name);
        company = group.length + waiting.length;
        begin();
      });
    }
  };

  const settleAll = async (group: readonly Waiting<A, R>[]): Promise<void> => {
    try {
      const outcomes = await write(group.map(({ asked }) => asked));
      for (const [n, { settle }] of group.entries()) settle(outcomes[n]!);
    } catch (error) {
      if (group.length === 1) group[0]!.settle({ ok: false, error });
      else await Promise.all(group.map((one) => settleAll([one])));
    }
  };

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, settle: (outcome) => (outcome.ok ? resolve(outcome.value) : reject(outcome.error)) });
      // After whatever else has just been read from other connections.
      if (waiting.length === 1 || patience) setImmediate(begin);
    });
}

type How<A> = {
  readonly most: number;
  readonly lanes: number;
  readonly patienceMs: number;
  readonly names: (asked: A) => readonly string[];
};

/** {@link together} for each city of each database: what is written in one transaction is of one city. */
export function togetherInCity<A, R>({
  write,
  ...how
}: How<A> & {
  write: (pool: Pool, city: number, all: readonly A[]) => Promise<readonly Outcome<R>[]>;
}): (pool: Pool, city: number, asked: A) => Promise<R> {
  const known = new WeakMap<Pool, Map<number, (asked: A) => Promise<R>>>();
  return (pool, city, asked) => {
    const cities = known.get(pool) ?? new Map<number, (asked: A) => Promise<R>>();
    known.set(pool, cities);
    const of = cities.get(city) ?? together<A, R>({ ...how, write: (all) => write(pool, city, all) });
    cities.set(city, of);
    return of(asked);
  };
}

/** A refusal is somebody's own; what the database fails with is everybody's, and thrown. */
export const outcomeOf = async <R>(work: Promise<R>): Promise<Outcome<R>> =>
  work.then(
    (value) => ({ ok: true, value }),
    (error: unknown) => (error instanceof Refusal ? { ok: false, error } : Promise.reject(error)),
  );

/** Waits for statements that were sent one behind the other; throws what the first of them failed with, as all after it only say that it did. */
export async function inOrder(statements: readonly Promise<unknown>[]): Promise<void> {
  for (const one of await Promise.allSettled(statements)) if (one.status === 'rejected') throw one.reason;
}
