import { offerSetup } from '../../founding/index.ts';
import { buildHttp } from '../../platform/http/index.ts';
import type { Config } from '../../platform/config/index.ts';
import { startWorker } from '../../platform/jobs/index.ts';
import { diskFiles } from '../../platform/files/index.ts';
import type { DemoAccount } from '../demo/people.ts';
import { openDatabase } from '../database.ts';
import { openChannels } from '../channels.ts';
import { counterJobs, counterRoutes, counterSchedules } from '../counter.ts';
import { demoOutbox } from '../demo/outbox.ts';
import { setUpNotices } from '../notices.ts';
import { jobs, live, mayReadFile, routes, schedules, sealing, seating } from '../wiring.ts';
import { demoAge, demoOutline, foundDemo, letDemoLearn, readAccounts } from './demo-accounts.ts';
import { buildWeb, webRoot } from './web-build.ts';

/** What happens on the way, for whoever waits. */
export type Progress = {
  readonly databaseOpened: (where: string) => void;
  readonly buildingPage: () => void;
  readonly seedingDemo: () => void;
  readonly portTaken: (port: number) => void;
  readonly databaseLost: () => void;
  /** The demo has no way to send this. */
  readonly wouldSend: (to: string, text: string) => void;
  /** Something was started that has to be ended, whatever comes after: the last one first. */
  readonly toEnd: (end: () => Promise<void>) => void;
};

export type Server = {
  readonly address: string;
  readonly where: string;
  readonly home: string;
  readonly accounts: readonly DemoAccount[];
  /** Whole days since the demo city was founded; null where there is none. */
  readonly demoAge: number | null;
  /** The one-time code with which the first city is founded on the page; null where there is a city. */
  readonly setupCode: string | null;
};

const TRIES = 20;
/** So long may a request under way take to end when the server is stopped. */
const PATIENCE_MS = 5_000;

/** Brings everything up: database, migrations, demo city (the first time), page, jobs, HTTP. */
export async function startServer(config: Config, progress: Progress): Promise<Server> {
  const { toEnd } = progress;
  const now = () => new Date();
  const opened = once(progress.databaseOpened);
  let founded = false;
  const seeding = (): void => {
    founded = true;
    progress.seedingDemo();
  };
  const database = await openDatabase(config, {
    mode: 'own',
    ...(config.demo
      ? {
          found: (fresh) => {
            opened(fresh.where);
            return foundDemo(fresh, now(), seeding);
          },
        }
      : {}),
    onLost: progress.databaseLost,
    onStarted: toEnd,
  });
  toEnd(() => database.close());
  opened(database.where);
  if (config.demo) await foundDemo(database, now(), seeding);
  await buildWeb(progress.buildingPage, toEnd);
  const outbox = config.demo ? demoOutbox(progress.wouldSend) : null;
  const channels = openChannels(config.notices, outbox);
  toEnd(async () => channels.close());
  // Where a demo is reached is known once it listens; what is real is told where it is.
  let address: string | null = null;
  const notices = setUpNotices(config.notices, channels, () => (config.demo ? address : null));
  toEnd(async () => notices.close());
  const counter = counterRoutes(channels, (error) => tellFault('counter', error));
  const files = diskFiles(database.filesFolder);
  const http = await buildHttp({
    tiles: config.tiles,
    outline: config.outline ?? (await demoOutline(database)),
    pool: database.pool,
    now,
    files,
    sealing,
    seating,
    routes: [...routes, ...counter, ...notices.routes, ...(outbox ? [outbox.routes] : [])],
    mayReadFile,
    live,
    webRoot,
    behindProxy: config.behindProxy,
  });
  const worker = await startWorker({
    ...database,
    now,
    jobs: [...jobs, ...notices.jobs, ...counterJobs(files)],
    schedules: [...schedules, ...notices.schedules, ...counterSchedules(files)],
    onFault: tellFault,
  });
  toEnd(() => worker.stop());
  if (founded) await letDemoLearn(database.pool);
  toEnd(async () => {
    const late = setTimeout(() => http.server.closeAllConnections(), PATIENCE_MS);
    await http.close();
    clearTimeout(late);
  });
  const port = await listen(config, progress, (at) => http.listen({ host: config.host, port: at }));
  address = `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`;
  return {
    address,
    where: database.where,
    home: database.home,
    accounts: await readAccounts(database),
    demoAge: await demoAge(database, now()),
    setupCode: await offerSetup(database.owner, now()),
  };
}

/** A database that was made just now is told of before it is filled, and not again. */
function once(tell: (where: string) => void): (where: string) => void {
  let told = false;
  return (where) => {
    if (!told) tell(where);
    told = true;
  };
}

/** Listens at the port asked for; where it is taken says so and tries the next. */
async function listen(config: Config, progress: Progress, at: (port: number) => Promise<string>): Promise<number> {
  for (let port = config.port; ; port++) {
    try {
      return Number(new URL(await at(port)).port) || 80;
    } catch (error) {
      if ((error as { code?: string }).code !== 'EADDRINUSE' || port >= config.port + TRIES) throw error;
      progress.portTaken(port);
    }
  }
}

const tellFault = (job: string, error: unknown) => process.stderr.write(`${job}: ${String(error)}\n`);
