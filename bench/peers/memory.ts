import { readdirSync, readFileSync } from 'node:fs';

/**
 * Memory of these processes and all that they started, in MB: what is shared between processes is divided among those that share it
 * (PSS), so that a program whose workers share pages with their master is not charged for them twice.
 */
export function memoryOf(pids: readonly number[]): number {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      const stat = read(`/proc/${name}/stat`);
      return stat ? [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }] : [];
    });
  const all = new Set(pids);
  for (let before = 0; before < all.size;) {
    before = all.size;
    for (const { pid, parent } of parents) if (all.has(parent)) all.add(pid);
  }
  return [...all].reduce((sum, pid) => sum + pss(pid), 0);
}

/** In MB; 0 of a process that is no more. */
const pss = (pid: number): number =>
  (Number(/^Pss:\s+(\d+) kB/mu.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024) / 1_000_000;

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
