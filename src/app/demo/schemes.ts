import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishScheme } from '../../directory/index.ts';
import { schemeTableOf } from '../../intake/index.ts';
import { uuidv7 } from '../../kernel/index.ts';
import { transact, type Pool } from '../../platform/postgres/index.ts';
import { CITY } from './city.ts';

const TABLE = join(import.meta.dirname, 'appeals.csv');

/** Publishes the demo's scheme for appeals, read from a table as a city would read its own. */
export async function classify(pool: Pool, at: Date): Promise<void> {
  const system = { city: CITY, system: true } as const;
  const { categories } = await schemeTableOf(readFileSync(TABLE), []);
  const name = { zh: '群众诉求分类', en: 'Appeals of residents' };
  const scheme = { id: uuidv7(at), key: 'appeals', name, categories, seen: 0 };
  await transact(pool, system, (tx) => publishScheme(tx, system, scheme, at));
}
