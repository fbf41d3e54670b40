import { z } from 'zod';
import { Named, Phase } from '../../mechanism/contract.ts';
import { TargetView } from '../targets/target.contract.ts';

/** What crosses the wire about trees of matters that are summed up from below. Shares are percent, told to one digit. */
const Uuid = z.uuid();
const Day = z.iso.date();
const Percent = z.string();

/** Where something stands: behind its plan whatever is unknown, on it, or not known to be either. */
const TreeStanding = z.enum(['behind', 'on-plan', 'unknown']);

/** How far something has come lies between `low` and `high`, of the whole; `unknown` is the share of it that nobody has read. */
export const TreeSum = z.object({
  low: Percent,
  high: Percent,
  planned: Percent,
  unknown: Percent,
  standing: TreeStanding,
});
export type TreeSum = z.infer<typeof TreeSum>;

/** What the parts of a target promise and were read to be together, in its own unit. */
const PartSum = z.object({ promised: z.string(), read: z.string(), unread: z.string(), on: Day.nullable() });

export const TreeNode = z.object({
  id: Uuid,
  /** Null of the top, and of what stands below something that this seat may not read. */
  parent: Uuid.nullable(),
  depth: z.int(),
  level: Named,
  number: z.string(),
  text: z.string(),
  stage: Named,
  phase: Phase,
  lead: Uuid.nullable(),
  co: z.array(Uuid),
  due: Day.nullable(),
  /** How much it counts beside its siblings, null where nobody said; and which share of the one above that is. */
  weight: z.string().nullable(),
  share: Percent,
  sum: TreeSum,
  targets: z.array(TargetView),
  /** Where its targets are told by what stands below it. */
  parts: PartSum.nullable(),
  /** How many matters below it fall short, and how many stand there that this seat may not read, of which nothing is known here. */
  lagging: z.int(),
  hidden: z.int(),
  /** Of what falls short itself: how many points of each matter above it that takes, nearest first. */
  drags: z.array(z.object({ id: Uuid, points: Percent })),
});
export type TreeNode = z.infer<typeof TreeNode>;

/** A tree from the top down, each matter followed by what stands below it; as it was at the end of `asOf`, or is now. */
export const TreeView = z.object({ asOf: Day, name: Named, nodes: z.array(TreeNode), mayDivide: z.boolean() });
export type TreeView = z.infer<typeof TreeView>;

export const TreeQuery = z.object({ asOf: Day.optional() });

/** The same as a table: of one unit, or of all. */
export const TreeTableQuery = TreeQuery.extend({ unit: Uuid.optional(), name: z.string().max(80).default('plan') });

/** The tops of all trees, the newest first, and under which mechanisms one may be begun by this seat. */
export const TreeList = z.object({
  /** `since`: the day on which it was registered; `matters`: how many it has, its top with them. */
  rows: z.array(
    z.object({
      id: Uuid,
      number: z.string(),
      text: z.string(),
      closed: z.boolean(),
      due: Day.nullable(),
      since: Day,
      matters: z.int(),
    }),
  ),
  /** `guiding`: the level, from the top, of what the whole goes by, which a tree may leave out; null where there is none. `leaf`: the kind of what promises a quantity below it, and the key of that; null where it has none. */
  kinds: z.array(
    z.object({
      key: z.string(),
      name: Named,
      guiding: z.int().nullable(),
      leaf: z.object({ key: z.string(), target: z.string() }).nullable(),
    }),
  ),
});
export type TreeList = z.infer<typeof TreeList>;
