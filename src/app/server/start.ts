import { buildHttp } from '../../platform/http/index.ts';
import type { Config } from '../../platform/config/index.ts';
import { diskFiles } from '../../platform/files/index.ts';
import type { DemoAccount } from '../demo/people.ts';
import { openDatabase } from '../database.ts';
import { mayReadFile, routes, seating } from '../wiring.ts';
import { foundDemo, readAccounts } from './demo-accounts.ts';
import { buildWeb, webRoot } from './web-build.ts';

/** What happens on the way, for whoever waits. */
export type Progress = {
  readonly databaseOpened: (where: string) => void;
  readonly buildingPage: () => void;
  readonly seedingDemo: () => void;
  readonly portTaken: (port: number) => void;
  readonly databaseLost: () => void;
};

export type Server = {
  readonly address: string;
  readonly where: string;
  readonly home: string;
  readonly accounts: readonly DemoAccount[];
  /** Ends requests under way (at most five seconds), then all that was started. */
  close(): Promise<void>;
};

const TRIES = 20;

/** Brings everything up: database, migrations, demo city (the first time), page, HTTP. */
export async function startServer(config: Config, progress: Progress): Promise<Server> {
  const now = () => new Date();
  const database = await openDatabase(config, {
    mode: 'own',
    found: (fresh) => foundDemo(fresh, now(), progress.seedingDemo),
    onLost: progress.databaseLost,
  });
  try {
    progress.databaseOpened(database.where);
    await foundDemo(database, now(), progress.seedingDemo);
    const accounts = await readAccounts(database.home);
    await buildWeb(progress.buildingPage);
    const files = diskFiles(database.filesFolder);
    const http = await buildHttp({
      pool: database.pool,
      now,
      files,
      seating,
      routes,
      mayReadFile,
      webRoot,
      behindProxy: config.behindProxy,
    });
    const port = await listen(config, progress, (at) => http.listen({ host: config.host, port: at }));
    return {
      address: `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`,
      where: database.where,
      home: database.home,
      accounts,
      async close() {
        await http.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
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
