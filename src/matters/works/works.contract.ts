import { z } from 'zod';
import { DECIMAL, MapLine, MapName, MEASURES } from '../../kernel/contract.ts';
import { Named, Phase } from '../../mechanism/contract.ts';
import { GatesView } from '../gates/gate.contract.ts';
import { LONGEST } from '../lists/longest.rules.ts';
import { Place } from '../raised/raised.contract.ts';
import { TargetsView } from '../targets/target.contract.ts';

/** What crosses the wire about all that is built under one mechanism: sums of what is promised, and the sites. */
const Uuid = z.uuid();
const Decimal = z.string().regex(DECIMAL);

/**
 * One target over several matters. `measured` and `planned` are sums over those that were read, each counted up to what it promised,
 * `planned` as of each one's last reading; of the `unread` nothing is known. `beyond`: by how much some are above what they promised, in all.
 */
export const TargetSum = z.object({
  target: z.string(),
  name: Named,
  in: z.enum(MEASURES),
  promised: Decimal,
  measured: Decimal,
  planned: Decimal,
  /** Of what is promised by those that were read. */
  of: Decimal,
  beyond: Decimal,
  matters: z.int(),
  unread: z.int(),
});
export type TargetSum = z.infer<typeof TargetSum>;

export const WorkRow = z.object({
  id: Uuid,
  number: z.string(),
  text: z.string(),
  area: z.string().nullable(),
  stage: Named,
  phase: Phase,
  lead: Uuid.nullable(),
  place: Place.nullable(),
  targets: TargetsView,
  gates: GatesView,
  /** So many matters below it, of problems found there or of upkeep, are not struck off yet. */
  open: z.int(),
  /** Whether this seat may measure and inspect it now. */
  may: z.object({ measure: z.boolean(), inspect: z.boolean() }),
});
export type WorkRow = z.infer<typeof WorkRow>;

export const SitesPage = z.object({ rows: z.array(WorkRow), next: Uuid.nullable() });
export type SitesPage = z.infer<typeof SitesPage>;

export const WorksView = z.object({
  /** The mechanism that is shown (`ranked`: its units are), and all that have targets; null where none has. */
  mechanism: z.object({ key: z.string(), name: Named, ranked: z.boolean() }).nullable(),
  mechanisms: z.array(z.object({ key: z.string(), name: Named })),
  /** The newest that this seat may read, its own units' before them; `next`: the key after which more of them are asked for. */
  ...SitesPage.shape,
  /** Pictures of a map to lay below the sites, where the city has any. */
  tiles: z.string().nullable(),
  /** The lines and names of the city's map; none where it has none. */
  lines: z.array(MapLine),
  names: z.array(MapName),
});
export type WorksView = z.infer<typeof WorksView>;

/** What is promised and measured of each target, in all and in each area; `matters` counts what promises anything. */
export const WorksSums = z.object({
  sums: z.array(TargetSum),
  areas: z.array(z.object({ area: z.string().nullable(), matters: z.int(), sums: z.array(TargetSum) })),
});
export type WorksSums = z.infer<typeof WorksSums>;

/** Sites of one page. */
const limit = z.coerce.number().int().min(1).max(100).default(80);

/** Left out, the mechanism is the first that has targets. */
const ofMechanism = z.string().max(LONGEST.mechanism).optional();
export const WorksQuery = z.object({ mechanism: ofMechanism, limit });

export const SumsQuery = z.object({
  mechanism: ofMechanism,
  /** As they were at the end of that day. */
  asOf: z.iso.date().optional(),
});

export const SitesQuery = z.object({
  mechanism: z.string().max(LONGEST.mechanism),
  /** Of that area alone; empty: of those that have none. */
  area: z.string().max(LONGEST.area).optional(),
  after: Uuid.optional(),
  limit,
});
