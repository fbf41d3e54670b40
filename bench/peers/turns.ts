import { median } from '../row.ts';
import { chance } from '../world/chance.ts';
import { OPERATIONS, type Operation, type Peer } from './peer.ts';
import { memoryOf } from './memory.ts';
import { AGENTS } from './tickets.ts';

const TURNS = 5;
const SECONDS = 2;
const WARM_SECONDS = 2;

/** What each of them did in a second, by operation, turn by turn; and the memory it had after all of it, in MB. */
export type Measured = {
  readonly rates: ReadonlyMap<Operation, ReadonlyMap<Peer, readonly number[]>>;
  readonly memory: ReadonlyMap<Peer, number>;
};

/**
 * All of them in turns, operation by operation: a moment in which the machine is busy elsewhere falls on all. Each has been warmed
 * up by the same operation before it is counted.
 */
export async function measure(
  peers: readonly Peer[],
  operations: readonly Operation[],
  say: (what: string) => void,
): Promise<Measured> {
  const rates = new Map<Operation, Map<Peer, number[]>>();
  for (const operation of operations) {
    const of = new Map<Peer, number[]>(peers.map((peer) => [peer, []]));
    rates.set(operation, of);
    for (const peer of peers) await turn(peer, operation, WARM_SECONDS, 0);
    for (let n = 1; n <= TURNS; n++)
      for (const peer of peers) of.get(peer)!.push(await turn(peer, operation, SECONDS, n));
    const told = peers.map((peer) => `${peer.name} ${median(of.get(peer)!).toFixed(1)}`);
    say(`${operation}, a second: ${told.join(', ')}`);
  }
  return { rates, memory: new Map(peers.map((peer) => [peer, memoryOf(peer.pids)])) };
}

/** Those named, or all of them where none is. @throws where one is not known. */
export function operationsOf(named: readonly string[] | null): Operation[] {
  const all = Object.keys(OPERATIONS) as Operation[];
  const unknown = named?.find((name) => !(name in OPERATIONS));
  if (unknown) throw new Error(`no operation is called ${unknown}: ${all.join(', ')}`);
  return all.filter((operation) => named?.includes(operation) ?? true);
}

/** Everybody at once, each asking again as soon as it is answered; how often in a second, the last answers to their end. */
async function turn(peer: Peer, operation: Operation, seconds: number, seed: number): Promise<number> {
  const since = performance.now();
  const until = since + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: AGENTS }, async (_, n) => {
      const c = chance(seed * 1000 + n);
      while (performance.now() < until) {
        await peer.does[operation](n, c);
        done++;
      }
    }),
  );
  return (done / (performance.now() - since)) * 1000;
}
