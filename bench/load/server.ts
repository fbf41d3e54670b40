import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChannels } from '../../src/app/channels.ts';
import { counterRoutes } from '../../src/app/counter.ts';
import { setUpNotices } from '../../src/app/notices.ts';
import { jobs, live, mayReadFile, routes, schedules, sealing, seating } from '../../src/app/wiring.ts';
import { readConfig } from '../../src/platform/config/index.ts';
import { diskFiles } from '../../src/platform/files/index.ts';
import { buildHttp } from '../../src/platform/http/index.ts';
import { startWorker } from '../../src/platform/jobs/index.ts';
import { applicationPool, ownerPool } from '../../src/platform/postgres/index.ts';

// The whole HTTP interface as `npm start` serves it, over the bench's database, in a process of its own; with the worker beside
// it where the owner's address is named. Behind a proxy, so that many clients may be many addresses.

const [, , applicationUrl, webRoot, ownerUrl] = process.argv;
const pool = applicationPool(applicationUrl!);
const { notices } = readConfig();
const channels = openChannels(notices, null);
const told = setUpNotices(notices, channels, () => null);
const fault = (where: string, error: unknown): void => console.error(where, error);
const http = await buildHttp({
  pool,
  now: () => new Date(),
  files: diskFiles(join(tmpdir(), 'huiyin-bench/files')),
  sealing,
  seating,
  routes: [...routes, ...counterRoutes(channels, (error) => fault('counter', error)), ...told.routes],
  mayReadFile,
  live,
  webRoot: webRoot || null,
  behindProxy: true,
});
if (ownerUrl)
  await startWorker({
    pool,
    owner: ownerPool(ownerUrl, 4),
    ownerUrl,
    now: () => new Date(),
    jobs: [...jobs, ...told.jobs],
    schedules: [...schedules, ...told.schedules],
    onFault: fault,
  });
const address = await http.listen({ host: '127.0.0.1', port: 0 });
process.send!({ port: Number(new URL(address).port) });
// Asked for its heap it collects first, where it was started with --expose-gc.
process.on('message', () => {
  globalThis.gc?.();
  process.send!({ heap: process.memoryUsage().heapUsed });
});
process.on('disconnect', () => process.exit(0));
