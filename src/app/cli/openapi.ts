import { diskFiles } from '../../platform/files/index.ts';
import { buildHttp } from '../../platform/http/index.ts';
import { applicationPool } from '../../platform/postgres/index.ts';
import { readConfig } from '../../platform/config/index.ts';
import { openChannels } from '../channels.ts';
import { setUpNotices } from '../notices.ts';
import { live, mayReadFile, routes, sealing, seating } from '../wiring.ts';
import type { Io } from './command.ts';

/** `huiyin openapi`: the description of the interface. Nothing is connected to; the routes alone say what they are. */
export async function openapi({ stdout }: Io): Promise<number> {
  const { notices } = readConfig({});
  const http = await buildHttp({
    pool: applicationPool('postgres://nowhere/none'),
    now: () => new Date(),
    files: diskFiles('.'),
    sealing,
    seating,
    routes: [...routes, ...setUpNotices(notices, openChannels(notices, null), () => null).routes],
    mayReadFile,
    live,
    webRoot: null,
  });
  await http.ready();
  stdout.write(`${JSON.stringify(http.swagger(), null, 2)}\n`);
  return 0;
}
