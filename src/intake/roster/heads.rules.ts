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
  ['address', /^(?:单位|机构|部门|办公|详细|联系)?地址$|^办公地点$|^address$/u],
  ['phone', /^(?:单位|机构|部门|办公|办公室|联系|值班)?电话(?:号码)?$|^(?:tele)?phone$/u],
  ['longitude', /^经度$|^(?:longitude|lng|lon)$/u],
  ['latitude', /^纬度$|^(?:latitude|lat)$/u],
];
const PERSON_HEADS: readonly (readonly [keyof Omit<PersonCells, 'n' | 'unvalued'>, RegExp])[] = [
  ['name', /^(?:人员)?姓名$|^name$/u],
  ['login', /^(?:用户名|登录名|账号|帐号)$|^login$/u],
  ['unit', /^(?:所在|所属|工作)?(?:单位|部门)(?:名称)?$|^unit$/u],
  ['role', /^(?:岗位)?角色$|^岗位$|^role$/u],
  ['title', /^(?:职务|职位|职务名称)$|^title$/u],
];
type Heads = typeof UNIT_HEADS | typeof PERSON_HEADS;

/** What a list of people has as well, and then of them: by it alone nobody knows what a table is of. */
const PLACE: ReadonlySet<string> = new Set(['address', 'phone', 'longitude', 'latitude']);
/** Beside somebody it has to say that it is the unit's: what a person is called by is kept nowhere. */
const OF_UNIT = /^(?:单位|机构|部门|办公)/u;
const SOMEBODY = /姓名|联系人|联络员|负责人|经办人|领导/u;

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

/** The columns of units; of a table that names people, too, where they are and how they are called only where the head says whose it is. */
function unitColumns(cells: readonly string[]): Map<string, number> {
  const columns = columnsOf(cells, UNIT_HEADS);
  if (!cells.some((head) => SOMEBODY.test(plain(head)))) return columns;
  return new Map([...columns].filter(([field, at]) => !PLACE.has(field) || OF_UNIT.test(plain(cells[at]!))));
}

type Table = {
  readonly list: 'units' | 'people';
  readonly at: number;
  readonly columns: Map<string, number>;
  /** The columns of units in a table of people that tells of their units as well. */
  readonly units: Map<string, number> | null;
};

/** By how many of its columns a table is told from another kind. */
const tellingOf = (columns: ReadonlyMap<string, number>): number =>
  [...columns.keys()].filter((field) => !PLACE.has(field)).length;

/** The heads of a sheet: of people where more of those columns are known, else of units. A list without names is neither. */
function tableOf({ rows }: Sheet): Table | null {
  let best: (Table & { told: number }) | null = null;
  for (const [at, { cells }] of rows.slice(0, LEAD_ROWS).entries())
    for (const list of ['people', 'units'] as const) {
      const columns = list === 'units' ? unitColumns(cells) : columnsOf(cells, PERSON_HEADS);
      const told = tellingOf(columns);
      if (columns.has('name') && told > (best?.told ?? 0)) {
        const units = list === 'people' ? unitsBeside(cells, columns) : null;
        best = { list, at, columns, units, told };
      }
    }
  return best;
}

/**
 * The columns of units beside people: the unit that a line names its person in, of what kind it is, and what it is called in short or
 * stands under. By less nothing is known: a list of people may well have a kind of its own.
 */
function unitsBeside(cells: readonly string[], people: ReadonlyMap<string, number>): Map<string, number> | null {
  const columns = unitColumns(cells);
  const tells = columns.has('kind') && (columns.has('parent') || columns.has('shortName'));
  return tells && columns.get('name') === people.get('unit') ? columns : null;
}

/** The units that the lines name, each once: at its first line, with whatever any of its lines says. */
function unitsOf(lines: readonly UnitCells[]): UnitCells[] {
  const found = new Map<string, UnitCells>();
  for (const line of lines) {
    if (line.name === '') continue;
    const first = found.get(line.name) ?? line;
    const said = (field: 'shortName' | 'kind' | 'parent' | 'aliases' | 'address' | 'phone') =>
      first[field] || line[field];
    // Half of a point is never made whole by another line.
    const { longitude, latitude } = first.longitude || first.latitude ? first : line;
    found.set(line.name, {
      ...first,
      shortName: said('shortName'),
      kind: said('kind'),
      parent: said('parent'),
      aliases: said('aliases'),
      address: said('address'),
      phone: said('phone'),
      longitude,
      latitude,
    });
  }
  return [...found.values()];
}

/** A line of a table that tells of units as well may tell of a unit alone. */
const peopleOf = (lines: PersonCells[], ofUnits: boolean): PersonCells[] =>
  ofUnits ? lines.filter(({ name, login, unvalued }) => name || login || unvalued.includes('name')) : lines;

const NO_UNIT: UnitCells = {
  n: 0,
  name: '',
  shortName: '',
  kind: '',
  parent: '',
  aliases: '',
  address: '',
  phone: '',
  longitude: '',
  latitude: '',
  unvalued: [],
};
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
    const { at, columns, units } = table;
    const taken = new Set([...columns.values(), ...(units?.values() ?? [])]);
    found.unused.push(
      ...sheet.rows[at]!.cells.filter((head, column) => head.trim() !== '' && !taken.has(column)).map(normalise),
    );
    const rows = sheet.rows
      .slice(at + 1)
      .filter(({ cells, unvalued }) =>
        [...taken].some((column) => cells[column]?.trim() || unvalued?.includes(column)),
      );
    if (table.list === 'units') found.units.push(...rows.map((row) => read(NO_UNIT, row, columns)));
    else
      found.people.push(
        ...peopleOf(
          rows.map((row) => read(NO_PERSON, row, columns)),
          units !== null,
        ),
      );
    if (units) found.units.push(...unitsOf(rows.map((row) => read(NO_UNIT, row, units))));
  }
  return any ? found : null;
}
