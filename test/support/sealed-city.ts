import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mayReadFile, routes } from '../../src/app/wiring.ts';
import { counterSessionRoutes } from '../../src/counter/index.ts';
import { publishMechanism } from '../../src/matters/index.ts';
import type { HttpOptions } from '../../src/platform/http/index.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { transact, type Pool } from '../../src/platform/postgres/index.ts';
import { aCity } from './city.ts';
import { testHttp, type TestHttp } from './http.ts';
import { seated } from './seats.ts';

const CLUE = join(import.meta.dirname, '../../mechanisms/clue.yaml');

/** A city with a mechanism whose matters are sealed, asked over all of its routes by these callers; those of a unit sit in its only one. */
export async function aSealedCity(
  pool: Pool,
  callers: readonly Caller[],
  now: () => Date,
  options: Partial<HttpOptions> = {},
): Promise<TestHttp> {
  const system = { city: 1, system: true } as const;
  const [unit] = await aCity(pool, 1, ['莲城市发展和改革委员会'], now());
  for (const who of callers) if (who.unit !== null) Object.assign(who, { unit, units: [unit] });
  await transact(pool, system, (tx) => publishMechanism(tx, system, { source: readFileSync(CLUE, 'utf8') }, now()));
  const signIn = counterSessionRoutes({ send: async () => undefined }, () => undefined);
  const web = await testHttp(pool, callers, { routes: [...routes, signIn], mayReadFile, now, ...options });
  await seated(pool, callers, now());
  return web;
}
