import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../platform/config/index.ts';

export const webRoot = join(projectFolder, 'dist/web');

/** Everything that the built page is made of. */
const SOURCES = [
  'web/**/*',
  'src/**/*contract.ts',
  'src/**/*.rules.ts',
  'src/kernel/*.ts',
  'messages/**/*.json',
  'docs/guide/**/*.md',
  'docs/pictures/**/*.png',
  'vite.config.ts',
  'package-lock.json',
];
const STAMP = '.stamp';

/** Builds the page unless it is there and made of the very same sources. `say` hears that it takes a moment. */
export async function buildWeb(say: () => void, toEnd: (end: () => Promise<void>) => void): Promise<void> {
  const stamp = await sources();
  const built = await readFile(join(webRoot, STAMP), 'utf8').catch(() => null);
  if (built === stamp) return;
  say();
  const vite = join(projectFolder, 'node_modules/vite/bin/vite.js');
  const stdio = ['ignore', 'ignore', 'inherit'] as const;
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: projectFolder,
    stdio: [...stdio],
    // Whoever builds: begun by a test it would hold the libraries that developers debug with, half as large again.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  toEnd(async () => void child.kill());
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`vite build ended with ${code}; its reason stands above`);
  await writeFile(join(webRoot, STAMP), stamp);
}

async function sources(): Promise<string> {
  const hash = createHash('sha256');
  const files = [];
  for await (const entry of glob(SOURCES, { cwd: projectFolder, withFileTypes: true }))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  for (const file of files.toSorted()) hash.update(file.slice(projectFolder.length)).update(await readFile(file));
  return hash.digest('hex');
}
