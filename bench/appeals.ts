import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addUnits, openPerson } from '../src/directory/index.ts';
import { uuidv7 } from '../src/kernel/index.ts';
import { publishMechanism } from '../src/matters/index.ts';
import { foundCity } from '../src/platform/identity/index.ts';
import { transact, type Pool } from '../src/platform/postgres/index.ts';
import { appealOf } from './load/appeal.ts';
import { httpClient, startHttp } from './load/http.ts';
import { median, percentile, type Row } from './row.ts';
import { chance } from './world/chance.ts';
import { PASSWORD } from './world/people.ts';
import { texts } from './world/texts.ts';
import type { World } from './world/world.ts';

/** A city of its own, so that the others stay as they are met again; the next one each time. */
const FIRST_CITY = 990300;
const CLIENTS = 32;
const SECONDS = 20;
/** So long nothing is counted, until everything is prepared and compiled. */
const WARM_SECONDS = 5;
const AIM = 500;

/**
 * Appeals raised on the public page by people who have not signed in, each with a contact to be sealed and a code to follow it by,
 * while the jobs of the same process take the outbox out and tell the office.
 */
export async function bench(world: World): Promise<Row[]> {
  const city = await found(world);
  const server = await startHttp(world.applicationUrl, { ownerUrl: world.url });
  const times: number[] = [];
  try {
    const since = performance.now();
    const [from, until] = [since + WARM_SECONDS * 1000, since + (WARM_SECONDS + SECONDS) * 1000];
    const written = texts(4000);
    await Promise.all(
      Array.from({ length: CLIENTS }, async (_, n) => {
        const client = httpClient(server.port);
        const c = chance(n + 1);
        while (performance.now() < until) {
          const { status, body, ms } = await client.ask(
            'POST',
            `/api/counter/appeals?city=${city}`,
            '',
            appealOf(c, c.pick(written).text, new Date()),
            `10.${c.below(250)}.${c.below(250)}.${c.below(250)}`,
          );
          if (status !== 201) throw new Error(`an appeal was answered with ${status}: ${body}`);
          if (performance.now() >= from && performance.now() < until) times.push(ms);
        }
        client.close();
      }),
    );
  } finally {
    server.stop();
  }
  return [
    {
      what: `appeals raised over HTTP, ${CLIENTS} clients, with the jobs running`,
      measured: times.length / SECONDS,
      unit: 'appeals/s',
      aim: { bound: 'at least', value: AIM, of: 'figure' },
      note: `${times.length} in ${SECONDS} s; median ${median(times).toFixed(0)} ms, 95th percentile ${percentile(times, 0.95).toFixed(0)} ms`,
    },
  ];
}

async function found({ owner, pool }: World): Promise<number> {
  const { rows } = await owner.query<{ next: number }>(
    'select greatest(max(city) + 1, $1)::integer as next from city',
    [FIRST_CITY],
  );
  const city = rows[0]!.next;
  await settle(pool, city, new Date());
  return city;
}

/** A supervision office of one person, and somebody to be told. */
async function settle(pool: Pool, city: number, now: Date): Promise<void> {
  const source = await readFile(join(import.meta.dirname, '../mechanisms/appeal.yaml'), 'utf8');
  const system = { city, system: true } as const;
  await transact(pool, system, async (tx) => {
    await foundCity(tx, city, '莲城市', 'Liancheng');
    await addUnits(tx, system, [{ id: uuidv7(now), name: '市工业和信息化局', kind: 'department' }], now);
    await publishMechanism(tx, system, { source }, now);
    const seat = { id: uuidv7(now), unit: null, role: 'supervisor', title: '督查员' } as const;
    const person = { id: uuidv7(now), login: `bench-${city}`, name: '沈知远', password: PASSWORD, seat };
    await openPerson(tx, system, person, now);
  });
}
