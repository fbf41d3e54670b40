import {
  bringEnterprises,
  creditCodeFault,
  creditCodeOf,
  findEnterprisesByCode,
  industryOf,
  sizeClassOf,
  type BroughtEnterprise,
  type Enterprise,
} from '../../directory/index.ts';
import { refuse, uuidv7 } from '../../kernel/index.ts';
import { entryAct, findActs } from '../../ledger/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Workbook } from '../sheets/grid.rules.ts';
import {
  MOST_LINES,
  type EnterprisePlan,
  type EnterprisesDone,
  type EnterpriseSheet,
  type EnterpriseSheetRead,
} from './enterprise-sheet.contract.ts';
import { readEnterprises } from './heads.rules.ts';
import { judgeEnterprises, type Codes, type Facts, type LineJudgement } from './judge.rules.ts';

const CODES: Codes = { codeOf: creditCodeOf, codeFault: creditCodeFault, industryOf };
const FEN_PER_WAN = 1_000_000;

/**
 * The enterprises that a file names, each under ids of their own from here on; nothing is kept of it. Throws
 * `roster.no-enterprises`, `roster.too-many-enterprises`.
 */
export function readEnterpriseSheet({ sheets, notes }: Workbook, now: Date): EnterpriseSheetRead {
  const found = readEnterprises(sheets);
  if (!found || found.lines.length === 0) return refuse('roster.no-enterprises');
  if (found.lines.length > MOST_LINES) refuse('roster.too-many-enterprises', { limit: MOST_LINES }, { status: 413 });
  const lines = found.lines.map((line) => ({ ...line, id: uuidv7(now), renaming: uuidv7(now) }));
  return { lines, unused: found.unused, notes };
}

async function judge(tx: Tx, caller: Caller, { lines }: EnterpriseSheet): Promise<LineJudgement[]> {
  if (caller.role !== 'administrator') refuse('roster.administrators-only', {}, { status: 403 });
  const codes = judgeEnterprises(lines, new Map(), CODES).map(({ code }) => code);
  const known = await findEnterprisesByCode(tx, caller.city, [...new Set(codes)]);
  return judgeEnterprises(lines, new Map(known.map((one): [string, Enterprise] => [one.code, one])), CODES);
}

/** What each line would do, what would be other than it is, and what is wrong; nothing is done. */
export async function previewEnterprises(
  tx: Tx,
  caller: Caller,
  sheet: EnterpriseSheet,
  language: Language,
): Promise<EnterprisePlan> {
  const judged = await judge(tx, caller, sheet);
  const count = (state: LineJudgement['state']) => judged.filter((one) => one.state === state).length;
  return {
    lines: judged.map(({ id, state, known, facts, changed, issues }) => ({
      id,
      state,
      size: sizeClassOf(facts),
      changes: known
        ? changed.map((field) => ({ field, from: said(field, known, language), to: said(field, facts, language) }))
        : [],
      issues: issues.map(({ field, level, code, params }) => ({
        field,
        level,
        detail: sentence(language, code, params),
      })),
    })),
    adds: count('new'),
    changes: count('change'),
    there: count('there'),
    faults: count('fault'),
  };
}

/** A fact as it is shown beside another. */
function said(field: keyof Facts, facts: Facts, language: Language): string {
  const value = facts[field];
  if (value === null) return '';
  if (field === 'revenue' || field === 'assets')
    return sentence(language, 'roster.wan', { n: Number(value) / FEN_PER_WAN });
  return String(value);
}

/**
 * Brings the enterprises in, all or nothing: each that is new is added, each of which something else is said is amended or
 * renamed, by acts of their own. Sent again, nothing is done twice. Throws `roster.faults` where a line has one.
 */
export async function bringEnterprisesIn(
  tx: Tx,
  caller: Caller,
  sheet: EnterpriseSheet,
  now: Date,
): Promise<EnterprisesDone> {
  const judged = await judge(tx, caller, sheet);
  const faults = judged.filter(({ state }) => state === 'fault').length;
  if (faults > 0) refuse('roster.faults', { faults });
  const brought = sheet.lines.flatMap((line, n): BroughtEnterprise[] => {
    const { state, code, known, facts, changed } = judged[n]!;
    if (state === 'there') return [];
    const { name, ...rest } = facts;
    if (!known) return [{ entry: line.id, add: { id: line.id, code, name, ...rest } }];
    const amends = changed.some((field) => field !== 'name');
    return [
      {
        entry: known.id,
        ...(changed.includes('name') ? { rename: { id: line.renaming, name } } : {}),
        ...(amends ? { amend: { id: line.id, ...rest } } : {}),
      },
    ];
  });
  await bringEnterprises(tx, caller, brought, now);
  return countDone(tx, caller.city, sheet);
}

/** By the acts that bear the lines' ids, so that a request sent again is answered as it was first. */
async function countDone(tx: Tx, city: number, { lines }: EnterpriseSheet): Promise<EnterprisesDone> {
  const acts = await findActs(
    tx,
    city,
    lines.flatMap(({ id, renaming }) => [id, renaming]),
  );
  const kindOf = (id: string): string | undefined => {
    const act = acts.get(id);
    return act && entryAct(act).kind;
  };
  const added = lines.filter(({ id }) => kindOf(id) === 'add-enterprise').length;
  const touched = lines.filter(({ id, renaming }) => acts.has(id) || acts.has(renaming)).length;
  return { added, changed: touched - added };
}
