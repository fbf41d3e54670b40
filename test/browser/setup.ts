import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerPool, startEmbedded } from '../../src/platform/postgres/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const START_LIMIT_MS = 180_000;

/** Where the setup leaves the server's address and the demo accounts for the tests; see app.ts. */
export const SERVER_FILE = join(ROOT, '.cache/browser/server.json');

/** Starts one server as `npm start` does, with a demo city in a folder of its own, for all browser tests of the run. */
export default async function setup(): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'huiyin-browser-'));
  await neverWaitForTheDisk(home);
  const server = spawn(process.execPath, [join(ROOT, 'src/app/server/main.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HUIYIN_DATA: home, PORT: '0', DATABASE_URL: '', HUIYIN_LANG: 'zh' },
  });
  const address = await addressFrom(server.stdout, once(server, 'exit'));
  const accounts: unknown = JSON.parse(await readFile(join(home, 'demo-accounts.json'), 'utf8'));
  await mkdir(join(SERVER_FILE, '..'), { recursive: true });
  await writeFile(SERVER_FILE, JSON.stringify({ address, accounts }), { mode: 0o600 });
  return async () => {
    server.kill('SIGINT');
    if (server.exitCode === null) await once(server, 'exit');
    await rm(home, { recursive: true, force: true });
  };
}

/** Makes the database of a folder, for data that nobody misses after a loss of power: a slow disk else holds up every act. */
async function neverWaitForTheDisk(folder: string): Promise<void> {
  const database = await startEmbedded({ folder });
  const admin = ownerPool(database.url('postgres'), 1);
  try {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
      await admin.query(`alter system set ${setting} = off`);
  } finally {
    await admin.end();
    await database.stop();
  }
}

async function addressFrom(stdout: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<string> {
  let said = '';
  const found = new Promise<string>((resolve) => {
    stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (address) resolve(address);
    });
  });
  const fail = (why: string) => Promise.reject(new Error(`the server did not start (${why}); it said:\n${said}`));
  const late = new Promise((resolve) => setTimeout(resolve, START_LIMIT_MS).unref());
  return Promise.race([found, ended.then(() => fail('it ended')), late.then(() => fail('it took too long'))]);
}
