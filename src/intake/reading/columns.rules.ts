import { no, ok, problem, type Result } from '../../kernel/index.ts';

/** Columns that are read from a table, each under any of its names. One whose names end in `null` may be missing and is empty then. */
export type Columns<Name extends string> = Readonly<Record<Name, readonly (string | null)[]>>;

/**
 * The cells of a table that are parted by tabs: a line of headings, then a record a line. Columns of other names are passed over, as are
 * empty lines. Refuses a table that lacks a column (`intake.column-missing`, with its names).
 */
export function readColumns<Name extends string>(
  table: string,
  columns: Columns<Name>,
): Result<Readonly<Record<Name, string>>[]> {
  const [head = '', ...lines] = table.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const headings = head.split('\t').map((cell) => cell.trim());
  const wanted = Object.entries(columns) as [Name, readonly (string | null)[]][];
  const at = wanted.map(([name, names]) => ({
    name,
    names,
    place: headings.findIndex((cell) => names.includes(cell)),
  }));
  const lacking = at.find(({ place, names }) => place < 0 && !names.includes(null));
  if (lacking) return no(problem('intake.column-missing', { names: lacking.names.filter((name) => name !== null) }));
  return ok(
    lines
      .filter((line) => line.trim() !== '')
      .map((line) => line.split('\t'))
      .map((cells) => Object.fromEntries(at.map(({ name, place }) => [name, cells[place]?.trim() ?? ''])))
      .map((record) => record as Record<Name, string>),
  );
}
