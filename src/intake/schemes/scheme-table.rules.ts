import { codesOf, nextCode, schemeFaults, wayTo, withRetired } from '../../directory/index.ts';
import type { Category } from '../../directory/schemes/scheme.contract.ts';
import type { GridRow } from '../sheets/grid.rules.ts';
import { schemeHead, type ListColumn } from './scheme-heads.rules.ts';
import type { SchemeTable, SchemeTableFault } from './scheme.contract.ts';

/**
 * The categories that a table names, over the version in force: what that has and the table leaves out is kept, retired, and
 * what the table does not say of a category stays as it is. Faults come with the number of their row in the file; a row with
 * one is left out where it cannot be placed at all.
 */
export function readSchemeTable(rows: readonly GridRow[], inForce: readonly Category[]): SchemeTable {
  const found = schemeHead(rows);
  if (!found) return { categories: [], faults: [fault(rows[0]?.n ?? 1, 'scheme.table.no-head')] };
  const { head } = found;
  const body = rows.slice(found.at + 1);
  if (body.length === 0) return { categories: [], faults: [fault(rows[found.at]!.n, 'scheme.table.no-rows')] };
  const read = head.kind === 'list' ? readList(body, head.columns, inForce) : readLevels(body, head.columns, inForce);
  const categories = withRetired(read.categories, inForce);
  const ofTree = schemeFaults(categories, inForce).map(({ at, code, params }) =>
    fault(read.lines[at ?? 0] ?? 0, code, params),
  );
  const faults = [...read.faults, ...ofTree].toSorted((a, b) => a.line - b.line);
  return { categories, faults };
}

type Read = { categories: Category[]; lines: number[]; faults: SchemeTableFault[] };

const fault = (line: number, code: string, params: Record<string, string> = {}): SchemeTableFault => ({
  line,
  code,
  params,
});

const YES = /^(是|停用|已停用|y|yes|true|1|retired)$/iu;

function readList(
  rows: readonly GridRow[],
  columns: Readonly<Partial<Record<ListColumn, number>>>,
  inForce: readonly Category[],
): Read {
  const known = codesOf(inForce);
  const categories = rows.map(({ cells }): Category => {
    /** What the row says; undefined where the table has no such column. */
    const said = (name: ListColumn): string | undefined => {
      const column = columns[name];
      return column === undefined ? undefined : (cells[column]?.trim() ?? '');
    };
    const code = said('code') ?? '';
    const was = known.get(code);
    const [en, parent, retired] = [said('en'), said('parent'), said('retired')];
    return {
      code,
      zh: said('zh') ?? '',
      en: en === undefined ? (was?.en ?? null) : en || null,
      parent: parent === undefined ? (was?.parent ?? null) : parent || null,
      retired: retired === undefined ? (was?.retired ?? false) : YES.test(retired),
    };
  });
  return { categories, lines: rows.map(({ n }) => n), faults: [] };
}

function readLevels(rows: readonly GridRow[], columns: readonly number[], inForce: readonly Category[]): Read {
  const read: Read = { categories: [], lines: [], faults: [] };
  const known = waysOf(inForce);
  const taken = new Set(inForce.map(({ code }) => code));
  const made = new Map<string, Category>();
  /** The row that named each way to its end. */
  const named = new Map<string, number>();
  for (const { n, cells } of rows) {
    const names = columns.map((column) => cells[column]?.trim() ?? '');
    const depth = names.findLastIndex((name) => name !== '') + 1;
    const way = names.slice(0, depth);
    if (depth === 0) continue;
    if (way.includes('')) {
      read.faults.push(fault(n, 'scheme.table.level-empty', { level: String(way.indexOf('') + 1) }));
      continue;
    }
    const whole = wayKey(way);
    const before = named.get(whole);
    if (before !== undefined) {
      read.faults.push(fault(n, 'scheme.table.row-twice', { name: way.join(' / '), before: String(before) }));
      continue;
    }
    named.set(whole, n);
    let parent: Category | null = null;
    for (const [level, zh] of way.entries()) {
      const key = wayKey(way.slice(0, level + 1));
      const there: Category | undefined = made.get(key);
      const category: Category = there ?? categoryAt(known.get(key), parent, zh, taken);
      if (!there) {
        taken.add(category.code);
        made.set(key, category);
        read.categories.push(category);
        read.lines.push(n);
      }
      parent = category;
    }
  }
  return read;
}

/** The category that is known by that way, in use again; else a new one with the next free code. */
const categoryAt = (
  known: Category | undefined,
  parent: Category | null,
  zh: string,
  taken: ReadonlySet<string>,
): Category =>
  known
    ? { ...known, parent: parent?.code ?? null, retired: false }
    : {
        code: nextCode(parent?.code ?? null, taken),
        parent: parent?.code ?? null,
        zh,
        en: null,
        retired: false,
      };

/** A way by the names on it. */
const wayKey = (names: readonly string[]): string => names.join('\n');

/** The categories by the names on the way to them; where two share a way, the one in use. */
function waysOf(categories: readonly Category[]): ReadonlyMap<string, Category> {
  const byCode = codesOf(categories);
  const found = new Map<string, Category>();
  for (const category of categories) {
    const key = wayKey(wayTo(byCode, category.code).map(({ zh }) => zh));
    if (found.get(key)?.retired !== false) found.set(key, category);
  }
  return found;
}
