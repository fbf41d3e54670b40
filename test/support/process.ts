import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { atTheEnd } from './ending.ts';

export type ServerProcess = {
  readonly address: string;
  /** As a signal does; resolves with the milliseconds that it took to end. */
  stop(): Promise<number>;
};

/** A server in a process of its own, ended after the last test. */
export async function serverProcess(applicationUrl: string): Promise<ServerProcess> {
  const child = fork(join(import.meta.dirname, 'process.main.ts'), [applicationUrl]);
  const ended = once(child, 'exit');
  atTheEnd(async () => {
    if (child.connected) child.disconnect();
    await ended;
  });
  const [address] = (await once(child, 'message')) as [string];
  return {
    address,
    stop: async () => {
      const since = performance.now();
      child.send('stop');
      await ended;
      return performance.now() - since;
    },
  };
}
