import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Row } from './row.ts';
import type { World } from './world/world.ts';

/** What the process that wrote an export says of it. */
export type Told = {
  rows: number;
  seconds: number;
  bytes: number;
  idleMb: number;
  peakMb: number;
  /** In use after a collection, in the second half of the run: what the export itself holds. */
  heldMb: number;
};

/** No more may be taken at the peak than before, whatever the number of rows: mostly what the collector lets lie. */
const MORE_MB = 300;

/** Exports the whole ledger as the supervision office, in each format, each in a process of its own whose memory is watched. */
export async function bench(world: World): Promise<Row[]> {
  const rows: Row[] = [];
  for (const format of ['xlsx', 'csv'] as const) {
    const told = await write(world.applicationUrl, format);
    // At least: measuring how a matter opens adds one.
    if (told.rows < world.matters) throw new Error(`${told.rows} of ${world.matters} matters were exported`);
    const size = `${(told.bytes / 1_000_000).toFixed(1)} MB, ${told.seconds.toFixed(1)} s`;
    rows.push(
      {
        what: `export of ${told.rows.toLocaleString('en-US')} matters to ${format.toUpperCase()}`,
        measured: told.rows / told.seconds,
        unit: 'rows/s',
        note: size,
      },
      {
        what: `… memory at its peak above that of the idle process`,
        measured: told.peakMb - told.idleMb,
        unit: 'MB',
        aim: { bound: 'at most', value: MORE_MB, of: 'figure' },
        note: `resident ${told.idleMb.toFixed(0)} MB idle, ${told.peakMb.toFixed(0)} MB at most; in use after a collection ${told.heldMb.toFixed(0)} MB`,
      },
    );
  }
  return rows;
}

async function write(url: string, format: string): Promise<Told> {
  const child = fork(new URL('load/export.ts', import.meta.url), [url, format], { stdio: 'inherit' });
  const [told] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the process that exports ended without a word'))),
  ])) as [Told];
  return told;
}
