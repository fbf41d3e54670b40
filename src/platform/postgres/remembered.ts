import type { Pool } from './pool.ts';
import { poolOf, type Tx } from './transact.ts';

/** What this process keeps at hand of what it read. Each database has its own, which is gone with its pool. */
export type Remembered<T> = {
  get(tx: Tx, name: string): T | undefined;
  set(tx: Tx, name: string, what: T): void;
  forget(tx: Tx, name: string): void;
};

/**
 * For what is read often and changes seldom or never. Kept by the connection's pool and not by the city alone: a process may serve
 * one database after another, as tests do, and the same city stands otherwise in each.
 */
export function remembered<T>(): Remembered<T> {
  const known = new WeakMap<Pool, Map<string, T>>();
  const of = (tx: Tx): Map<string, T> | undefined => {
    const pool = poolOf(tx);
    if (!pool) return undefined;
    const there = known.get(pool) ?? new Map<string, T>();
    known.set(pool, there);
    return there;
  };
  return {
    get: (tx, name) => of(tx)?.get(name),
    set: (tx, name, what) => void of(tx)?.set(name, what),
    forget: (tx, name) => void of(tx)?.delete(name),
  };
}
