import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import type { Refusal } from '../../../kernel/index.ts';
import { startEmbedded, type EmbeddedServer } from './server.ts';

const folder = await mkdtemp(join(tmpdir(), 'huiyin-server-'));
const options = { folder, flavour: 'test' } as const;
afterAll(() => rm(folder, { recursive: true, force: true }));

async function rows(server: EmbeddedServer, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}

/** Another process of ours that starts the server, writes a row and then only waits to be killed. */
async function holder(): Promise<ChildProcess> {
  const program = `
    import pg from 'pg';
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'server.ts'))};
    const server = await startEmbedded({ folder: ${JSON.stringify(folder)} });
    const client = new pg.Client({ connectionString: server.url('postgres') });
    await client.connect();
    await client.query("insert into kept values ('written before the kill')");
    console.log('ready');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('the embedded server, in the order of its life', { timeout: 60_000 }, () => {
  test('starts on an empty folder, sorts and cuts Chinese text right, and listens to this machine alone', async () => {
    const server = await startEmbedded(options);
    const [row] = (await rows(
      server,
      `select current_setting('listen_addresses') as host, current_setting('server_encoding') as encoding,
         datlocprovider as provider, datctype as ctype, upper('ä回') as upper from pg_database where datname = 'postgres'`,
    )) as object[];
    expect(row).toEqual({ host: '127.0.0.1', encoding: 'UTF8', provider: 'b', ctype: 'C.UTF-8', upper: 'Ä回' });
    await rows(server, 'create table kept (what text)');
    await server.stop();
  });

  test('after a kill of its process it is started again, and nothing committed is lost', async () => {
    const child = await holder();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const server = await startEmbedded(options);
    expect(await rows(server, 'select what from kept')).toEqual([{ what: 'written before the kill' }]);
    await server.stop();
  });

  test('while a living process uses it, a second one is refused and told which folder', async () => {
    const child = await holder();
    const refused = await startEmbedded(options).catch((error: unknown) => error);
    expect((refused as Refusal).problem).toMatchObject({ code: 'platform.already-running', params: { folder } });
    const guest = await startEmbedded({ ...options, running: 'adopt' });
    expect(guest.adopted).toBe(true);
    expect(await rows(guest, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]);
    child.kill('SIGKILL');
    await once(child, 'exit');
  });

  test('a stale lock file whose number now belongs to another program is passed over', async () => {
    await (await startEmbedded(options)).stop();
    const lock = join(folder, 'postgres', 'postmaster.pid');
    const stale = `${process.pid}\n${join(folder, 'postgres')}\n1700000000\n5432\n\n127.0.0.1\n`;
    await writeFile(lock, stale);
    const server = await startEmbedded(options);
    expect(await rows(server, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]);
    await server.stop();
  });

  test('the loss of the server is noticed', async () => {
    let lost: () => void = () => undefined;
    const told = new Promise<void>((resolve) => (lost = resolve));
    const server = await startEmbedded({ ...options, onLost: () => lost() });
    const pid = Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await told;
    await expect(rows(server, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  test('after the server itself was killed it recovers', async () => {
    const server = await startEmbedded(options);
    expect(await rows(server, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]);
    await server.stop();
  });

  test('a lost password file is a refusal that names it; the data stays where it is', async () => {
    await rm(join(folder, 'postgres.password'));
    const refused = await startEmbedded(options).catch((error: unknown) => error);
    expect((refused as Refusal).problem.code).toBe('platform.password-lost');
    expect((await stat(join(folder, 'postgres', 'PG_VERSION'))).isFile()).toBe(true);
  });
});
