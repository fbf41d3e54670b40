import { z } from 'zod';
import { ActKind, ActNames, OwnFields, Phase, Named } from '../mechanism/contract.ts';
import { Catalogued, Stands } from './catalogues/catalogue.contract.ts';
import { BelowView, ParentView } from './children/below.contract.ts';
import { GatesView, HaltView } from './gates/gate.contract.ts';
import { ActChoice } from './life/act.contract.ts';
import { ClockTold } from './life/clock.contract.ts';
import { Quantity, Source } from './life/given.contract.ts';
import { Decision, UnitStance } from './life/unit.contract.ts';
import { MatterRow } from './lists/row.contract.ts';
import { HelperSeat } from './helpers/helper.contract.ts';
import { BetweenView } from './parties/between.contract.ts';
import { Conflicts } from './parties/parties.contract.ts';
import { PressView } from './pressing/pressing.contract.ts';
import { Place, RaisedView } from './raised/raised.contract.ts';
import { RecurringView } from './recurrence/recurrence.contract.ts';
import { LastWord, Leg, StoryAct } from './story/story.contract.ts';
import { TargetsView } from './targets/target.contract.ts';

/**
 * What crosses the wire about a matter: its own page, and by name what stands in the contracts of its subjects. Instants are ISO 8601
 * in UTC, days are the city's (`2026-03-13`).
 */
export { BelowPage, type ChildView } from './children/below.contract.ts';
export { ActChoice, ActReceipt, ActRequest } from './life/act.contract.ts';
export { ClockSlip, ClockTold, ClockView } from './life/clock.contract.ts';
export { Part, Stance } from './life/unit.contract.ts';
export { LateCo, MatterRow, OfficeClock } from './lists/row.contract.ts';
export { RegisterMatter, Registrable, RegistrablePage } from './register.contract.ts';
export { StoryAct } from './story/story.contract.ts';

const Uuid = z.uuid();
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

/**
 * `unit`: whose act brought it; null for whoever stands above the units. `erased`: with the person whose it was, and read by nobody.
 * `sealed`: its name is told, and its bytes are, to whoever says what for.
 */
export const Attachment = z.object({
  id: Uuid,
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  erased: z.boolean(),
  sealed: z.boolean(),
  act: Uuid,
  unit: Uuid.nullable(),
});

export const Extension = z.object({ unit: Uuid, until: Day, reason: z.string(), act: Uuid });

export const MatterView = z.object({
  row: MatterRow,
  /** It is for named seats alone. */
  sealed: z.boolean(),
  aim: z.string().nullable(),
  /** What is to be shown as evidence that it is done. */
  wanted: z.string().nullable(),
  /** The item of a published list that it is; `dropped`: the edition that has it no more. */
  catalogued: Catalogued.extend({ dropped: z.string().nullable() }).nullable(),
  /** Of a part: the edition by which the item above it is listed no more. */
  unlisted: z.string().nullable(),
  /** Of a part that was struck off: the edition that has other words for it since. */
  outworded: z.string().nullable(),
  /** Why a unit says that it has nothing to do here, and whether the office agreed. */
  waiver: z.object({ reason: z.string(), granted: z.boolean().nullable() }).nullable(),
  /** What an earlier ledger says of its unit, taken over by the office. */
  carried: z
    .object({
      stands: Stands,
      book: z.string(),
      text: z.string().nullable(),
      doneOn: Day.nullable(),
      evidence: z.string().nullable(),
    })
    .nullable(),
  /** What came of it once it was done. */
  gain: z.string().nullable(),
  /** Where it is. */
  place: Place.nullable(),
  dueText: z.string().nullable(),
  quantities: z.array(Quantity),
  source: Source.nullable(),
  roundName: z.string().nullable(),
  roundNumber: z.int().nullable(),
  version: z.int(),
  units: z.array(UnitStance.extend({ lastWord: LastWord.nullable(), decision: Decision.optional() })),
  clocks: z.array(ClockTold),
  /** The way here, stage by stage; one that was entered twice stands in it twice. */
  way: z.array(Leg),
  /** The stages this mechanism has, in order, and the moment each was last entered. */
  stages: z.array(
    z.object({
      key: z.string(),
      zh: z.string(),
      en: z.string(),
      /** What whoever raised it reads in place of that. */
      told: Named.optional(),
      phase: Phase,
      enteredAt: Instant.nullable(),
      /** It is entered only when somebody refuses or says no. */
      aside: z.boolean(),
    }),
  ),
  /** What its mechanism calls its acts, where that is something else than elsewhere. */
  actNames: ActNames,
  /** And the fields of these. */
  fieldNames: OwnFields,
  clockNames: z.record(z.string(), z.object({ zh: z.string(), en: z.string() })),
  extensions: z.array(Extension),
  counts: z.object({
    bounces: z.int(),
    reminders: z.int(),
    returns: z.int(),
    reopenings: z.int(),
    extensions: z.int(),
    reports: z.int(),
  }),
  percent: z.int().nullable(),
  /** Whether it goes through the green channel; null where its mechanism has none. */
  green: z.boolean().nullable(),
  /** Null where matters are the city's own. */
  raised: RaisedView.nullable(),
  /** Whether this seat may be shown what is personal in it, else why not; null where nothing is masked. */
  personal: z.object({ allowed: z.boolean(), code: z.string().nullable() }).nullable(),
  pressing: PressView,
  /** Those who were asked to help, by name. */
  helpers: z.array(HelperSeat.extend({ since: Instant, conflicts: Conflicts, cleared: z.boolean() })),
  /** The matter that it stands below; null for one that stands for itself. */
  parent: ParentView.nullable(),
  /** Whether it stands in a tree that is summed up by weights, and how much it counts there; null: as much as each. */
  weighs: z.boolean(),
  weight: z.string().nullable(),
  /** What stands below it. */
  below: BelowView,
  /** What begins below it again and again by a rule of days. */
  recurring: z.array(RecurringView),
  /** Null where there are no parties. */
  between: BetweenView.nullable(),
  /** Null where nothing is measured, where there are no gates. */
  targets: TargetsView.nullable(),
  gates: GatesView.nullable(),
  /** The gates that hold the work now, the first to do so first. */
  halts: z.array(HaltView),
  files: z.array(Attachment),
  acts: z.array(ActChoice),
  /** Of these the one that meets what of this seat's unit runs out first, where that is another than its answer. */
  next: ActKind.nullable(),
  story: z.array(StoryAct),
  /** The key of the older part of the story, when there is more than was sent. */
  earlier: z.int().nullable(),
});
export type MatterView = z.infer<typeof MatterView>;

export const ID = z.object({ id: z.uuid('matter.not-found') });
