import { spawn, execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Another's program, running on this machine. */
export type Running = { readonly port: number; readonly pids: readonly number[]; stop(): Promise<void> };
/** Where and with what settings another's programs run. */
export type Under = { readonly cwd: string; readonly env: Readonly<Record<string, string>> };

const START_LIMIT_MS = 120_000;

/** Runs a command to its end. Throws with what it said where it fails. */
export async function runs(command: string, args: readonly string[], { cwd, env }: Under): Promise<void> {
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 2 ** 26 };
  await promisify(execFile)(command, [...args], options).catch(
    (error: Error & { stdout?: string; stderr?: string }) => {
      throw new Error(`${command} ${args[0]}: ${(error.stderr || error.stdout || error.message).slice(-2000)}`);
    },
  );
}

/** Starts a server and waits until it listens; what it says goes to `log`. */
export async function serves(
  command: string,
  args: readonly string[],
  { cwd, env, port, log }: Under & { readonly port: number; readonly log: string },
): Promise<Running> {
  const said = createWriteStream(log);
  await once(said, 'open');
  const child = spawn(command, [...args], { cwd, env: { ...process.env, ...env }, stdio: ['ignore', said, said] });
  let ended = false;
  child.once('exit', () => (ended = true)).once('error', () => (ended = true));
  for (const deadline = Date.now() + START_LIMIT_MS; !(await listens(port)); await sleep(200))
    if (ended || Date.now() > deadline) throw new Error(`${command} did not start: see ${log}`);
  return {
    port,
    pids: [child.pid!],
    async stop() {
      if (ended) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
