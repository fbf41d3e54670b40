import { Worker } from 'node:worker_threads';

/** So long a file may take to be read. */
export const PATIENCE_MS = 30_000;
/** So much memory it may take. */
export const MEMORY_MB = 768;

/** What reading apart came to: an answer, or the name of what went wrong (`timeout`, `memory`, `crashed`, or the error's own). */
export type Apart<T> = { answer?: T; fault?: string };

/**
 * Runs a script on a file's bytes in a thread of its own, so that a file that never ends, or eats memory, is stopped without
 * the server. The script posts one {@link Apart}. `patience`: milliseconds.
 */
export function readApart<T>(
  script: URL,
  data: { readonly bytes: Uint8Array; readonly type?: string },
  patience = PATIENCE_MS,
): Promise<Apart<T>> {
  const worker = new Worker(script, {
    workerData: { ...data, bytes: Uint8Array.from(data.bytes) },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    stdout: true,
    stderr: true,
  });
  return new Promise<Apart<T>>((resolve) => {
    const timer = setTimeout(() => resolve({ fault: 'timeout' }), patience);
    worker.once('message', (answer: Apart<T>) => resolve(answer));
    worker.once('error', (error: Error & { code?: string }) =>
      resolve({ fault: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crashed' }),
    );
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve({ fault: 'crashed' });
    });
  }).finally(() => void worker.terminate());
}
