import { z } from 'zod';
import { Named } from '../../mechanism/contract.ts';
import { MatterRow } from '../lists/row.contract.ts';
import { TargetsView } from '../targets/target.contract.ts';

/** What crosses the wire of the matters above and below another. */

/** The matter above; `readable`: whether this seat may open it. */
export const ParentView = z.object({ id: z.uuid(), number: z.string(), readable: z.boolean() });

/** A matter below another, as that shows it. */
const ChildView = z.object({
  row: MatterRow,
  stage: Named,
  percent: z.int().nullable(),
});
export type ChildView = z.infer<typeof ChildView>;

/** Some of what stands below a matter and this seat may read, the unfinished first, of these the worst first; `next`: the key of more. */
export const BelowPage = z.object({ rows: z.array(ChildView), next: z.string().nullable() });
export type BelowPage = z.infer<typeof BelowPage>;

/** What stands below a matter: the first of those that this seat may read, how many others, and the kinds that may be put there. */
export const BelowView = BelowPage.extend({
  /** How many this seat may read, and how many of these are struck off. */
  n: z.int(),
  done: z.int(),
  /** How many others there are. */
  hidden: z.int(),
  kinds: z.array(
    z.object({
      key: z.string(),
      name: Named,
      /** What each may promise a quantity of; null where nothing is measured. */
      targets: TargetsView.shape.known.nullable(),
      /** Whether it counts by a weight beside the others below the same matter. */
      weighs: z.boolean(),
    }),
  ),
});
