import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PASSWORD } from '../../world/people.ts';
import type { Database } from '../database.ts';
import { runs, serves, type Running, type Under } from '../running.ts';
import { AGENTS, QUEUES } from '../tickets.ts';

// Where Debian's package has put it; it has an instance for each name below `instances`.
const HOME = '/usr/share/redmine';
const INSTANCE = 'huiyin-bench';
const PUMA = '/usr/bin/puma';
const WORKERS = '2';
/** As Puma has by itself. */
const THREADS = '0:5';

export const redmineIsHere = (): boolean => [join(HOME, 'config.ru'), PUMA].every((file) => existsSync(file));

/** An instance of its own, whose files lie with the bench: the package's own stays as it is. */
async function settings(folder: string, database: Database): Promise<Under> {
  for (const part of ['config', 'files', 'log', 'tmp/cache', 'tmp/pids', 'public/plugin_assets'])
    await mkdir(join(folder, part), { recursive: true });
  const { name, host, port, user, password } = database;
  const entries = { adapter: 'postgresql', database: name, host, port, username: user, password, encoding: 'utf8' };
  const lines = Object.entries(entries).map(([key, value]) => `  ${key}: ${value}`);
  await writeFile(join(folder, 'config/database.yml'), ['production:', ...lines, ''].join('\n'));
  await writeFile(join(folder, 'config/secret_key.txt'), randomBytes(32).toString('hex'));
  const place = join(HOME, 'instances', INSTANCE);
  await rm(place, { force: true });
  await symlink(folder, place);
  return { cwd: HOME, env: { REDMINE_INSTANCE: INSTANCE, RAILS_ENV: 'production', REDMINE_LANG: 'en' } };
}

/** Makes its tables, projects and people in an empty database. */
export async function settleRedmine(folder: string, database: Database): Promise<void> {
  const under = await settings(folder, database);
  await runs('rake', ['db:migrate'], under);
  await runs('rake', ['redmine:load_default_data'], under);
  const people = [String(QUEUES), String(AGENTS), PASSWORD];
  await runs('bin/rails', ['runner', join(import.meta.dirname, 'settle.rb'), ...people], under);
}

/** Serves it with Puma. */
export async function startRedmine(folder: string, port: number, database: Database): Promise<Running> {
  const under = await settings(folder, database);
  const args = [
    '-e',
    'production',
    '-w',
    WORKERS,
    '-t',
    THREADS,
    '--preload',
    '-b',
    `tcp://127.0.0.1:${port}`,
    'config.ru',
  ];
  const running = await serves(PUMA, args, { ...under, port, log: join(folder, 'puma.log') });
  const stop = async (): Promise<void> => {
    await running.stop();
    await rm(join(HOME, 'instances', INSTANCE), { force: true });
  };
  return { ...running, stop };
}
