import type { ReactNode } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { cityDay } from '../../../format/day.ts';
import { MatterSlip } from '../../../slips/MatterSlip.tsx';

/** What a cell is drawn with. */
export type CellTools = {
  t: (key: string, params?: Record<string, unknown>) => string;
  day: (day: string) => string;
  unitName: (id: string) => string;
  stageName: (mechanism: string, key: string) => string;
  mechanismName: (key: string) => string;
};

type Column = { width: number; cell: (row: MatterRow, tools: CellTools) => ReactNode };

/** The columns of the table in their order; the matter's words stand between `slip` and the others and are always there. */
export const columns = {
  number: { width: 148, cell: (row) => row.number },
  slip: { width: 150, cell: (row) => <MatterSlip row={row} /> },
  due: { width: 112, cell: (row, { day }) => row.due && day(row.due) },
  stage: { width: 104, cell: (row, { stageName }) => stageName(row.mechanism, row.stage) },
  lead: { width: 116, cell: (row, { unitName }) => row.lead && unitName(row.lead) },
  co: { width: 148, cell: (row, { unitName }) => row.co.map(unitName).join(' ') },
  area: { width: 132, cell: (row) => row.area },
  mechanism: { width: 112, cell: (row, { mechanismName }) => mechanismName(row.mechanism) },
  bounces: { width: 76, cell: (row) => (row.bounces ? row.bounces : null) },
  registered: { width: 112, cell: (row, { day }) => day(cityDay(row.registeredAt)) },
  updated: { width: 112, cell: (row, { day }) => day(cityDay(row.updatedAt)) },
} as const satisfies Record<string, Column>;

export type ColumnKey = keyof typeof columns;
export const COLUMN_KEYS = Object.keys(columns) as ColumnKey[];
/** Which stand before the matter's words. */
export const LEADING: ReadonlySet<ColumnKey> = new Set(['number', 'slip']);
export const USUAL: readonly ColumnKey[] = ['number', 'slip', 'due', 'stage', 'lead'];

const KEY = 'huiyin.ledger.columns';

/** The columns of an address; without any those chosen last on this machine, else the usual ones. */
export function columnsOf(address: string | undefined): ColumnKey[] {
  const asked = (address ?? localStorage.getItem(KEY) ?? USUAL.join(',')).split(',');
  return COLUMN_KEYS.filter((key) => asked.includes(key));
}

export const rememberColumns = (keys: readonly ColumnKey[]): void => localStorage.setItem(KEY, keys.join(','));
