// From any Node (>= 20.19) with nothing installed to the pinned Node with everything installed. Only Node's own modules
// may be used here, and only what Node 20 knows.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const WINDOWS = process.platform === 'win32';
const PINNED = join(ROOT, 'node_modules/node/bin', WINDOWS ? 'node.exe' : 'node');
const OLDEST = [20, 19];
const STRIPS_TYPES = 24;

/** A process that answers requests keeps next to nothing of them: with half of Node's room for what is new it has a quarter less memory, and is as fast. */
const FRUGAL = ['--max-semi-space-size=8'];

/** Goes on under the pinned Node with the script `entry` (from the project's folder); ends with that script's code. */
export function continueWith(entry, args = process.argv.slice(2)) {
  requireNode();
  install();
  const child = spawn(pinnedNode(), [...FRUGAL, join(ROOT, entry), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // What was compiled once is kept: every start after the first takes half the time.
    env: { NODE_COMPILE_CACHE: join(ROOT, '.cache/compiled'), ...process.env },
  });
  // A Ctrl-C reaches the child by itself as well; it takes the second for the same one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  child.on('error', (error) => fail(`${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** Killed without a chance to say so, npm leaves us behind: we follow it, so that nothing goes on unseen. */
function endWithNpm(child) {
  if (WINDOWS || !process.env.npm_lifecycle_event) return;
  const parents = parentsNow();
  setInterval(() => parentsNow() === parents || child.kill('SIGTERM'), 500).unref();
}

/** Our parent and, where the system tells, its parent: npm may stand behind a shell that outlives it. */
function parentsNow() {
  try {
    const after = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').replace(/^.*\)/s, '').trim();
    return `${process.ppid} ${after.split(' ')[1]}`;
  } catch {
    return String(process.ppid);
  }
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  const oldest = OLDEST.join('.');
  fail(
    `需要 Node ${oldest} 或更高版本，当前为 ${process.versions.node}。请从 https://nodejs.org 安装后重试。\n` +
      `Node ${oldest} or newer is needed, this is ${process.versions.node}. Install it from https://nodejs.org and try again.`,
  );
}

/** Installs what package-lock.json asks for unless exactly that is installed. */
export function install() {
  if (!installed()) {
    // Some packages want a newer Node than npm runs on here; they run on the pinned one, so the warnings mean nothing.
    note('正在安装依赖（仅首次或更新后）… Installing dependencies (the first time and after an update)…');
    if (npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], ROOT) !== 0)
      fail('npm ci 失败，原因见上。 npm ci failed; the reason stands above.');
  }
  // Where npm was told to run no install scripts, the pinned Node is a shell without its program.
  if (!existsSync(PINNED)) {
    const folder = join(ROOT, 'node_modules/node');
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, stdio: ['ignore', 2, 2] });
  }
}

/** Whether every package of the lock file is there in its version; what is optional may be missing (other machines'). */
function installed() {
  const wanted = packages('package-lock.json');
  const found = packages('node_modules/.package-lock.json');
  if (!wanted || !found) return false;
  for (const [path, { version, optional, devOptional }] of Object.entries(wanted)) {
    if (path === '' || (found[path] ? found[path].version === version : optional || devOptional)) continue;
    return false;
  }
  return true;
}

function packages(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Runs npm, its words on our standard error, so that a command's own output stays clean. */
export function npm(args, cwd) {
  const script = process.env.npm_execpath;
  const [program, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  const shell = WINDOWS && program === 'npm';
  return spawnSync(program, [...first, ...args], { cwd, stdio: ['ignore', 2, 2], shell }).status ?? 1;
}

function pinnedNode() {
  if (existsSync(PINNED)) return PINNED;
  if (Number(process.versions.node.split('.')[0]) >= STRIPS_TYPES) return process.execPath;
  return fail(
    '未能安装项目固定的 Node 24（node_modules/node）。请检查网络后删除 node_modules 重试。\n' +
      'The pinned Node 24 (node_modules/node) could not be installed. Check the network, delete node_modules, try again.',
  );
}

export function note(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  note(text);
  process.exit(1);
}
