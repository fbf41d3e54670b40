import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../bootstrap.mjs';

/**
 * What a step found. A static step counts as one case. `unsteady`: failed, and passed when run again; it is told of by name, as it is
 * a defect of the test or of what it tests, but does not keep others' work from landing.
 */
export type Outcome = {
  readonly passed: number;
  readonly failed: number;
  readonly unsteady: number;
  readonly skipped: number;
  /** What failed or was unsteady, to be told at the end, where a reader looks. */
  readonly names?: readonly string[];
};
export type Step = { readonly name: string; readonly run: () => Promise<Outcome> };

export const CACHE = join(ROOT, '.cache');

/** Runs a tool of node_modules under this very Node, its words going to the terminal; answers with its exit code. */
export function tool(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const program = join(ROOT, 'node_modules/.bin', name);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

const asCase = (fine: boolean): Outcome => ({ passed: fine ? 1 : 0, failed: fine ? 0 : 1, unsteady: 0, skipped: 0 });

/** A tool that says yes or no. */
export const check = (name: string, program: string, args: readonly string[]): Step => ({
  name,
  run: async () => asCase((await tool(program, args)) === 0),
});

/** A check written here: the complaints it has are printed. */
export const ownCheck = (name: string, complaints: () => Promise<readonly string[]>): Step => ({
  name,
  async run() {
    const found = await complaints();
    for (const complaint of found) console.log(`  ${complaint}`);
    return asCase(found.length === 0);
  },
});
