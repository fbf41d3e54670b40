import { normalise } from '../../kernel/index.ts';
import { LEAD_ROWS, type GridRow, type Sheet } from '../sheets/grid.rules.ts';
import { plain } from '../sheets/headings.rules.ts';
import type { PersonLine, UnitLine } from './roster.contract.ts';

type UnitCells = Omit<UnitLine, 'id'>;
type PersonCells = Omit<PersonLine, 'id' | 'seat'>;

/** How columns are headed in the lists of units and people that offices keep. */
const UNIT_HEADS: readonly (readonly [keyof Omit<UnitCells, 'n' | 'unvalued'>, RegExp])[] = [
  ['name', /^(?:(?:单位|机构|部门)(?:名称|全称)?|名称|全称|name|unit)$/u],
  ['shortName', /^(?:单位)?简称$|^short ?name$/u],
  ['kind', /^(?:单位|机构)?(?:类别|类型|性质)$|^kind$/u],
  ['parent', /^(?:上级|主管|隶属|所属)(?:单位|部门)?$|^(?:parent|above)$/u],
  ['aliases', /^(?:又称|别名|其他名称|曾用名)$|^(?:aliases|other names)$/u],
];
const PERSON_HEADS: readonly (readonly [keyof Omit<PersonCells, 'n' | 'unvalued'>, RegExp])[] = [
  ['name', /^(?:人员)?姓名$|^name$/u],
  ['login', /^(?:用户名|登录名|账号|帐号)$|^login$/u],
  ['unit', /^(?:所在|所属|工作)?(?:单位|部门)(?:名称)?$|^unit$/u],
  ['role', /^(?:岗位)?角色$|^岗位$|^role$/u],
  ['title', /^(?:职务|职位|职务名称)$|^title$/u],
];
type Heads = typeof UNIT_HEADS | typeof PERSON_HEADS;

const longest = 400;

/** Which column holds each field; of two that name the same the first. */
function columnsOf(cells: readonly string[], heads: Heads): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [at, head] of cells.entries()) {
    const field = heads.find(([, pattern]) => pattern.test(plain(head)))?.[0];
    if (field && !columns.has(field)) columns.set(field, at);
  }
  return columns;
}

type Table = { readonly list: 'units' | 'people'; readonly at: number; readonly columns: Map<string, number> };

/** The heads of a sheet: of people where more of those columns are known, else of units. A list without names is neither. */
function tableOf({ rows }: Sheet): Table | null {
  let best: Table | null = null;
  for (const [at, { cells }] of rows.slice(0, LEAD_ROWS).entries())
    for (const list of ['people', 'units'] as const) {
      const columns = columnsOf(cells, list === 'units' ? UNIT_HEADS : PERSON_HEADS);
      if (columns.has('name') && columns.size > (best?.columns.size ?? 0)) best = { list, at, columns };
    }
  return best;
}

const NO_UNIT: UnitCells = { n: 0, name: '', shortName: '', kind: '', parent: '', aliases: '', unvalued: [] };
const NO_PERSON: PersonCells = { n: 0, name: '', login: '', unit: '', role: '', title: '', unvalued: [] };

function read<T extends UnitCells | PersonCells>(none: T, row: GridRow, columns: Map<string, number>): T {
  const { n, cells, unvalued = [] } = row;
  const blank = [...columns].filter(([, at]) => unvalued.includes(at)).map(([field]) => field);
  const line: Record<string, unknown> = { ...none, n, unvalued: blank };
  for (const [field, at] of columns) line[field] = normalise(cells[at] ?? '').slice(0, longest);
  return line as T;
}

/** Everything that a file says of units and people, sheet by sheet. Null where no sheet is headed like one. */
export function readTables(
  sheets: readonly Sheet[],
): { units: UnitCells[]; people: PersonCells[]; unused: string[] } | null {
  const found = { units: [] as UnitCells[], people: [] as PersonCells[], unused: [] as string[] };
  let any = false;
  for (const sheet of sheets) {
    const table = tableOf(sheet);
    if (!table) continue;
    any = true;
    const { at, columns } = table;
    const taken = new Set(columns.values());
    found.unused.push(
      ...sheet.rows[at]!.cells.filter((head, column) => head.trim() !== '' && !taken.has(column)).map(normalise),
    );
    const rows = sheet.rows
      .slice(at + 1)
      .filter(({ cells, unvalued }) =>
        [...taken].some((column) => cells[column]?.trim() || unvalued?.includes(column)),
      );
    if (table.list === 'units') found.units.push(...rows.map((row) => read(NO_UNIT, row, columns)));
    else found.people.push(...rows.map((row) => read(NO_PERSON, row, columns)));
  }
  return any ? found : null;
}
