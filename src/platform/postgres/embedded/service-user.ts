import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, readFile, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { refuse } from '../../../kernel/index.ts';

/** The user a server runs as when we are root, since PostgreSQL refuses to run as root. */
export type ServiceUser = { readonly uid: number; readonly gid: number };

const run = promisify(execFile);
const NAME = 'huiyin';
const CANDIDATES = [NAME, 'postgres', 'nobody'];

/**
 * The user to run the server as: null when we are an ordinary user (then it is ourselves). As root a system user `huiyin`
 * is made once; where that cannot be done an existing user without rights serves.
 *
 * @throws Refusal `platform.no-service-user` when there is none and none can be made.
 */
export async function serviceUser(): Promise<ServiceUser | null> {
  if (process.getuid?.() !== 0) return null;
  if (!(await lookUp(NAME))) {
    const shell = '/usr/sbin/nologin';
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', shell, NAME]).catch(
      () => undefined,
    );
  }
  for (const name of CANDIDATES) {
    const user = await lookUp(name);
    if (user) return user;
  }
  return refuse('platform.no-service-user', { name: NAME });
}

async function lookUp(name: string): Promise<ServiceUser | null> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((entry) => entry.startsWith(`${name}:`));
  if (!line) return null;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Whether the user may enter every folder on the way to `path` (and so reach what it owns below). */
export async function enterable(path: string, user: ServiceUser): Promise<boolean> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const info = await stat(folder).catch(() => null);
    if (info && !mayEnter(info, user)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function mayEnter(info: { mode: number; uid: number; gid: number }, user: ServiceUser): boolean {
  if (info.uid === user.uid) return (info.mode & 0o100) !== 0;
  if (info.gid === user.gid) return (info.mode & 0o010) !== 0;
  return (info.mode & 0o001) !== 0;
}

/** The folder asked for, and where everything lies instead when the server's user cannot get there. */
export function homesOf(wanted: string): [folder: string, aside: string] {
  const folder = resolve(wanted);
  const mark = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return [folder, join('/var/lib/huiyin', mark)];
}

/**
 * The folder in which everything of one installation lies. It is `wanted` wherever the server's user can get there; as
 * root below a private folder (such as /root) it cannot, and /var/lib/huiyin/<hash of wanted> is used.
 */
export async function homeFor(wanted: string, user: ServiceUser | null): Promise<string> {
  const [folder, aside] = homesOf(wanted);
  if (user === null) {
    await mkdir(folder, { recursive: true });
    return folder;
  }
  const home = (await enterable(dirname(folder), user)) ? folder : aside;
  await mkdir(home, { recursive: true });
  // The folder itself is ours to open; only entering, not listing, is given to others.
  if (!mayEnter(await stat(home), user)) await chmod(home, 0o711);
  return home;
}

/** Gives a folder to the service user; nothing where there is none. */
export async function give(path: string, user: ServiceUser | null): Promise<void> {
  if (user) await chown(path, user.uid, user.gid);
}
