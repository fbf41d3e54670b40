import { z } from 'zod';
import { Category } from '../../directory/schemes/scheme.contract.ts';

/** What crosses the wire about tables of categories. Pure. */
export const SchemeTableFault = z.object({
  /** The row of the file, counted from 1. */
  line: z.int(),
  /** A key of the messages; `params` stand in its places. */
  code: z.string(),
  params: z.record(z.string(), z.string()),
});
export type SchemeTableFault = z.infer<typeof SchemeTableFault>;

/** What a table says, over the version in force. It is nothing but a proposal: it is published, or not, as it was looked over. */
export const SchemeTable = z.object({ categories: z.array(Category), faults: z.array(SchemeTableFault) });
export type SchemeTable = z.output<typeof SchemeTable>;
