import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A connection held as long as a process uses the server: it ends with the process, however that ends. */
export type Keeper = { release(): Promise<void> };

const NAME = 'huiyin-keeper';
/** A killed process's connection is noticed by its backend after a moment. */
const PATIENCE_MS = 5_000;

/** Keeps the server; `onLost` hears when the connection breaks, and so most likely the server. */
export async function keep(url: string, onLost: () => void = () => undefined): Promise<Keeper> {
  const client = new pg.Client({ connectionString: url, application_name: NAME, keepAlive: true });
  let released = false;
  client.on('error', () => undefined);
  client.on('end', () => released || onLost());
  await client.connect();
  // Nothing to wait for: it must not keep the process alive by itself.
  (client as unknown as { unref(): void }).unref();
  return {
    async release() {
      released = true;
      // Saying goodbye must be waited for, or the process ends with the server still running.
      (client as unknown as { ref(): void }).ref();
      await client.end();
    },
  };
}

/** Whether some process keeps the server; one that was killed a moment ago is given time to vanish. */
export async function isKept(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(100)) {
      const { rows } = await client.query('select from pg_stat_activity where application_name = $1', [NAME]);
      if (rows.length === 0) return false;
      if (Date.now() > deadline) return true;
    }
  } finally {
    await client.end();
  }
}
