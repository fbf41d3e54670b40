import { verifyCheckpoints, verifyLedger } from '../../ledger/index.ts';
import { readConfig } from '../../platform/config/index.ts';
import { diskFiles, verifyFiles } from '../../platform/files/index.ts';
import { describe, sentence } from '../../platform/i18n/index.ts';
import { findCities } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { openDatabase } from '../database.ts';
import { subjects } from '../wiring.ts';
import type { Io } from './command.ts';

/** `huiyin verify`: every city's chains, projections, checkpoints and files; names the first fault and answers 1. */
export async function verify({ stdout, lang }: Io): Promise<number> {
  const database = await openDatabase(readConfig(), { mode: 'join' });
  try {
    const cities = await findCities(database.owner);
    if (cities.length === 0) {
      stdout.write(`${sentence(lang, 'cli.verify-nothing', { where: database.where })}\n`);
      return 1;
    }
    for (const city of cities) {
      const { ledger, checkpoints } = await transact(database.pool, { city, system: true }, async (tx) => ({
        ledger: await verifyLedger(tx, city, subjects),
        checkpoints: await verifyCheckpoints(tx, city),
      }));
      const evidence = await verifyFiles({ pool: database.pool, files: diskFiles(database.filesFolder) }, city);
      const fault = ledger.fault ?? checkpoints.fault ?? evidence.fault;
      if (fault) {
        stdout.write(`${sentence(lang, 'cli.verify-fault', { city, what: describe(lang, fault) })}\n`);
        return 1;
      }
      const { streams, acts } = ledger;
      const counts = { streams, acts, checkpoints: checkpoints.sound, files: evidence.sound };
      stdout.write(`${sentence(lang, 'cli.verified', { city, ...counts })}\n`);
    }
    return 0;
  } finally {
    await database.close();
  }
}
