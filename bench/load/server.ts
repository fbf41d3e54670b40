import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mayReadFile, routes, seating } from '../../src/app/wiring.ts';
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
  webRoot: process.argv[3] || null,
});
const address = await http.listen({ host: '127.0.0.1', port: 0 });
process.send!({ port: Number(new URL(address).port) });
process.on('disconnect', () => process.exit(0));
