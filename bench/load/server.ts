import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { live, mayReadFile, routes, seating } from '../../src/app/wiring.ts';
import { diskFiles } from '../../src/platform/files/index.ts';
import { buildHttp } from '../../src/platform/http/index.ts';
import { applicationPool } from '../../src/platform/postgres/index.ts';

// The whole HTTP interface as `npm start` serves it, over the bench's database, in a process of its own.

const pool = applicationPool(process.argv[2]!);
const http = await buildHttp({
  pool,
  now: () => new Date(),
  files: diskFiles(join(tmpdir(), 'huiyin-bench/files')),
  seating,
  routes,
  mayReadFile,
  live,
  webRoot: process.argv[3] || null,
});
const address = await http.listen({ host: '127.0.0.1', port: 0 });
process.send!({ port: Number(new URL(address).port) });
// Asked for its heap it collects first, where it was started with --expose-gc.
process.on('message', () => {
  globalThis.gc?.();
  process.send!({ heap: process.memoryUsage().heapUsed });
});
process.on('disconnect', () => process.exit(0));
