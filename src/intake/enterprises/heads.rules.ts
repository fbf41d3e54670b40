import { normalise } from '../../kernel/index.ts';
import { LEAD_ROWS, type GridRow, type Sheet } from '../sheets/grid.rules.ts';
import { plain } from '../sheets/headings.rules.ts';
import type { EnterpriseField, EnterpriseLine } from './enterprise-sheet.contract.ts';

/** How columns are headed in the lists of enterprises that offices keep. */
const HEADS: readonly (readonly [EnterpriseField, RegExp])[] = [
  ['code', /^(?:(?:统一)?(?:社会)?信用代码|税号|纳税人识别号|credit ?code)$/u],
  ['name', /^(?:(?:企业|单位|公司|市场主体|经营主体)(?:名称|全称)|名称|企业|name|enterprise)$/u],
  ['industry', /^(?:(?:所属|国民经济)?行业(?:代码|分类|类别)?|industry)$/u],
  ['staff', /^(?:(?:从业|职工|用工|员工|期末从业)?人(?:员|数|员数|员人数)|职工数|staff)$/u],
  ['revenue', /^(?:(?:年|上年|全年|年度)?(?:营业|主营业务)?(?:收入|营收)(?:总额)?|revenue)$/u],
  ['assets', /^(?:(?:年末)?资产(?:总额|总计|合计)?|assets)$/u],
  ['place', /^(?:所在(?:地|县区|区县|区域|乡镇)?|属地|县区|区县|地区|place)$/u],
];
const MONEY: ReadonlySet<string> = new Set<EnterpriseField>(['revenue', 'assets']);
const LONGEST = 400;

type Table = { readonly at: number; readonly columns: Map<EnterpriseField, number>; readonly heads: readonly string[] };

/** The heads of a sheet; a list without credit codes is none of enterprises. */
function tableOf({ rows }: Sheet): Table | null {
  let best: Table | null = null;
  for (const [at, { cells }] of rows.slice(0, LEAD_ROWS).entries()) {
    const columns = new Map<EnterpriseField, number>();
    for (const [column, head] of cells.entries()) {
      const field = HEADS.find(([, pattern]) => pattern.test(plain(head)))?.[0];
      if (field && !columns.has(field)) columns.set(field, column);
    }
    if (columns.has('code') && columns.size > (best?.columns.size ?? 0)) best = { at, columns, heads: cells };
  }
  return best;
}

/** The unit that stands in the head of a column of money: 营业收入（亿元）. */
const unitIn = (head: string): string => /[（(]\s*(元|万元|亿元)\s*[）)]/u.exec(normalise(head))?.[1] ?? '';

function read(row: GridRow, { columns, heads }: Table): Omit<EnterpriseLine, 'id' | 'renaming'> {
  const { n, cells, unvalued = [] } = row;
  const cell = (field: EnterpriseField): string => {
    const column = columns.get(field);
    if (column === undefined) return '';
    const text = normalise(cells[column] ?? '').slice(0, LONGEST);
    return MONEY.has(field) && /^[\d.,\s]+$/u.test(text) ? `${text}${unitIn(heads[column] ?? '')}` : text;
  };
  return {
    n,
    code: cell('code'),
    name: cell('name'),
    industry: cell('industry'),
    staff: cell('staff'),
    revenue: cell('revenue'),
    assets: cell('assets'),
    place: cell('place'),
    unvalued: [...columns].filter(([, at]) => unvalued.includes(at)).map(([field]) => field),
  };
}

/** Every enterprise that a file names, sheet by sheet, and the heads that nothing was read under. Null where no sheet is headed like one. */
export function readEnterprises(
  sheets: readonly Sheet[],
): { lines: Omit<EnterpriseLine, 'id' | 'renaming'>[]; unused: string[] } | null {
  const tables = sheets.flatMap((sheet) => {
    const table = tableOf(sheet);
    return table ? [{ sheet, table }] : [];
  });
  if (tables.length === 0) return null;
  return {
    lines: tables.flatMap(({ sheet, table }) => {
      const taken = [...table.columns.values()];
      return sheet.rows
        .slice(table.at + 1)
        .filter(({ cells, unvalued }) => taken.some((column) => cells[column]?.trim() || unvalued?.includes(column)))
        .map((row) => read(row, table));
    }),
    unused: tables.flatMap(({ table }) => {
      const taken = new Set(table.columns.values());
      return table.heads.filter((head, column) => head.trim() !== '' && !taken.has(column)).map(normalise);
    }),
  };
}
