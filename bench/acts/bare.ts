import type { Query, QueryConfig } from 'pg';
import { act } from '../../src/matters/index.ts';
import type { Pool } from '../../src/platform/postgres/index.ts';
import type { World } from '../world/world.ts';
import type { Task } from './work.ts';

/** One statement as the server sends it, and how many answers it had heard in that transaction before it did. */
type Sent = { readonly query: string | QueryConfig; readonly after: number };
/** The statements of one act, from BEGIN to COMMIT. */
export type Script = readonly Sent[];

/**
 * Does the acts and takes each back, writing down the statements that the server sends for them: the same SQL, values and
 * round trips are then played by the bare driver.
 */
export async function record(world: World, tasks: readonly Task[]): Promise<Script[]> {
  const scripts: Script[] = [];
  for (const { seat, matter, request } of tasks) {
    const script: Sent[] = [];
    await act(recording(world.pool, script), world.seats[seat]!.caller, matter, request, new Date());
    scripts.push(script);
  }
  return scripts;
}

/** The driver's own query, as platform/postgres hands it over. */
type Named = Query & { name: string; text: string; values: unknown[]; callback: (...answer: unknown[]) => void };

/** The pool, with every COMMIT written down and a ROLLBACK done in its place. */
function recording(pool: Pool, script: Sent[]): Pool {
  const connect = async () => {
    const client = await pool.connect();
    let heard = 0;
    const query = (asked: string | Named) => {
      if (typeof asked === 'string') return simple(asked);
      const { name, text, values, callback } = asked;
      script.push({ query: { name, text, values }, after: heard });
      const heardIt: Named['callback'] = (...answer) => {
        heard++;
        callback(...answer);
      };
      return client.query(Object.assign(asked, { callback: heardIt }));
    };
    const simple = async (text: string) => {
      script.push({ query: text, after: heard });
      const result = await client.query(text === 'commit' ? 'rollback' : text);
      heard++;
      return text === 'commit' ? { ...result, command: 'COMMIT' } : result;
    };
    return Object.assign(Object.create(client) as object, {
      query,
      release: (broken?: Error) => client.release(broken),
    });
  };
  return { connect, query: async () => ({ rows: [] }) } as unknown as Pool;
}

/** Plays the scripts over the pool, so many at once. */
export async function play(pool: Pool, scripts: readonly Script[], atOnce: number): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let script = scripts[next++]; script; script = scripts[next++]) {
      const client = await pool.connect();
      const answers: Promise<unknown>[] = [];
      for (const { query, after } of script) {
        if (after > 0) await answers[after - 1];
        answers.push(client.query(query as string));
      }
      await Promise.all(answers);
      client.release();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
