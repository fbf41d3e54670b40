import { z } from 'zod';
import { Named } from '../../mechanism/contract.ts';

/** What crosses the wire about the items of a list and where each unit stands with each of them. */
const Uuid = z.uuid();

/**
 * Where a unit stands: not accepted, under way, done and to be verified, said not to apply and to be decided, struck off, struck off
 * with its effect noted, agreed not to apply.
 */
export const Standing = z.enum(['given', 'working', 'answered', 'claimed', 'done', 'gained', 'exempt']);
export type Standing = z.infer<typeof Standing>;

/** One unit's part of one item. */
export const MatrixCell = z.object({
  id: Uuid,
  unit: Uuid.nullable(),
  standing: Standing,
  stage: Named,
  due: z.iso.date().nullable(),
  late: z.boolean(),
  /** Struck off by words that this edition has changed since. */
  outworded: z.string().nullable(),
});
export type MatrixCell = z.infer<typeof MatrixCell>;

export const MatrixItem = z.object({
  id: Uuid,
  number: z.string(),
  item: z.string(),
  text: z.string(),
  area: z.string().nullable(),
  edition: z.string(),
  dropped: z.string().nullable(),
  closed: z.boolean(),
  cells: z.array(MatrixCell),
});
export type MatrixItem = z.infer<typeof MatrixItem>;

/** `units`: those that have any part, in the order of protocol. */
export const Matrix = z.object({
  mechanism: z.string(),
  catalogue: z.string(),
  units: z.array(Uuid),
  items: z.array(MatrixItem),
});
export type Matrix = z.infer<typeof Matrix>;

export const MatrixQuery = z.object({ mechanism: z.string().max(60), catalogue: z.string().trim().min(1).max(120) });
export type MatrixQuery = z.infer<typeof MatrixQuery>;

/** The lists that a city has, and the kinds of matter whose matters may be items of one. */
export const Catalogues = z.object({
  rows: z.array(MatrixQuery.extend({ items: z.int() })),
  /** `counted`: the kind below it by whose figures its parts are counted; null where that has none. */
  kinds: z.array(z.object({ key: z.string(), name: Named, counted: z.string().nullable() })),
});
export type Catalogues = z.infer<typeof Catalogues>;
