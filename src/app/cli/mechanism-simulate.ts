import { parseArgs } from 'node:util';
import { dayOf, endOfDay, isDay, refuse, startOfDay, type Day } from '../../kernel/index.ts';
import { findNewestMechanism } from '../../matters/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';
import { readConfig } from '../../platform/config/index.ts';
import { describe, sentence } from '../../platform/i18n/index.ts';
import { findCityName, findCityNameEn } from '../../platform/identity/index.ts';
import { findCities } from '../../platform/jobs/index.ts';
import { transact, type Pool } from '../../platform/postgres/index.ts';
import { MEASURES, simulate, withStageNames, type Comparison } from '../../simulation/index.ts';
import { openForReading } from '../reading.ts';
import type { Io } from './command.ts';
import { tellFaults } from './mechanism-check.ts';
import { readMechanism } from './mechanism-file.ts';

const EXAMPLE = './huiyin mechanism simulate mechanisms/appeal.yaml --since 2025-01-01';
/** So many numbers of matters are written out where a measure changes; `--json` has all. */
const MOST_NUMBERS = 8;

/**
 * `huiyin mechanism simulate FILE --since DAY [--until DAY] [--json]`: what would have been late, slipped, listed and raised, had the
 * file been in force. Changes nothing. 1 where the file has faults, or no city has a mechanism of its key.
 */
export async function mechanismSimulate(args: string[], io: Io, now: Date): Promise<number> {
  const { file, since, until, json } = options(args, dayOf(now));
  const { mechanism, faults } = await readMechanism(file);
  if (!mechanism) {
    tellFaults(file, faults, io);
    return 1;
  }
  const database = await openForReading(readConfig());
  try {
    const from = startOfDay(since);
    // Up to the end of the last day, and of today up to now.
    const end = endOfDay(until);
    const cities = await findCities(database.owner);
    const has = await Promise.all(cities.map((city) => hasMechanism(database.pool, city, mechanism.key)));
    // Of none there is nothing to compare: no number would be a comparison.
    if (!has.includes(true)) refuse('cli.simulate-not-in-force', { file, key: mechanism.key });
    for (const city of cities.filter((_, n) => has[n])) {
      const { found, called } = await transact(database.pool, { city, system: true }, async (tx) => ({
        found: await simulate(tx, { city, mechanism, from, until: end < now ? end : now }),
        called: (io.lang === 'en' && (await findCityNameEn(tx, city))) || (await findCityName(tx, city)),
      }));
      if (json) io.stdout.write(`${JSON.stringify({ city, mechanism: mechanism.key, since, until, ...found })}\n`);
      else tell(found, { city: called, since, until, mechanism }, io);
    }
    return 0;
  } finally {
    await database.close();
  }
}

/** Whether a city has a mechanism of that key. */
const hasMechanism = (pool: Pool, city: number, key: string): Promise<boolean> =>
  transact(pool, { city, system: true }, async (tx) => (await findNewestMechanism(tx, city, key)) !== null);

function options(args: string[], today: Day): { file: string; since: Day; until: Day; json: boolean } {
  const parsed = (): ReturnType<typeof read> => {
    try {
      return read(args);
    } catch (error) {
      return refuse('cli.simulate-misused', { reason: (error as Error).message, example: EXAMPLE });
    }
  };
  const { values, positionals } = parsed();
  const { since, until = today, json = false } = values;
  const [file, ...others] = positionals;
  if (file === undefined) return refuse('cli.file-missing', { example: EXAMPLE });
  if (others.length) return refuse('cli.simulate-one-file', { file, others, example: EXAMPLE });
  if (since === undefined) return refuse('cli.option-missing', { options: ['--since'], example: EXAMPLE });
  for (const day of [since, until]) if (!isDay(day)) refuse('cli.not-a-day', { text: day, example: EXAMPLE });
  if (since > until) refuse('cli.days-reversed', { since, until });
  return { file, since, until, json };
}

const read = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: { since: { type: 'string' }, until: { type: 'string' }, json: { type: 'boolean' } },
  });

type Of = { city: string; since: Day; until: Day; mechanism: Mechanism };

function tell(found: Comparison, { city, since, until, mechanism }: Of, { stdout, lang }: Io): void {
  const say = (key: string, params: Record<string, unknown>) =>
    stdout.write(`${sentence(lang, key, params as never)}\n`);
  const name = mechanism.name[lang];
  say('cli.simulated', { city, since, until, name, n: found.matters });
  for (const measure of MEASURES) {
    const { was, would, unknown, more, fewer } = found.measures[measure];
    if (was === 0 && would === 0) continue;
    const counts = { what: sentence(lang, `cli.simulated-${measure}`, {}), was, would, unknown };
    say(unknown ? 'cli.simulated-unsure' : 'cli.simulated-measure', counts);
    if (more.length) say('cli.simulated-more', { numbers: more.slice(0, MOST_NUMBERS), n: more.length });
    if (fewer.length) say('cli.simulated-fewer', { numbers: fewer.slice(0, MOST_NUMBERS), n: fewer.length });
  }
  const clocks = Object.entries(found.clocks);
  if (
    found.matters > 0 &&
    !clocks.length &&
    MEASURES.every((one) => !found.measures[one].was && !found.measures[one].would)
  )
    say('cli.simulated-nothing', {});
  for (const [clock, { was, would }] of clocks)
    say('cli.simulated-clock', { clock: mechanism.clocks[clock]?.name[lang] ?? clock, was, would });
  const sayWhy = (key: string, refusals: Comparison['refused']) => {
    for (const { kind, problem, n, number } of refusals)
      say(key, { act: kind, why: describe(lang, withStageNames(problem, mechanism)), n, number });
  };
  if (found.unknown.length)
    say('cli.simulated-unknown', { numbers: found.unknown.slice(0, MOST_NUMBERS), n: found.unknown.length });
  sayWhy('cli.simulated-refused', found.refused);
  if (found.asDone.length)
    say('cli.simulated-as-done', { numbers: found.asDone.slice(0, MOST_NUMBERS), n: found.asDone.length });
  if (found.unplayable.length)
    say('cli.simulated-unplayable', { numbers: found.unplayable.slice(0, MOST_NUMBERS), n: found.unplayable.length });
  sayWhy('cli.simulated-not-again', found.notAgain);
}
