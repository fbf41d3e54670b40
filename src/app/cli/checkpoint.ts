import { checkpointNow } from '../../ledger/index.ts';
import { readConfig } from '../../platform/config/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import { findCities } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { openDatabase } from '../database.ts';
import type { Io } from './command.ts';

/**
 * `huiyin checkpoint`: signs what is settled by now and prints each city's newest checkpoint, one line of JSON each, to be
 * kept outside this server. 1 where there is none.
 */
export async function checkpoint({ stdout, stderr, lang }: Io): Promise<number> {
  const database = await openDatabase(readConfig(), { mode: 'existing' });
  try {
    let printed = 0;
    for (const city of await findCities(database.owner)) {
      const newest = await transact(database.pool, { city, system: true }, (tx) => checkpointNow(tx, city, new Date()));
      if (newest) stdout.write(`${JSON.stringify(newest)}\n`);
      if (newest) printed++;
    }
    if (printed === 0) stderr.write(`${sentence(lang, 'ledger.no-checkpoint')}\n`);
    return printed === 0 ? 1 : 0;
  } finally {
    await database.close();
  }
}
