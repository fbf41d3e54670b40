import type { Measure } from '../../../../src/kernel/contract.ts';
import { DECIMAL } from '../../../../src/kernel/contract.ts';
import { isCountable, millionths } from '../../../../src/kernel/quantity.rules.ts';
import {
  LONGEST_REST,
  QUARTERS_ARE,
  type PlanItem,
  type PlanRead,
} from '../../../../src/intake/plans/plan.contract.ts';
import { divisionOf } from '../../../../src/intake/plans/quarters.rules.ts';
import type { TreeItem } from '../../../../src/matters/trees/plant.contract.ts';
import { uuidv7 } from '../../../act-id.ts';

/** One matter of a plan while it is looked over; what is typed stays as it is typed. `id` is the matter's from the beginning on. */
export type PlanRow = Omit<
  PlanItem,
  'quantity' | 'in' | 'unsure' | 'strange' | 'quarters' | 'said' | 'saidQuarters' | 'printed' | 'principle'
> & {
  id: string;
  quantity: string;
  in: Measure | '';
  start: string;
  weight: string;
  /** In all by the end of the first three quarters; where empty: evenly between those that are given. */
  quarters: readonly [string, string, string];
  unsure: PlanItem['unsure'];
  /** Not in what was kept on a device before such names were told. */
  strange?: PlanItem['strange'];
  /** What the text says of parts of the year. */
  said?: PlanItem['said'];
  /** How much of that it says of which quarter. */
  saidQuarters?: PlanItem['saidQuarters'];
  /** What the whole plan goes by. */
  principle?: PlanItem['principle'];
  /** The clause that it was read from, where it says more. */
  printed?: PlanItem['printed'];
  /** That somebody has looked at the quarters that were read from it. */
  checked?: boolean;
};
export type Plan = { id: string; name: string; year: number; rows: readonly PlanRow[] };
/** The kinds of matter that a plan is made of, and the target of those at the bottom. */
export type Kinds = { kind: string; leaf: string; target: string; guiding: number | null };
/** What is still missing: in which row (from 1), and which sentence tells it. */
export type Missing = { n: number; code: 'words' | 'quantity' | 'measure' | 'parts' | 'weight' | 'plan' | 'proposed' };

/** A row, its place among all (from 1), what is still missing in it, and how it is changed. */
export type RowProps = {
  n: number;
  row: PlanRow;
  fault: Missing['code'] | null;
  onChange: (change: Partial<PlanRow>) => void;
};

/** What was read where plans have no level for what they go by: it is among what was not used, and the efforts stand below the plan. */
export function withoutPrinciple(read: PlanRead): PlanRead {
  const items = read.items.filter(({ principle }) => !principle);
  if (items.length === read.items.length) return read;
  const left = read.items.flatMap(({ principle, text, rest }) =>
    principle ? [[text, rest].filter(Boolean).join('。')] : [],
  );
  return { ...read, items: items.map((item) => ({ ...item, depth: item.depth - 1 })), left: [...left, ...read.left] };
}

/** What was read, ready to be looked over. */
export const planOf = ({ title, year, items }: PlanRead): Plan => ({
  id: uuidv7(),
  name: title,
  year,
  rows: items.map(({ quarters, ...item }) => ({
    ...item,
    ...blank(),
    quantity: item.quantity ?? '',
    in: item.in ?? '',
    ...(quarters ? { quarters: quarters.map((one) => one ?? '') as [string, string, string] } : {}),
  })),
});

const blank = () => ({ id: uuidv7(), start: '', weight: '', quarters: ['', '', ''] as [string, string, string] });

/** A row for another indicator below the one at a place, of the same units. */
export const another = (row: PlanRow): PlanRow => ({
  ...row,
  ...blank(),
  strange: [],
  said: null,
  saidQuarters: [],
  printed: null,
  principle: false,
  depth: row.indicator ? row.depth : row.depth + 1,
  indicator: true,
  text: '',
  rest: null,
  quantity: '',
  in: '',
  unsure: [],
});

/** What stands below a row goes with it; below what a plan goes by the whole plan does, which stands without it as well. */
export function without(rows: readonly PlanRow[], at: number): PlanRow[] {
  if (rows[at]!.principle)
    return rows.flatMap((row, i) => (i === at ? [] : { ...row, depth: i > at ? row.depth - 1 : row.depth }));
  const next = rows.findIndex((row, i) => i > at && row.depth <= rows[at]!.depth);
  return rows.filter((_, i) => i < at || (next >= 0 && i >= next));
}

/** What keeps a plan from being published, in the order of its rows. */
export const missingIn = ({ rows }: Pick<Plan, 'rows'>): Missing[] =>
  rows.flatMap((row, i): Missing[] => {
    const n = i + 1;
    if (!row.text.trim()) return [{ n, code: 'words' }];
    if (row.weight && !(DECIMAL.test(row.weight) && Number(row.weight) > 0)) return [{ n, code: 'weight' }];
    if (!row.indicator) return [];
    if (!DECIMAL.test(row.quantity) || (row.start && !DECIMAL.test(row.start))) return [{ n, code: 'quantity' }];
    if (!row.in) return [{ n, code: 'measure' }];
    if (isPart(row)) return [{ n, code: 'parts' }];
    if (!isOneWay(row)) return [{ n, code: 'plan' }];
    return isProposed(row) ? [{ n, code: 'proposed' }] : [];
  });

/** Of what is counted one by one there are no parts; a mean of it is a level, and begins somewhere. */
export const isPart = ({ quantity, in: unit, start }: PlanRow): boolean =>
  !start && unit !== '' && DECIMAL.test(quantity) && !isCountable(millionths(quantity), unit);

/** Quarters that were read from the text, and that nobody has looked at. */
export const isProposed = ({ unsure, checked }: PlanRow): boolean => unsure.includes('quarters') && checked !== true;

/**
 * A row that was changed. With another unit or direction, what the text says of its quarters is read anew, unless it was read already; a quarter
 * that somebody typed stays theirs.
 */
export function changed(row: PlanRow, change: Partial<PlanRow>): PlanRow {
  const next = { ...row, ...change };
  const said = row.saidQuarters ?? [];
  const same = next.in === row.in && next.sense === row.sense;
  if (said.length === 0 || same || row.unsure.includes(QUARTERS_ARE.read)) return next;
  const { sense } = next;
  const quantity = DECIMAL.test(next.quantity) ? next.quantity : null;
  const division = divisionOf(said, { quantity, in: next.in || null, sense });
  const quarters = row.quarters.map((typed, i) => typed || (division?.quarters?.[i] ?? '')) as [string, string, string];
  const isFilled = quarters.some((one, i) => one !== row.quarters[i]);
  const told = division && (division.why !== 'read' || isFilled) ? [QUARTERS_ARE[division.why]] : [];
  return {
    ...next,
    quarters,
    unsure: [...row.unsure.filter((one) => !one.startsWith('quarters')), ...told],
    ...(isFilled ? { checked: false } : {}),
  };
}

/** Whether the text says how much is to be there by the end of a quarter, and the row does not. */
export function leavesOut({ indicator, said, saidQuarters = [], quarters }: PlanRow): boolean {
  if (!indicator || !said) return false;
  if (saidQuarters.length === 0) return !quarters.some(Boolean);
  return saidQuarters.some(({ quarter }) => quarter < 4 && !quarters[quarter - 1]);
}

/** The quarters that are given go one way from where it starts to what is promised. */
function isOneWay({ quarters, start, quantity }: PlanRow): boolean {
  const given = quarters.filter(Boolean);
  if (!given.every((one) => DECIMAL.test(one))) return false;
  const sizes = [start || '0', ...given, ...(given.length > 0 ? [quantity] : [])].map(Number);
  const down = sizes.at(-1)! < sizes[0]!;
  return sizes.every((size, i) => i === 0 || (down ? size <= sizes[i - 1]! : size >= sizes[i - 1]!));
}

const QUARTERS = ['03-31', '06-30', '09-30'] as const;

/** The plan as it is registered: its top, then every row below the nearest row above it that is less deep. */
export function treeItems({ id, name, year, rows }: Plan, { kind, leaf, target, guiding }: Kinds): TreeItem[] {
  const due = `${year}-12-31`;
  const above: { depth: number; id: string }[] = [{ depth: 0, id }];
  const top: TreeItem = { id, mechanism: kind, register: { text: name.trim(), due } };
  return [
    top,
    ...rows.map((row): TreeItem => {
      while (above.at(-1)!.depth >= row.depth) above.pop();
      const parent = above.at(-1)!.id;
      if (!row.indicator) above.push({ depth: row.depth, id: row.id });
      const rest = row.rest ? { aim: row.rest.slice(0, LONGEST_REST) } : {};
      const weight = row.weight ? { weight: row.weight } : {};
      const level = row.principle && guiding !== null ? { level: guiding } : {};
      const targets = row.indicator ? { targets: [targetOf(row, year, target)] } : {};
      return {
        id: row.id,
        parent,
        mechanism: row.indicator ? leaf : kind,
        register: { text: row.text.trim(), due, ...rest, ...weight, ...level, ...targets },
        ...(row.indicator && row.lead ? { assign: { lead: row.lead, co: row.co, due } } : {}),
      };
    }),
  ];
}

const targetOf = ({ quantity, in: unit, start, sense, quarters }: PlanRow, year: number, target: string) => ({
  target,
  quantity,
  in: unit as Measure,
  from: `${year}-01-01`,
  by: `${year}-12-31`,
  ...(start ? { start } : {}),
  ...(sense === 'most' ? { sense } : {}),
  ...(quarters.some(Boolean)
    ? { plan: QUARTERS.map((on, i) => ({ on: `${year}-${on}`, quantity: quarters[i]! })).filter((one) => one.quantity) }
    : {}),
});
