import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { refuse } from '../../../kernel/index.ts';
import { APPLICATION_ROLE } from '../pool.ts';
import { findBinaries, type Binaries } from './binaries.ts';
import { isAlive, readPidFile, stillServes } from './pid-file.ts';
import { isKept, keep, type Keeper } from './keeper.ts';
import { give, homeFor, homesOf, serviceUser, type ServiceUser } from './service-user.ts';

/** A PostgreSQL server of our own, running on this machine for this installation alone. */
export type EmbeddedServer = {
  /** Where everything of the installation lies; `homeFor` says why it may differ from the folder asked for. */
  readonly home: string;
  /** The folder with the database's files. Nothing in this program deletes it. */
  readonly dataFolder: string;
  /** Connection string of the superuser for a database of that name, which need not exist. */
  url(database: string): string;
  /** The same for the application's role, which has no way back to the superuser. */
  applicationUrl(database: string): string;
  /** Whether a server was running already and is used as it was; who has started it will stop it. */
  readonly adopted: boolean;
  /** Stops the server, waiting until its files are at rest. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** The folder asked for; the server's files lie in `postgres` below it. */
  readonly folder: string;
  /** `durable` keeps what is committed through a loss of power; `test` trades that for speed, for data nobody misses. */
  readonly flavour?: 'durable' | 'test';
  /**
   * What to do with a server that runs already. `restart` (default): refuse when a living process of ours uses it, else
   * (that process was killed) stop it and start anew. `adopt`: go on with it, beside whoever else uses it.
   */
  readonly running?: 'restart' | 'adopt';
  /** Refuse where there are no data yet, instead of making them; nothing at all is made then. */
  readonly existing?: boolean;
  /** Called once when the server goes away without having been asked to. */
  readonly onLost?: () => void;
};

const run = promisify(execFile);
const USER = 'huiyin';
const START_LIMIT_MS = 60_000;

const SETTINGS: Readonly<Record<'durable' | 'test', readonly string[]>> = {
  durable: ['shared_buffers=256MB', 'max_wal_size=2GB', 'checkpoint_timeout=15min'],
  // Autovacuum's own transactions would keep what a test has just done from being settled, once in some hundred runs.
  test: [
    'shared_buffers=128MB',
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_wal_size=1GB',
    'autovacuum=off',
  ],
};
const COMMON = [
  'max_connections=100',
  'unix_socket_directories=',
  'listen_addresses=127.0.0.1',
  'random_page_cost=1.1',
];

/**
 * Starts the server, making its data folder the first time. Survives what a killed predecessor leaves: a server that
 * still runs is adopted or stopped, a stale lock file (its process number perhaps in use by another program) is passed
 * over, backends that take their time to leave are waited for.
 *
 * @throws Refusal `platform.no-ledger-here` where data have to exist; others with a `platform.` code that names the folder, the log
 *   and what to do. Nothing is deleted to get on.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  if (options.existing) await refuseUnlessThere(options.folder);
  const user = await serviceUser();
  const home = await homeFor(options.folder, user);
  const binaries = await findBinaries(home, user);
  const dataFolder = join(home, 'postgres');
  const password = await initialise(home, dataFolder, binaries, user);
  const server = { home, dataFolder, log: join(home, 'postgres.log'), binaries, user };

  const mode = options.running ?? 'restart';
  const left = await readPidFile(dataFolder);
  const running = left !== null && (await stillServes(left, dataFolder));
  if (running && left.port > 0) {
    const url = connection(left.port, USER, password, 'postgres');
    await untilReady(url, server, () => isAlive(left.pid));
    if (mode === 'adopt') return opened(server, left.port, password, null);
    if (await isKept(url)) refuse('platform.already-running', { folder: home }, { status: 409 });
  }
  if (running) await stop(server);
  // Its number belongs to another program now, for whose sake the server would refuse to start.
  else if (left !== null) await rename(join(dataFolder, 'postmaster.pid'), join(home, 'postmaster.pid.stale'));
  const port = await freePort();
  await launch(server, port, password, options.flavour ?? 'durable');
  const keeper = await keep(connection(port, USER, password, 'postgres'), options.onLost);
  return opened(server, port, password, keeper);
}

type Running = {
  readonly home: string;
  readonly dataFolder: string;
  readonly log: string;
  readonly binaries: Binaries;
  readonly user: ServiceUser | null;
};

async function opened(server: Running, port: number, password: string, keeper: Keeper | null): Promise<EmbeddedServer> {
  const applicationPassword = createHash('sha256').update(`${APPLICATION_ROLE} ${password}`).digest('base64url');
  const client = new pg.Client({ connectionString: connection(port, USER, password, 'postgres') });
  await client.connect();
  const has = await client.query('select from pg_roles where rolname = $1', [APPLICATION_ROLE]);
  const verb = has.rows.length > 0 ? 'alter' : 'create';
  await client.query(`${verb} role ${APPLICATION_ROLE} login password '${applicationPassword}'`);
  await client.end();
  return {
    home: server.home,
    dataFolder: server.dataFolder,
    adopted: keeper === null,
    url: (database) => connection(port, USER, password, database),
    applicationUrl: (database) => connection(port, APPLICATION_ROLE, applicationPassword, database),
    async stop() {
      await keeper?.release();
      await stop(server);
    },
  };
}

const connection = (port: number, user: string, password: string, database: string): string =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

async function refuseUnlessThere(folder: string): Promise<void> {
  const homes = process.getuid?.() === 0 ? homesOf(folder) : homesOf(folder).slice(0, 1);
  const there = await Promise.all(homes.map((home) => exists(join(home, 'postgres', 'PG_VERSION'))));
  if (!there.includes(true)) refuse('platform.no-ledger-here', { where: folder }, { status: 404 });
}

/** Makes the data folder unless it is there; answers with the server's random password, which lies beside it. */
async function initialise(home: string, dataFolder: string, binaries: Binaries, user: ServiceUser | null) {
  const secret = join(home, 'postgres.password');
  if (await exists(join(dataFolder, 'PG_VERSION'))) {
    return readFile(secret, 'utf8').catch(() => refuse('platform.password-lost', { file: secret, folder: dataFolder }));
  }
  const password = randomBytes(24).toString('base64url');
  // Made beside and renamed: an initdb broken off half-way leaves no folder that looks like a database.
  const part = join(home, 'postgres.initdb');
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { mode: 0o700 });
  await give(part, user);
  const passwordFile = join(home, 'postgres.initdb-password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await give(passwordFile, user);
  // Any other LC_CTYPE leaves trigrams of Chinese text empty without a word.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8'];
  const access = [`--username=${USER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  try {
    await run(binaries.initdb, [`--pgdata=${part}`, ...locale, ...access], { ...as(user), cwd: part });
  } catch (error) {
    const reason = (error as { stderr?: string }).stderr?.trim() || String(error);
    refuse('platform.initdb-failed', { folder: dataFolder, reason }, { status: 500 });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await writeFile(secret, password, { mode: 0o600 });
  await rename(part, dataFolder);
  return password;
}

async function launch(server: Running, port: number, password: string, flavour: 'durable' | 'test'): Promise<void> {
  const { binaries, dataFolder, user } = server;
  const settings = [...COMMON, ...SETTINGS[flavour]].flatMap((setting) => ['-c', setting]);
  // For five seconds a killed predecessor's backends may still hold the shared memory; the start is then tried again.
  for (const deadline = Date.now() + 5_000; ; await sleep(250)) {
    const log = await open(server.log, 'a');
    // A process group of its own: Ctrl-C in the terminal reaches us alone, and we stop the server when we are done.
    const child = spawn(binaries.postgres, ['-D', dataFolder, '-p', String(port), ...settings], {
      ...as(user),
      cwd: dataFolder,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    await log.close();
    child.unref();
    let ended = false;
    child.once('exit', () => (ended = true)).once('error', () => (ended = true));
    try {
      return await untilReady(connection(port, USER, password, 'postgres'), server, () => !ended);
    } catch (error) {
      if (!ended || Date.now() > deadline) throw error;
    }
  }
}

/** Waits until the server answers queries; a recovery after a crash takes its time. */
async function untilReady(url: string, server: Running, alive: () => boolean): Promise<void> {
  let last: unknown;
  for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline; await sleep(40)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      last = error;
      if ((error as { code?: string }).code === '28P01') break; // the password is another: waiting does not help
      if (!alive()) break;
    }
  }
  const reason = (await lastComplaint(server.log)) ?? String((last as Error | undefined)?.message ?? '');
  const { dataFolder, log } = server;
  return refuse('platform.server-did-not-start', { folder: dataFolder, log, reason }, { status: 500 });
}

/** What the server itself last said was wrong. */
async function lastComplaint(log: string): Promise<string | undefined> {
  const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-20);
  return lines.findLast((line) => /FATAL|PANIC/.test(line))?.replace(/^.*?(FATAL|PANIC):\s*/, '');
}

async function stop({ binaries, dataFolder, user, log }: Running): Promise<void> {
  if (!(await exists(join(dataFolder, 'postmaster.pid')))) return;
  try {
    const args = ['stop', '-D', dataFolder, '-m', 'fast', '-w', '-t', '60'];
    await run(binaries.pgCtl, args, { ...as(user), cwd: dataFolder });
  } catch (error) {
    if (!(await exists(join(dataFolder, 'postmaster.pid')))) return; // it went of itself while we asked
    refuse('platform.server-did-not-stop', { folder: dataFolder, log, reason: String(error) }, { status: 500 });
  }
}

const as = (user: ServiceUser | null) => ({ ...user, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } });

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
