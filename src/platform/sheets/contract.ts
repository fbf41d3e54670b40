import { z } from 'zod';

/** The two forms in which a table leaves and enters the house. */
export const SheetFormat = z.enum(['xlsx', 'csv']);
export type SheetFormat = z.infer<typeof SheetFormat>;

/** One cell of a table that is written; a day stays a date in XLSX, so that a spreadsheet sorts and filters by it. */
export type Cell = string | number | null | { readonly day: string };

/** A table to be written: what it is about, its columns, and its rows, which may come for as long as they like. */
export type Table = {
  /** The name of the sheet with the rows. */
  readonly name: string;
  /** What was asked for, under which conditions, when and by whom: a sheet of its own in XLSX; in CSV the first line, `said`. */
  readonly about: {
    readonly name: string;
    readonly said: string;
    readonly lines: readonly (readonly [label: string, words: string])[];
  };
  /** `width` in characters of the default font. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>;
  /** Sheets of heads alone beside it, to be filled in; XLSX only. */
  readonly also?: readonly Pick<Table, 'name' | 'columns'>[];
};
