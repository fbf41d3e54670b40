import type { ReactNode } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { cityDay } from '../../../format/day.ts';
import { MatterSlip } from '../../../slips/MatterSlip.tsx';

/** What a cell is drawn with. */
export type CellTools = {
  t: (key: string, params?: Record<string, unknown>) => string;
  day: (day: string) => string;
  left: (workdays: number) => string;
  unitName: (id: string) => string;
  stageName: (mechanism: string, key: string) => string;
  mechanismName: (key: string) => string;
  categoryName: (filed: { scheme: string; code: string }) => string;
};

/** Between `least` and `most` pixels a column is as wide as its content (columnWidths.ts). */
type Column = { least: number; most: number; cell: (row: MatterRow, tools: CellTools) => ReactNode };

/** The columns of the table in their order; the matter's words stand between `slip` and the others and are always there. */
export const columns = {
  number: { least: 96, most: 200, cell: (row) => row.number },
  slip: { least: 96, most: 240, cell: (row) => <MatterSlip row={row} /> },
  due: {
    least: 88,
    most: 200,
    cell: (row, { t, day }) =>
      row.closedOn ? t(`ledger.due.${row.ended ?? 'closed'}`, { day: day(row.closedOn) }) : row.due && day(row.due),
  },
  stage: { least: 72, most: 132, cell: (row, { stageName }) => stageName(row.mechanism, row.stage) },
  lead: { least: 88, most: 180, cell: (row, { unitName }) => row.lead && unitName(row.lead) },
  co: { least: 88, most: 180, cell: (row, { unitName }) => row.co.map(unitName).join(' ') },
  area: { least: 88, most: 160, cell: (row) => row.area },
  category: {
    least: 88,
    most: 180,
    cell: (row, { categoryName }) => row.category && categoryName(row.category),
  },
  mechanism: { least: 88, most: 160, cell: (row, { mechanismName }) => mechanismName(row.mechanism) },
  bounces: { least: 64, most: 96, cell: (row) => (row.bounces ? row.bounces : null) },
  registered: { least: 88, most: 160, cell: (row, { day }) => day(cityDay(row.registeredAt)) },
  updated: { least: 88, most: 160, cell: (row, { day }) => day(cityDay(row.updatedAt)) },
} as const satisfies Record<string, Column>;

export type ColumnKey = keyof typeof columns;
export const COLUMN_KEYS = Object.keys(columns) as ColumnKey[];
/** Which stand before the matter's words. */
const LEADING: ReadonlySet<ColumnKey> = new Set(['number', 'slip']);
const USUAL: readonly ColumnKey[] = ['number', 'slip', 'due', 'stage', 'lead'];

/** The columns with the matter's words among them, as they stand beside each other. */
export const headsOf = (keys: readonly ColumnKey[]): readonly (ColumnKey | 'text')[] => [
  ...keys.filter((key) => LEADING.has(key)),
  'text',
  ...keys.filter((key) => !LEADING.has(key)),
];

const KEY = 'huiyin.ledger.columns';

/** How an address says that there is to be no column but the matter's words. */
export const NO_COLUMNS = 'none';

/** Which columns are named so, in their order; null where some are named, and none of them is one. */
function named(names: string | null | undefined): ColumnKey[] | null {
  if (names === undefined || names === null) return null;
  const all = names.split(',');
  const known = COLUMN_KEYS.filter((key) => all.includes(key));
  return known.length > 0 || names === '' || names === NO_COLUMNS ? known : null;
}

const chosenColumns = (address: string | undefined): ColumnKey[] | null =>
  named(address) ?? named(localStorage.getItem(KEY));

/** The columns of an address; without any that there are those chosen last on this machine, else the usual ones. */
export const columnsOf = (address: string | undefined): ColumnKey[] => chosenColumns(address) ?? [...USUAL];

/** Whether somebody chose columns, in the address or on this machine. */
export const hasChosenColumns = (address: string | undefined): boolean => chosenColumns(address) !== null;

export const rememberColumns = (keys: readonly ColumnKey[]): void => localStorage.setItem(KEY, keys.join(','));
