/**
 * A table as it was read: texts as they are shown, each row with its number in the file. `unvalued`: the columns whose formula has
 * no value in the file; such a cell is no empty one, though nothing can be read of it.
 */
export type GridRow = { readonly n: number; readonly cells: readonly string[]; readonly unvalued?: readonly number[] };
export type Sheet = { readonly name: string; readonly rows: readonly GridRow[] };

/** What a reader of the table should know of the file besides. */
export type Notes = {
  /** Cells that hold a formula; their last shown value was read, and nothing was worked out anew. */
  formulas: number;
  /** Formulas of which the file keeps no value. */
  unvalued: number;
  hiddenRows: number;
  macros: boolean;
  links: boolean;
};
export const NO_NOTES: Notes = { formulas: 0, unvalued: 0, hiddenRows: 0, macros: false, links: false };

export type Workbook = { readonly sheets: readonly Sheet[]; readonly notes: Notes };

/** So many rows are read of a file, its heads not counted. */
export const ROW_LIMIT = 10_000;
/** Rows before the table's own: a title, a unit, a date. */
export const LEAD_ROWS = 20;
export const COLUMN_LIMIT = 60;
/** A cell that is longer is cut: no field takes as much, and the row is refused by its length. */
export const CELL_LIMIT = 10_000;
