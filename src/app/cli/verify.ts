import { verifyCheckpoints, verifyLedger } from '../../ledger/index.ts';
import { readConfig } from '../../platform/config/index.ts';
import { describe, sentence } from '../../platform/i18n/index.ts';
import { findCities } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { openDatabase } from '../database.ts';
import { subjects } from '../wiring.ts';
import type { Io } from './command.ts';

/** `huiyin verify`: every city's chains, projections and checkpoints; names the first fault and answers 1. */
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
      const fault = ledger.fault ?? checkpoints.fault;
      if (fault) {
        stdout.write(`${sentence(lang, 'cli.verify-fault', { city, what: describe(lang, fault) })}\n`);
        return 1;
      }
      const { streams, acts } = ledger;
      stdout.write(`${sentence(lang, 'cli.verified', { city, streams, acts, checkpoints: checkpoints.sound })}\n`);
    }
    return 0;
  } finally {
    await database.close();
  }
}
