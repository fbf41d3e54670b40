import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../../kernel/index.ts';
import { publishMechanism } from '../../matters/index.ts';
import type { FileStore } from '../../platform/files/index.ts';
import { transact, type Pool } from '../../platform/postgres/index.ts';
import { meetings, workHour } from './calendar.ts';
import { CITY } from './city.ts';
import { enroll } from './enterprises.ts';
import { playHistory } from './history.ts';
import { settle, type DemoAccount } from './people.ts';
import { classify } from './schemes.ts';

const MECHANISMS = ['weekly-assignment', 'appeal'].map((name) =>
  join(import.meta.dirname, `../../../mechanisms/${name}.yaml`),
);
/** Past weeks that are played; this week's meeting is left for whoever tries the page. */
const WEEKS = 3;

/**
 * Makes the demo city in an empty database: units, accounts with random passwords, a scheme of categories, enterprises, three weeks of rounds in every state, and
 * their bulletins, all by the acts that people use. Returns the accounts, the printed ones first. Takes some seconds.
 */
export async function seedDemo(stage: { pool: Pool; files: FileStore }, now: Date): Promise<DemoAccount[]> {
  const past = meetings(dayOf(now), WEEKS + 1).slice(1);
  const beginning = workHour(past.at(-1)!.heldOn, 0, 8);
  const people = await settle(stage.pool, beginning);
  for (const file of MECHANISMS) {
    const source = readFileSync(file, 'utf8');
    await transact(stage.pool, { city: CITY, system: true }, (tx) =>
      publishMechanism(tx, { city: CITY, system: true }, { source }, beginning),
    );
  }
  await classify(stage.pool, beginning);
  await enroll(stage.pool, beginning);
  await playHistory({ ...stage, people, now }, past);
  return people.accounts;
}
