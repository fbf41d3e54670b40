import { Worker } from 'node:worker_threads';
import type { Stretch, Verified } from '../../ledger/index.ts';

/** What a thread is given, and what it tells: that it sees the moment of all, and at its end what it found. */
export type Helping = {
  readonly applicationUrl: string;
  readonly city: number;
  readonly stretch: Stretch;
  readonly snapshot: string;
};
export type Told = { readonly joined: true } | { readonly verified: Verified };

/** Room for what is read and let go, in megabytes: with the usual 16 much of it is still in use when that is full, and copied. */
const YOUNG_MB = 64;

/** Starts a thread that verifies a stretch. Both promises fail where it does. */
export function startThread(helping: Helping): { joined: Promise<void>; verified: Promise<Verified> } {
  const [joined, verified] = [Promise.withResolvers<void>(), Promise.withResolvers<Verified>()];
  const fail = (error: Error): void => {
    joined.reject(error);
    verified.reject(error);
  };
  const worker = new Worker(new URL('./verify.worker.ts', import.meta.url), {
    workerData: helping,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  worker.on('message', (told: Told) => ('joined' in told ? joined.resolve() : verified.resolve(told.verified)));
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`a thread of verify ended early (${code})`)));
  for (const each of [joined, verified]) each.promise.catch(() => undefined); // heard where they are awaited
  return { joined: joined.promise, verified: verified.promise };
}
