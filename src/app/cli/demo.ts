import { readConfig } from '../../platform/config/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import { openDatabase } from '../database.ts';
import { accountLine, readAccounts } from '../server/demo-accounts.ts';
import type { Io } from './command.ts';

/** `huiyin demo`: the demo city's accounts with their passwords. */
export async function demo({ stdout, lang }: Io): Promise<number> {
  const database = await openDatabase(readConfig(), { mode: 'existing' });
  const accounts = await readAccounts(database);
  await database.close();
  for (const account of accounts) stdout.write(`${accountLine(account)}\n`);
  if (accounts.length === 0) stdout.write(`${sentence(lang, 'cli.no-demo')}\n`);
  return 0;
}
