import { parseArgs } from 'node:util';
import { readFile } from 'node:fs/promises';
import { refuse } from '../../kernel/index.ts';
import { findActsOutside } from '../../directory/index.ts';
import { KeptCheckpoint, verifyCheckpoints } from '../../ledger/index.ts';
import { readConfig } from '../../platform/config/index.ts';
import { diskFiles, verifyFiles } from '../../platform/files/index.ts';
import { describe, sentence } from '../../platform/i18n/index.ts';
import { findCities } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { openForReading, type Reading } from '../reading.ts';
import { verifyInThreads } from '../verify/verify.ts';
import type { Io } from './command.ts';

/**
 * `huiyin verify [--checkpoint FILE]`: every city's chains, projections, checkpoints and files, and the checkpoints in FILE,
 * kept elsewhere since they were printed; names the first fault and answers 1. Changes nothing: what it proves and what it does
 * not stands in docs/adr/0066-what-verify-proves.md.
 */
export async function verify(args: string[], io: Io): Promise<number> {
  const kept = await keptIn(options(args), io);
  const database = await openForReading(readConfig());
  try {
    const cities = await findCities(database.owner);
    if (cities.length === 0) {
      io.stdout.write(`${sentence(io.lang, 'cli.verify-nothing', { where: database.where })}\n`);
      return 1;
    }
    const elsewhere = kept.find(({ city }) => !cities.includes(city));
    if (elsewhere) refuse('cli.checkpoint-of-no-city', { city: elsewhere.city, cities: cities.map(String) });
    for (const city of cities) {
      const own = kept.filter((checkpoint) => checkpoint.city === city);
      if (!(await verifyCity(database, city, own, io))) return 1;
    }
    return 0;
  } finally {
    await database.close();
  }
}

/** So many acts without a sitter are named; of more it is said how many. */
const MOST_OUTSIDE = 20;

/**
 * Verifies one city and says what was found; whether it was sound. An act of a seat on which nobody sat is named and no fault: the
 * acts and the tables agree, and before migration 90 a process could let one through.
 */
async function verifyCity(
  { pool, applicationUrl, filesFolder }: Reading,
  city: number,
  kept: readonly KeptCheckpoint[],
  { stdout, lang }: Io,
): Promise<boolean> {
  const checkpoints = await transact(pool, { city, system: true }, (tx) => verifyCheckpoints(tx, city, kept));
  // After the checkpoints, so that there are no fewer acts than they cover.
  const ledger = await verifyInThreads({ pool, applicationUrl }, city);
  const evidence = await verifyFiles({ pool, files: diskFiles(filesFolder) }, city);
  const fault = ledger.fault ?? checkpoints.fault ?? evidence.fault;
  if (fault) {
    stdout.write(`${sentence(lang, 'cli.verify-fault', { city, what: describe(lang, fault) })}\n`);
    return false;
  }
  const { streams, acts } = ledger;
  const { newest } = checkpoints;
  const counts = { streams, acts, checkpoints: newest?.n ?? 0, files: evidence.sound };
  stdout.write(`${sentence(lang, 'cli.verified', { city, ...counts })}\n`);
  for (const { n } of kept) stdout.write(`${sentence(lang, 'cli.verified-kept', { city, n })}\n`);
  if (evidence.erased > 0) stdout.write(`${sentence(lang, 'cli.verified-erased', { city, n: evidence.erased })}\n`);
  const since = acts - (newest?.acts ?? 0);
  if (since > 0) stdout.write(`${sentence(lang, 'cli.verified-since', { city, since })}\n`);
  const outside = await transact(pool, { city, system: true }, (tx) => findActsOutside(tx, city, MOST_OUTSIDE));
  const n = outside[0]?.of ?? 0;
  if (n > 0) stdout.write(`${sentence(lang, 'cli.verified-outside', { city, n })}\n`);
  for (const { at, ...act } of outside) {
    stdout.write(`${sentence(lang, 'cli.verified-outside-act', { ...act, at: at.toISOString() })}\n`);
  }
  if (n > outside.length) stdout.write(`${sentence(lang, 'cli.verified-outside-more', { n: n - outside.length })}\n`);
  return true;
}

function options(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { checkpoint: { type: 'string' } } }).values.checkpoint;
  } catch (error) {
    return refuse('cli.verify-misused', { reason: (error as Error).message });
  }
}

/** The checkpoints in a file as `huiyin checkpoint` or the interface wrote it: one, or one a line. `-` is standard input. */
async function keptIn(file: string | undefined, { stdin }: Io): Promise<KeptCheckpoint[]> {
  if (file === undefined) return [];
  const unreadable = (reason: string): never => refuse('cli.checkpoint-unreadable', { file, reason });
  const text =
    file === '-'
      ? (await stdin.toArray()).join('')
      : await readFile(file, 'utf8').catch((error: Error) =>
          refuse('cli.file-unreadable', { file, reason: error.message }),
        );
  const kept = (jsonIn(text) ?? unreadable('JSON')).map((each) => KeptCheckpoint.safeParse(each));
  const wrong = kept.find(({ success }) => !success);
  if (wrong?.error) unreadable(wrong.error.issues.map(({ path }) => path.join('.')).join(', '));
  return kept.length ? kept.flatMap(({ data }) => data ?? []) : unreadable('0');
}

/** One value, or one in each line; null where it is neither. */
function jsonIn(text: string): unknown[] | null {
  try {
    return [JSON.parse(text)];
  } catch {
    try {
      return text.split('\n').flatMap((line): unknown[] => (line.trim() ? [JSON.parse(line)] : []));
    } catch {
      return null;
    }
  }
}
