import { setTimeout as wait } from 'node:timers/promises';
import type { Uuid } from '../../kernel/index.ts';
import type { Caller } from '../identity/index.ts';
import { transact, type Pool } from '../postgres/index.ts';
import type { Reader } from './reader.ts';
import { happened, newsFor, sightOf } from './sight.ts';
import type { LiveSource } from './source.ts';

type Listener = { readonly reader: Reader; readonly caller: Caller; readonly since: string | null };

/** All who listen to one city in this process. */
export type CityLine = {
  /** Lets somebody in at the next turn, from `since` on, or from now on. */
  join(reader: Reader, caller: Caller, since: string | null): void;
  leave(reader: Reader): void;
  /** Something may have moved: a turn is taken soon. With `beat` everybody is told how far the line is, news or not. */
  wake(beat?: boolean): void;
};

/** Of those with one sight, who is asked for together: all but the seats that see more, each of which is asked for by itself. */
function together(sight: readonly Listener[], apart: ReadonlySet<Uuid>): Listener[][] {
  const groups = Map.groupBy(sight, ({ caller }) => (apart.has(caller.seat) ? caller.seat : null));
  return [...groups.values()];
}

/** Notices that come together are looked at together. */
const GATHER_MS = 60;
/** After a turn the line rests so many times as long as it took: however much happens, looking costs a tenth of the time. */
const REST = 9;
const LONGEST_REST_MS = 2_000;
const AGAIN_AFTER_FAULT_MS = 1_000;
/** A rest keeps no process from ending. */
const pause = (ms: number) => wait(ms, undefined, { ref: false });

/**
 * Takes turns, one at a time: reads what was appended since the turn before, asks once for each sight what may be told, and
 * hands it to the readers. The position moves on only when all is handed over, so that a turn which fails is taken again;
 * `onFault` hears of the first of a row of failures.
 */
export function cityLine(pool: Pool, source: LiveSource, city: number, onFault: (fault: unknown) => void): CityLine {
  const system = { city, system: true } as const;
  const joining = new Map<Reader, Listener>();
  const sights = new Map<string, Map<Reader, Listener>>();
  let position: string | null = null;
  let called = false;
  let beat = false;
  let busy = false;
  let failing = false;

  async function turn(): Promise<void> {
    // Who comes from here on is let in at the next turn: they may have seen more than this one will read.
    const arriving = [...joining.values()];
    const news = await transact(pool, system, (tx) => source.since(tx, city, position));
    const inside = [...sights.values()].flatMap((sight) => [...sight.values()]);
    if (news.moved === null) inside.forEach(({ reader }) => reader.reset(news.position));
    else if (news.moved.length > 0) {
      const all = await transact(pool, system, (tx) => happened(tx, source, city, news.moved ?? []));
      // All is read before anything is told: a turn that fails half-way would tell some of it twice.
      const told = await Promise.all(
        [...sights.values()]
          .flatMap((sight) => together([...sight.values()], all.apart))
          .map(async (listeners) => [listeners, await newsFor(pool, source, listeners[0]!.caller, all)] as const),
      );
      for (const [listeners, its] of told) if (its) for (const { reader } of listeners) reader.tell(its, news.position);
    }
    position = news.position;
    const beats = beat;
    beat = false;
    if (beats) inside.forEach(({ reader }) => reader.beat(news.position));
    for (const listener of arriving) {
      // Who can't be let in is sent away and comes back by itself.
      await admit(listener, news.position).catch((fault: unknown) => {
        onFault(fault);
        listener.reader.end();
      });
      joining.delete(listener.reader);
    }
  }

  /** What happened between the position that a reader comes with and ours; from there on the turns tell it. */
  async function admit(listener: Listener, here: string): Promise<void> {
    const { reader, caller, since } = listener;
    if (reader.body.destroyed) return;
    const missed = since === null ? null : await transact(pool, system, (tx) => source.since(tx, city, since, here));
    const moved = missed?.moved ?? [];
    const all = await transact(pool, system, (tx) => happened(tx, source, city, moved));
    const its = await newsFor(pool, source, caller, all);
    const sight = sights.get(sightOf(caller)) ?? new Map<Reader, Listener>();
    sights.set(sightOf(caller), sight.set(reader, listener));
    reader.hello(missed === null ? 'fresh' : 'resumed', here);
    if (missed?.moved === null) reader.reset(here);
    else if (its) reader.tell(its, here);
  }

  async function work(): Promise<void> {
    busy = true;
    await pause(GATHER_MS);
    while (called) {
      called = false;
      const began = performance.now();
      try {
        await turn();
        if (called) await pause(Math.min(LONGEST_REST_MS, REST * (performance.now() - began)));
        failing = false;
      } catch (fault) {
        if (!failing) onFault(fault);
        failing = true;
        // The database is away, or too busy. Nobody is told that the line stands; the same turn is taken again.
        called = sights.size > 0 || joining.size > 0;
        await pause(AGAIN_AFTER_FAULT_MS);
      }
    }
    busy = false;
  }

  function wake(withBeat = false): void {
    if (sights.size === 0 && joining.size === 0) {
      // With nobody listening there is no past to tell: whoever comes next begins from the present.
      position = null;
      return;
    }
    called = true;
    beat ||= withBeat;
    if (!busy) void work();
  }

  return {
    wake,
    join(reader, caller, since) {
      joining.set(reader, { reader, caller, since });
      wake();
    },
    leave(reader) {
      joining.delete(reader);
      for (const [key, sight] of sights) if (sight.delete(reader) && sight.size === 0) sights.delete(key);
    },
  };
}
