import { z } from 'zod';
import { DECIMAL, MEASURES } from '../../kernel/contract.ts';
import { TEXT_LIMIT } from '../limits.rules.ts';

/** What crosses the wire about a plan that is read from its document. */
/** What the engine takes as the words of a matter of a plan, and of what stands with it, in characters. */
export const LONGEST_TEXT = 400;
export const LONGEST_REST = 400;

export const PlanText = z.strictObject({ text: z.string().trim().min(1).max(TEXT_LIMIT) });

/** What somebody must look at before it is published: no unit known, no unit of measure known, a part of what has none (5.5家), an estimate or a range; quarters that were read, wait for a unit of measure, fall from where nobody has said, may be read in two ways, or do not fit the year. */
const PlanUnsure = z.enum([
  'unit',
  'measure',
  'part',
  'about',
  'quarters',
  'quarters-unit',
  'quarters-falls',
  'quarters-unclear',
  'quarters-misfit',
]);
/** What is told of the quarters of a text, by what became of them. */
export const QUARTERS_ARE = {
  read: 'quarters',
  unit: 'quarters-unit',
  falls: 'quarters-falls',
  unclear: 'quarters-unclear',
  misfit: 'quarters-misfit',
} as const satisfies Readonly<Record<string, z.infer<typeof PlanUnsure>>>;

/**
 * One matter of the tree as it was read, from the top down; `depth` 1 is an effort, or, where the document has one, what the plan goes by
 * (`principle`), below which the efforts stand then. An indicator has a quantity, what stands above one has
 * none. `rest`: what its stretch says besides; of an indicator, what it says to belong to it. `printed`: the clause that an indicator was read
 * from, where it says more than name and quantity do. `said`: what it says
 * of parts of the year; `saidQuarters`: how much of that it says of which quarter, `in` null in the indicator's own unit, `quantity` null what cannot be held against it; and `quarters`: what that comes to in all by the end of the first three, null where nothing is said of one, or where it does not fit. `lead`, `co`: units of the city that are named there; `strange`: names there that are none's.
 */
const Decimal = z.string().regex(DECIMAL).nullable();
export const PlanItem = z.object({
  depth: z.int(),
  indicator: z.boolean(),
  principle: z.boolean(),
  text: z.string(),
  rest: z.string().nullable(),
  printed: z.string().nullable(),
  quantity: z.string().regex(DECIMAL).nullable(),
  in: z.enum(MEASURES).nullable(),
  sense: z.enum(['least', 'most']),
  said: z.string().nullable(),
  saidQuarters: z.array(
    z.object({
      quarter: z.literal([1, 2, 3, 4]),
      inAll: z.boolean(),
      quantity: Decimal,
      in: z.enum(MEASURES).nullable(),
    }),
  ),
  quarters: z.tuple([Decimal, Decimal, Decimal]).nullable(),
  lead: z.uuid().nullable(),
  co: z.array(z.uuid()),
  strange: z.array(z.string()),
  unsure: z.array(PlanUnsure),
});
export type PlanItem = z.infer<typeof PlanItem>;

/**
 * `left`: passages of which nothing was made: principles, aims, what stands before and after. `unread`: clauses in which an amount stands that
 * became no indicator, there or anywhere else.
 */
export const PlanRead = z.object({
  title: z.string(),
  year: z.int(),
  items: z.array(PlanItem),
  left: z.array(z.string()),
  unread: z.array(z.string()),
});
export type PlanRead = z.infer<typeof PlanRead>;
