import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PASSWORD } from '../../world/people.ts';
import type { Database } from '../database.ts';
import { runs, serves, type Running, type Under } from '../running.ts';
import { AGENTS, QUEUES } from '../tickets.ts';

// Where Debian's package has put it.
const LIB = '/usr/share/request-tracker5/lib';
const SERVER = '/usr/share/request-tracker5/libexec/rt-server';
const SETUP = '/usr/sbin/rt-setup-database-5';
const WORKERS = '2';

export const rtIsHere = (): boolean => [SERVER, SETUP, '/usr/bin/starman'].every((file) => existsSync(file));

/** Its settings in a folder of the bench's own: the package's own stay as they are. */
async function settings(folder: string, port: number, database: Database): Promise<Under> {
  await mkdir(join(folder, 'site.d'), { recursive: true });
  const site = join(folder, 'RT_SiteConfig.pm');
  const set = {
    rtname: 'bench',
    Organization: 'bench',
    WebDomain: 'localhost',
    WebPort: String(port),
    WebPath: '',
    DatabaseType: 'Pg',
    DatabaseHost: database.host,
    DatabaseRTHost: database.host,
    DatabasePort: String(database.port),
    DatabaseUser: database.user,
    DatabasePassword: database.password,
    DatabaseName: database.name,
    Timezone: 'Asia/Shanghai',
    MailCommand: 'testfile',
    LogToSTDERR: 'error',
    StatementLog: '',
  };
  const lines = Object.entries(set).map(([key, value]) => `Set($${key}, '${value}');`);
  // As shipped nothing is found in bodies at all; this looks, without an index, for which PostgreSQL would have to know words.
  const rest = ['Set($LogToSyslog, undef);', 'Set(%FullTextSearch, Enable => 1, Indexed => 0);', '1;'];
  await writeFile(site, [...lines, ...rest, ''].join('\n'));
  return { cwd: folder, env: { RT_SITE_CONFIG: site, RT_SITE_CONFIG_DIR: join(folder, 'site.d') } };
}

/** Makes its tables, queues and people in an empty database. */
export async function settleRt(folder: string, database: Database): Promise<void> {
  const under = await settings(folder, 80, database);
  const as = ['--skip-create', '--dba', database.user, '--dba-password', database.password];
  await runs(SETUP, ['--action', 'init', ...as], under);
  const people = [String(QUEUES), String(AGENTS), PASSWORD];
  await runs('perl', [`-I${LIB}`, join(import.meta.dirname, 'settle.pl'), ...people], under);
}

/** Serves it with Starman. */
export async function startRt(folder: string, port: number, database: Database): Promise<Running> {
  const under = await settings(folder, port, database);
  const args = ['--server', 'Starman', '--workers', WORKERS, '--host', '127.0.0.1', '--port', String(port)];
  return serves(SERVER, args, { ...under, port, log: join(folder, 'starman.log') });
}
