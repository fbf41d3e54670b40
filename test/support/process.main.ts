import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { live, mayReadFile, routes, sealing, seating } from '../../src/app/wiring.ts';
import { diskFiles } from '../../src/platform/files/index.ts';
import { buildHttp } from '../../src/platform/http/index.ts';
import { applicationPool } from '../../src/platform/postgres/index.ts';

// One server process over a test's database: the whole interface as `npm start` serves it, without page and jobs.

const pool = applicationPool(process.argv[2]!);
const http = await buildHttp({
  pool,
  now: () => new Date(),
  files: diskFiles(join(tmpdir(), 'huiyin-test-files')),
  sealing,
  seating,
  routes,
  mayReadFile,
  live,
  webRoot: null,
});
process.send!(await http.listen({ host: '127.0.0.1', port: 0 }));
process.on('message', () => {
  void http
    .close()
    .then(() => pool.end())
    .then(() => process.exit(0));
});
process.on('disconnect', () => process.exit(1));
