import { hash } from 'node:crypto';
import { workHour } from '../src/app/demo/calendar.ts';
import { COURSES, type CourseName } from '../src/app/demo/courses.ts';
import { verifyInThreads } from '../src/app/verify/verify.ts';
import { dayOf, uuidv7 } from '../src/kernel/index.ts';
import { readAll, type StoredAct } from '../src/ledger/index.ts';
import { transact } from '../src/platform/postgres/index.ts';
import { median, type Row } from './row.ts';
import { MECHANISM } from './world/lives.ts';
import { LEDGER_CITY, unitId } from './world/people.ts';
import { insertEvidence, sealedLife, writeLives, type SealedLife } from './world/sealed.ts';
import { texts } from './world/texts.ts';
import type { World } from './world/world.ts';

const MATTERS = 60_000;
const BATCH = 250;
const YEAR = 2026;
const TURNS = 3;
const system = { city: LEDGER_CITY, system: true } as const;

/** `huiyin verify` over a ledger of real chains: read, hash, fold, compare; against hashing the same bodies alone. */
export async function bench(world: World): Promise<Row[]> {
  await fillLedger(world);
  const [verified, hashed]: [number[], number[]] = [[], []];
  for (let turn = 0; turn <= TURNS; turn++) {
    const verify = await rate(async () => {
      const found = await verifyInThreads(world, LEDGER_CITY);
      if (found.fault) throw new Error(`the ledger made for the bench is not sound: ${JSON.stringify(found.fault)}`);
      return found.acts;
    });
    const all: StoredAct[] = [];
    await transact(world.pool, system, async (tx) => {
      for await (const batch of readAll(tx, LEDGER_CITY)) all.push(...batch);
    });
    const hashing = await rate(async () => {
      const found = all.filter(({ prev, body, hash: stored }) => digest(prev, body) === stored).length;
      if (found !== all.length) throw new Error(`${all.length - found} acts have another hash`);
      return found;
    });
    if (turn === 0) continue; // until everything is compiled
    verified.push(verify);
    hashed.push(hashing);
  }
  return [
    {
      what: 'verify: read, hash, fold, compare',
      measured: median(verified),
      unit: 'acts/s',
      ceiling: { what: 'hashing the bodies alone, in memory', measured: median(hashed) },
      aim: { bound: 'at least', value: 100_000, of: 'figure' },
      note: 'a thread a processor; folding and comparing is four fifths of it, reading one',
    },
  ];
}

async function rate(work: () => Promise<number>): Promise<number> {
  const since = performance.now();
  const count = await work();
  return count / ((performance.now() - since) / 1000);
}

const digest = (prev: string | null, body: string): string =>
  hash(
    'sha256',
    Buffer.concat([prev === null ? Buffer.alloc(32) : Buffer.from(prev, 'hex'), Buffer.from(body)]),
    'hex',
  );

/** Writes the ledger unless it is there: whole lives, each act sealed as the server seals it. */
async function fillLedger(world: World): Promise<void> {
  const { rows } = await world.owner.query('select from matter where city = $1 limit 1', [LEDGER_CITY]);
  // The series stands where registering them one by one would have left it.
  await world.owner.query('insert into number_series (city, series, last) values ($1, $2, $3) on conflict do nothing', [
    LEDGER_CITY,
    `${MECHANISM}/${YEAR}/0`,
    MATTERS,
  ]);
  if (rows.length > 0) return;
  await insertEvidence(world.owner, LEDGER_CITY);
  const words = texts(500);
  const courses = Object.keys(COURSES) as CourseName[];
  for (let from = 0; from < MATTERS; from += BATCH) {
    const lives = Array.from({ length: BATCH }, (_, i) => aLife(from + i, courses, words));
    await writeLives(world.pool, LEDGER_CITY, lives);
  }
  await world.owner.query('vacuum (analyze)');
}

function aLife(n: number, courses: readonly CourseName[], words: ReturnType<typeof texts>): SealedLife {
  const heldOn = dayOf(new Date(Date.UTC(YEAR, 2, 2 + (n % 40) * 7)));
  const units = [0, 1, 2].slice(0, 1 + (n % 3)).map((k) => unitId((n + k * 7) % 90));
  const course = courses[n % courses.length]!;
  const { text, area } = words[n % words.length]!;
  const given = { city: LEDGER_CITY, units, heldOn, course, text, area, year: YEAR, round: null, n: n + 1 };
  return sealedLife(given, uuidv7(workHour(heldOn, 0, 15)), workHour(heldOn, 20, 9));
}
