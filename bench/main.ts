import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { bench as acts } from './acts/acts.ts';
import { bench as lists } from './lists/lists.ts';
import type { Row } from './row.ts';
import { tableOf } from './table.ts';
import { openWorld, type World } from './world/world.ts';

// `npm run bench`: measures on this machine, in the same run as each ceiling. `--only acts,lists`, `--matters 20000` for a
// quick look, `--keep` to find the city of a million matters again the next time, `--json FILE` (`-` for standard output).

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    matters: { type: 'string', default: '1000000' },
    json: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});

const since = performance.now();
const say = (what: string): void =>
  console.error(`${((performance.now() - since) / 1000).toFixed(1).padStart(7)} s  ${what}`);

const ofWorld: Readonly<Record<string, (world: World) => Promise<Row[]>>> = { acts, lists };
const ofItself: Readonly<Record<string, () => Promise<Row[]>>> = {};

const wanted = (name: string): boolean => !values.only || values.only.split(',').includes(name);
const unknown = values.only?.split(',').find((name) => !(name in ofWorld) && !(name in ofItself));
if (unknown)
  throw new Error(`no measurement is called ${unknown}: ${Object.keys({ ...ofWorld, ...ofItself }).join(', ')}`);

const rows: Row[] = [];
const measure = async (name: string, work: () => Promise<Row[]>): Promise<void> => {
  say(name);
  rows.push(...(await work()));
};
if (Object.keys(ofWorld).some(wanted)) {
  const world = await openWorld(Number(values.matters), values.keep, say);
  try {
    for (const [name, bench] of Object.entries(ofWorld)) if (wanted(name)) await measure(name, () => bench(world));
  } finally {
    await world.close();
  }
}
for (const [name, bench] of Object.entries(ofItself)) if (wanted(name)) await measure(name, bench);

console.log(tableOf(rows));
if (values.json === '-') console.log(JSON.stringify(rows, null, 2));
else if (values.json) await writeFile(values.json, JSON.stringify(rows, null, 2));
