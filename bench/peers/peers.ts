import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateJobs } from '../../src/platform/jobs/index.ts';
import {
  applicationPool,
  migrate,
  migrationsHash,
  ownerPool,
  startEmbedded,
} from '../../src/platform/postgres/index.ts';
import type { Row } from '../row.ts';
import { PASSWORD } from '../world/people.ts';
import { databaseOf, dropDatabase, type Database } from './database.ts';
import { fillHuiyin } from './huiyin/fill.ts';
import { openHuiyin } from './huiyin/huiyin.ts';
import type { Peer } from './peer.ts';
import { fillRedmine } from './redmine/fill.ts';
import { openRedmine } from './redmine/redmine.ts';
import { redmineIsHere, settleRedmine, startRedmine } from './redmine/start.ts';
import { fillRt } from './rt/fill.ts';
import { openRt } from './rt/rt.ts';
import { rtIsHere, settleRt, startRt } from './rt/start.ts';
import { rowsOf } from './side-by-side.ts';
import { measure, operationsOf } from './turns.ts';
import { tickets, type Ticket } from './tickets.ts';

const PORTS = { rt: 18_091, redmine: 18_092 };

/** Side by side with others of the trade on this machine, as far as they are installed: see README.md beside this file. */
export async function bench(
  { keep, operations }: { keep: boolean; operations: readonly string[] | null },
  say: (what: string) => void,
): Promise<Row[]> {
  const here = { rt: rtIsHere(), redmine: redmineIsHere() };
  if (!here.rt && !here.redmine) return rowsOf(null, here);
  const home = join(tmpdir(), 'huiyin-bench');
  const server = await startEmbedded({ folder: home, running: 'adopt' });
  const folder = (name: string) => join(home, 'peers', name);
  await mkdir(folder('rt'), { recursive: true });
  await mkdir(folder('redmine'), { recursive: true });
  const databases: Database[] = [];
  const peers: Peer[] = [];
  const now = new Date();
  let planned: Ticket[] | undefined;
  const all = (): Ticket[] => (planned ??= tickets(now).all);
  try {
    if (here.rt) {
      const database = await databaseOf(server, 'peers_rt', PASSWORD, async (made, owner) => {
        await settleRt(folder('rt'), made);
        say('Request Tracker settled');
        await fillRt(owner, all(), now);
      });
      databases.push(database);
      peers.push(await openRt(await startRt(folder('rt'), PORTS.rt, database)));
      say('Request Tracker runs');
    }
    if (here.redmine) {
      const database = await databaseOf(server, 'peers_redmine', PASSWORD, async (made, owner) => {
        await settleRedmine(folder('redmine'), made);
        say('Redmine settled');
        await fillRedmine(owner, all(), now);
      });
      databases.push(database);
      peers.push(await openRedmine(await startRedmine(folder('redmine'), PORTS.redmine, database)));
      say('Redmine runs');
    }
    const name = `peers_huiyin_${(await migrationsHash()).slice(0, 12)}`;
    const own = await databaseOf(server, name, PASSWORD, async (_, owner, url) => {
      await migrate(owner);
      await migrateJobs(url);
      const pool = applicationPool(url);
      await fillHuiyin(owner, pool, now);
      await pool.end();
    });
    databases.push(own);
    const owner = ownerPool(server.url(name), 1);
    peers.push(await openHuiyin(owner, server.applicationUrl(name), server.url(name)));
    await owner.end();
    say('Huiyin runs');
    return rowsOf(await measure(peers, operationsOf(operations), say), here);
  } finally {
    for (const peer of peers) await peer.close();
    if (!keep) for (const database of databases) await dropDatabase(server, database);
    if (!server.adopted) await server.stop();
  }
}
