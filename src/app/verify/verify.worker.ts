import { parentPort, workerData } from 'node:worker_threads';
import { holdStill, verifyStretch } from '../../ledger/index.ts';
import { applicationPool, transact } from '../../platform/postgres/index.ts';
import { subjects } from '../subjects.ts';
import type { Helping, Told } from './threads.ts';

// One of the threads of `huiyin verify`: its own connection, its own stretch of the ledger, the moment that all share.

const { applicationUrl, city, stretch, snapshot } = workerData as Helping;
const tell = (told: Told): void => parentPort!.postMessage(told);
const pool = applicationPool(applicationUrl, 1, 'read');
try {
  const verified = await transact(pool, { city, system: true }, async (tx) => {
    await holdStill(tx, snapshot);
    tell({ joined: true });
    return verifyStretch(tx, city, subjects, stretch);
  });
  tell({ verified });
} finally {
  await pool.end();
}
