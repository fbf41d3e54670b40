import { createHash } from 'node:crypto';
import { dayOf, type Uuid } from '../../kernel/index.ts';
import { findUnitMatcher } from '../../directory/index.ts';
import type { UnitMatch } from '../../directory/contract.ts';
import { calendarOf, searchable } from '../../matters/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { judgeAlike } from './alike.rules.ts';
import type { RowState } from './contract.ts';
import {
  findRows,
  findSameNumbers,
  findSameTexts,
  saveJudged,
  type JudgedRow,
  type StoredImport,
  type StoredRow,
} from './import.store.ts';
import { judgeRow, type Issue } from './judge.rules.ts';
import { raisingFor } from './raising.ts';

/**
 * Judges every row anew that is not imported yet, and writes those whose judgement has changed. All of them each time: what one row
 * is depends on the others (the same text twice) and on the ledger, and ten thousand take less than a second.
 */
export async function judgeImport(tx: Tx, city: number, id: Uuid, given: StoredImport, now: Date): Promise<void> {
  const [rows, matcher, calendar] = await Promise.all([
    findRows(tx, city, id),
    findUnitMatcher(tx, city),
    calendarOf(tx, city, now),
  ]);
  const open = rows.filter(({ state }) => state !== 'imported');
  const { enterprise, creditCode } = given.mapping;
  const columns = [enterprise, creditCode].filter((column) => column !== null);
  const people = await raisingFor(
    tx,
    city,
    open.flatMap(({ cells }) => columns.map((column) => cells[column] ?? '')),
  );
  const judging = { ...given, match: remembering(matcher), people, today: dayOf(now), calendar };
  const judged = open.map((row) => {
    const own = judgeRow(row, row.fix, judging);
    return { ...own, n: row.n, row, digest: digestOf(own.plan.text) };
  });
  const numbers = judged.flatMap(({ number }) => number ?? []);
  const known = {
    texts: await findSameTexts(tx, [...new Set(judged.map(({ digest }) => digest))]),
    numbers: await findSameNumbers(tx, city, numbers),
  };
  const alike = judgeAlike(judged, known);
  const changed = judged.flatMap(({ row, plan, issues, n }) => {
    const twin = alike.get(n);
    const all = twin ? [...issues, twin] : issues;
    const state = stateOf(all);
    const chosen = state !== 'fault' && (row.picked ?? !twin);
    const next: JudgedRow = { n, plan, issues: [...all], state, chosen };
    return isSame(row, next) ? [] : [next];
  });
  await saveJudged(tx, city, id, changed);
}

/** The digest by which the ledger knows a text again; see `find_same_matters`. */
const digestOf = (text: string): string => createHash('md5').update(searchable(text)).digest('hex');

function stateOf(issues: readonly Issue[]): RowState {
  if (issues.some(({ level }) => level === 'fault')) return 'fault';
  return issues.length ? 'doubt' : 'ready';
}

const isSame = (row: StoredRow, next: JudgedRow): boolean =>
  row.state === next.state &&
  row.chosen === next.chosen &&
  JSON.stringify([row.plan, row.issues]) === JSON.stringify([next.plan, next.issues]);

/** A table names the same few units a thousand times. */
function remembering(match: (printed: string) => UnitMatch): (printed: string) => UnitMatch {
  const kept = new Map<string, UnitMatch>();
  return (printed) => {
    const known = kept.get(printed) ?? match(printed);
    kept.set(printed, known);
    return known;
  };
}
