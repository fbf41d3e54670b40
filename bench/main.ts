import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { bench as acts } from './acts/acts.ts';
import { bench as alike } from './alike.ts';
import { bench as appeals } from './appeals.ts';
import { bench as exports } from './export.ts';
import { bench as ledger } from './ledger.ts';
import { bench as lists } from './lists/lists.ts';
import { bench as live } from './live.ts';
import { bench as matter } from './matter.ts';
import { bench as mechanisms } from './mechanisms/bench.ts';
import { openDemoWorld } from './mechanisms/city.ts';
import { bench as minutes } from './minutes.ts';
import { bench as page } from './page.ts';
import { bench as peers } from './peers/peers.ts';
import { bench as ranking } from './ranking.ts';
import { firstPage, search } from './reads.ts';
import type { Row } from './row.ts';
import { bench as suggest } from './suggest.ts';
import { tableOf } from './table.ts';
import { bench as verify } from './verify.ts';
import { openWorld, type World } from './world/world.ts';

// `npm run bench`: measures on this machine, in the same run as each ceiling. `--only acts,lists`, `--matters 20000` for a
// quick look, `--keep` to find what was made again the next time, `--operations create,open` of `peers` alone, `--json FILE` (`-` for standard output).

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    matters: { type: 'string', default: '1000000' },
    json: { type: 'string' },
    keep: { type: 'boolean', default: false },
    operations: { type: 'string' },
  },
});

const since = performance.now();
const say = (what: string): void =>
  console.error(`${((performance.now() - since) / 1000).toFixed(1).padStart(7)} s  ${what}`);

const ofWorld: Readonly<Record<string, (world: World) => Promise<Row[]>>> = {
  acts,
  'first-page': firstPage,
  search,
  lists,
  alike,
  appeals,
  ranking,
  matter,
  verify,
  export: exports,
  page,
  ledger,
  live,
};
const ofDemo: Readonly<Record<string, (world: World) => Promise<Row[]>>> = { mechanisms };
const ofItself: Readonly<Record<string, () => Promise<Row[]>>> = {
  minutes,
  suggest,
  peers: () => peers({ keep: values.keep, operations: values.operations?.split(',') ?? null }, say),
};

const wanted = (name: string): boolean => !values.only || values.only.split(',').includes(name);
const all = { ...ofWorld, ...ofDemo, ...ofItself };
const unknown = values.only?.split(',').find((name) => !(name in all));
if (unknown) throw new Error(`no measurement is called ${unknown}: ${Object.keys(all).join(', ')}`);

const rows: Row[] = [];
const measure = async (name: string, work: () => Promise<Row[]>): Promise<void> => {
  say(name);
  try {
    rows.push(...(await work()));
  } catch (error) {
    // The others are still worth having; the table says that this one is missing.
    process.exitCode = 1;
    rows.push({ what: name, measured: null, unit: '', note: `failed: ${(error as Error).message}` });
    console.error(error);
  }
};
for (const [open, benches] of [
  [openWorld, ofWorld],
  [openDemoWorld, ofDemo],
] as const) {
  if (!Object.keys(benches).some(wanted)) continue;
  const world = await open(Number(values.matters), values.keep, say);
  try {
    for (const [name, bench] of Object.entries(benches)) if (wanted(name)) await measure(name, () => bench(world));
  } finally {
    await world.close();
  }
}
for (const [name, bench] of Object.entries(ofItself)) if (wanted(name)) await measure(name, bench);

console.log(tableOf(rows));
if (values.json === '-') console.log(JSON.stringify(rows, null, 2));
else if (values.json) await writeFile(values.json, JSON.stringify(rows, null, 2));
