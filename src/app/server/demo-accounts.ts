import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MapOutline } from '../../kernel/contract.ts';
import { readOutline } from '../../platform/config/index.ts';
import { diskFiles } from '../../platform/files/index.ts';
import { learnSuggestions } from '../../intake/index.ts';
import { enqueue, findCities } from '../../platform/jobs/index.ts';
import { transact, type Pool } from '../../platform/postgres/index.ts';
import type { Database } from '../database.ts';
import { CITY } from '../demo/city.ts';
import type { DemoAccount } from '../demo/people.ts';
import { seedDemo } from '../demo/seed.ts';

/** Where the demo's random passwords are kept, readable by this user alone, so that they can be printed again. */
export const accountsFile = (home: string): string => join(home, 'demo-accounts.json');

/** The demo city's accounts as they were noted; none of a database without it, whatever lies in the folder. */
export async function readAccounts({ owner, home }: Database): Promise<readonly DemoAccount[]> {
  if (!(await findCities(owner)).includes(CITY)) return [];
  return JSON.parse(await readFile(accountsFile(home), 'utf8').catch(() => '[]')) as DemoAccount[];
}

/** The lines of the demo city's map, which is invented as it is; null where it is not this database's. */
export async function demoOutline({ owner }: Database): Promise<MapOutline | null> {
  if (!(await findCities(owner)).includes(CITY)) return null;
  return readOutline(join(import.meta.dirname, '../demo/outline.geojson'));
}

/** Whole days since the demo city was founded; null where it is not this database's. */
export async function demoAge({ owner, home }: Database, now: Date): Promise<number | null> {
  if (!(await findCities(owner)).includes(CITY)) return null;
  const noted = await stat(accountsFile(home)).catch(() => null);
  return noted && Math.floor((now.getTime() - noted.mtimeMs) / 86_400_000);
}

/** One account on one line: login, password, where it sits. */
export const accountLine = ({ login, password, unit, title, name }: DemoAccount): string =>
  `${login.padEnd(14)} ${password}   ${unit} ${title} ${name}`;

/** Founds the demo city in a database without any city, and notes its accounts. A city's own database is left alone. */
export async function foundDemo(database: Database, now: Date, onSeed: () => void): Promise<void> {
  if ((await findCities(database.owner)).length > 0) return;
  onSeed();
  const accounts = await seedDemo({ pool: database.pool, files: diskFiles(database.filesFolder) }, now);
  await writeFile(accountsFile(database.home), JSON.stringify(accounts, null, 2), { mode: 0o600 });
}

/** Has a demo city that was founded just now learn what to suggest: the night in which a city does is still to come. */
export const letDemoLearn = (pool: Pool): Promise<void> =>
  transact(pool, { city: CITY, system: true }, (tx) => enqueue(tx, learnSuggestions, {}));
