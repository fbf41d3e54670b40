import { uuidv7 } from '../../src/kernel/index.ts';
import { exportMatters } from '../../src/matters/index.ts';
import { applicationPool, transact } from '../../src/platform/postgres/index.ts';
import { findTransfer } from '../../src/platform/transfers/transfer.store.ts';
import { beginMattersExport } from '../../src/matters/lists/export.acts.ts';
import type { Told } from '../export.ts';
import { seats } from '../world/people.ts';

// One export of the whole ledger by the very job of `npm start`, in a process that does nothing else.

const [, , url, format] = process.argv;
const pool = applicationPool(url!);
const seat = seats().find(({ who }) => who === 'the supervision office')!.caller;
// The job looks the seat up with its account, whose id is made when the city is settled.
const { account } = await transact(pool, seat, ({ db }) =>
  db
    .selectFrom('seat')
    .select('account')
    .where('city', '=', seat.city)
    .where('id', '=', seat.seat)
    .executeTakeFirstOrThrow(),
);
const caller = { ...seat, account };
const now = new Date();
const id = uuidv7(now);
const list = { kind: 'ledger', query: { scope: 'all', phase: 'any' } } as const;
await transact(pool, caller, (tx) =>
  beginMattersExport(tx, caller, { id, format: format === 'csv' ? 'csv' : 'xlsx', list }, 'zh', now),
);
const resident = (): number => process.memoryUsage.rss() / 1_000_000;
const idleMb = resident();
let peakMb = idleMb;
const used: number[] = [];
const watching = setInterval(() => {
  peakMb = Math.max(peakMb, resident());
  used.push(process.memoryUsage().heapUsed / 1_000_000);
}, 50);
const since = performance.now();
await exportMatters.handle(caller.city, { transfer: id }, { pool, now: () => new Date() });
const seconds = (performance.now() - since) / 1000;
clearInterval(watching);
const done = await transact(pool, caller, (tx) => findTransfer(tx, caller.city, id));
if (done?.status !== 'done') throw new Error(`the export ended as ${done?.status}: ${JSON.stringify(done?.problem)}`);
const told: Told = {
  rows: done.done,
  seconds,
  bytes: done.size ?? 0,
  idleMb,
  peakMb,
  heldMb: Math.min(...used.slice(used.length / 2)),
};
process.send!(told, () => process.exit(0));
