import { readConfig } from '../../platform/config/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import { openDatabase } from '../database.ts';
import type { Io } from './command.ts';

/** `huiyin migrate`: brings the database to the newest schema and says what was applied. */
export async function migrateCommand({ stdout, lang }: Io): Promise<number> {
  const database = await openDatabase(readConfig(), { mode: 'join' });
  await database.close();
  const { applied } = database;
  const key = applied.length > 0 ? 'cli.migrated' : 'cli.nothing-to-migrate';
  stdout.write(`${sentence(lang, key, { names: applied })}\n`);
  return 0;
}
