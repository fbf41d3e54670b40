import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** A server without any city, as `HUIYIN_DEMO=0 npm start` leaves it, with what its terminal shows. */
export type EmptyServer = { readonly address: string; readonly code: string; stop(): Promise<void> };

/** Starts one in a folder of its own. The page was built for the run already. */
export async function emptyServer(): Promise<EmptyServer> {
  const home = await mkdtemp(join(tmpdir(), 'huiyin-empty-'));
  const env = { ...process.env, HUIYIN_DATA: home, PORT: '0', DATABASE_URL: '', HUIYIN_DEMO: '0', HUIYIN_LANG: 'zh' };
  const server = spawn(process.execPath, [join(ROOT, 'src/app/server/main.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  let said = '';
  await new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Ctrl-C')) resolve();
    });
  });
  const address = /http:\/\/localhost:\d+(?=\/start)/u.exec(said)?.[0];
  const code = /^ {2}(\S{4}(?:-\S{4}){3})$/mu.exec(said)?.[1];
  if (!address || !code) throw new Error(`the server offers no setup; it said:\n${said}`);
  return {
    address,
    code,
    stop: async () => {
      server.kill('SIGINT');
      if (server.exitCode === null) await once(server, 'exit');
      await rm(home, { recursive: true, force: true });
    },
  };
}
