import { freedFor, refuse, type Calendar, type Problem, type Uuid } from '../kernel/index.ts';
import {
  actNames,
  fieldNames,
  hasGreen,
  ordinaryStages,
  waitsToClose,
  type Mechanism,
  type Rung,
} from '../mechanism/index.ts';
import { findActs, type StoredAct } from '../ledger/index.ts';
import { findFiles } from '../platform/files/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { keepPlans, type Tx } from '../platform/postgres/index.ts';
import { calendarOf } from './calendars/calendar.store.ts';
import { viewClock } from './life/clocks.rules.ts';
import { nextRung } from './ladder/ladder.rules.ts';
import type { ClockState } from './life/state-parts.rules.ts';
import type { MatterState } from './life/state.rules.ts';
import type { ClockTold, MatterView } from './contract.ts';
import { matterAct } from './receipt.ts';
import { choices, whyMasked } from './matter.policy.ts';
import { findMatter } from './matter.store.ts';
import { getMechanism } from './mechanisms/mechanism.store.ts';
import { findRound } from './rounds/round.store.ts';
import { viewBetween } from './parties/between.view.ts';
import { viewGates, viewHalts } from './gates/gate.view.ts';
import { viewTargets } from './targets/target.view.ts';
import { viewPressing } from './pressing/pressing.ts';
import { viewChildren } from './children/children.view.ts';
import { viewHelpers } from './helpers/helpers.view.ts';
import { viewRecurring } from './recurrence/recurrence.view.ts';
import { viewRaised } from './raised/raised.view.ts';
import { actingUnit } from './actor.policy.ts';
import { beforeAnswer } from './lists/due-first.policy.ts';
import { rowOf, viewer } from './lists/row.rules.ts';
import { decisionOn } from './life/handed-back.rules.ts';
import { pastsOf, wayOf } from './story/past.rules.ts';
import { readEnd, tellLastWords, tellStory } from './story/story.ts';

/** Everything that a seat sees of a matter. Refuses one that is not there or not to be read (404, the same for both). */
export async function viewMatter(tx: Tx, caller: Caller, id: Uuid, now: Date): Promise<MatterView> {
  const { city } = caller;
  const [, held, latest] = await Promise.all([keepPlans(tx), findMatter(tx, city, id), readEnd(tx, city, id)]);
  if (!held) return refuse('matter.not-found', { id }, { status: 404 });
  const { state } = held;
  const mechanism = await getMechanism(tx, city, state.mechanism, state.version);
  const [raised, around, calendar, told, round, files] = await Promise.all([
    viewRaised(tx, caller, id, state, mechanism),
    viewChildren(tx, caller, id, state, mechanism, now),
    calendarOf(tx, city, now),
    tellStory(tx, caller, id, state.seq + 1, latest),
    state.round ? findRound(tx, city, state.round) : undefined,
    viewFiles(tx, city, id, state, latest),
  ]);
  const [said, between, helpers, pressing] = await Promise.all([
    tellLastWords(
      tx,
      told,
      state.units.map((u) => u.unit),
    ),
    viewBetween(tx, city, state, { mechanism, calendar, now }),
    viewHelpers(tx, city, state, mechanism, now),
    viewPressing(tx, city, state, now, calendar),
  ]);
  const pasts = pastsOf(told.steps, now, calendar);
  return {
    row: rowOf(id, state, now, calendar, viewer(caller, state), mechanism),
    sealed: state.sealed,
    aim: state.aim,
    wanted: state.wanted,
    weight: state.weight,
    catalogued: state.catalogued,
    unlisted: state.unlisted ?? null,
    outworded: state.outworded ?? null,
    waiver: state.waiver && { reason: state.waiver.reason, granted: state.waiver.granted },
    carried: carriedOf(state),
    gain: state.gain?.text ?? null,
    place: state.place,
    dueText: state.dueText,
    quantities: state.quantities,
    source: state.source,
    roundName: round?.name ?? null,
    roundNumber: round?.number ?? null,
    version: state.version,
    units: state.units.map((u) => ({ ...u, lastWord: said.get(u.unit) ?? null, ...decisionOn(state, u.unit) })),
    clocks: viewClocks(mechanism, state, { calendar, now }).map((clock, i) => ({ ...clock, ...pasts[i]! })),
    way: wayOf(told.steps, now, calendar).map(({ act, ...leg }) => ({ ...leg, ...told.doer(act) })),
    stages: viewStages(mechanism, state),
    actNames: actNames(mechanism),
    fieldNames: fieldNames(mechanism),
    clockNames: Object.fromEntries(Object.entries(mechanism.clocks).map(([key, { name }]) => [key, name])),
    extensions: state.asked,
    counts: state.counts,
    percent: state.percent,
    green: hasGreen(mechanism) ? state.green : null,
    raised,
    personal: raised || state.concerns ? personalOf(whyMasked(state, caller, around.above)) : null,
    ...around.view,
    recurring: viewRecurring(mechanism, state, { calendar, now }),
    between,
    helpers,
    pressing,
    targets: viewTargets(mechanism, state, { now, calendar }),
    gates: viewGates(mechanism, state),
    halts: viewHalts(mechanism, told),
    files,
    acts: choices(mechanism, state, caller, now, around.children),
    next: beforeAnswer(mechanism, state, { caller, unit: actingUnit(state, caller)?.unit ?? null, now }),
    story: told.story,
    earlier: told.earlier,
  };
}

/** The clocks as they stand: what each waits for, whether its last day was made a day off, and what is done of itself next. */
function viewClocks(mechanism: Mechanism, state: MatterState, { calendar, now }: { calendar: Calendar; now: Date }) {
  return state.clocks.map((c) => {
    const clock = viewClock(c, now, calendar);
    const runs = !clock.stoppedAt && !clock.pausedOn;
    const next = nextRung(state, c, mechanism, calendar, now);
    return {
      ...clock,
      waitsFor: waitsFor(c, mechanism),
      freed: runs ? freedFor(calendar, clock.due) : null,
      next: next && { ...doneAt(next.rung), day: next.day },
    };
  });
}

/** All stages of its mechanism, with when each was entered; `aside` those that no matter goes through in the ordinary way. */
function viewStages(mechanism: Mechanism, { entered }: MatterState): MatterView['stages'] {
  const ordinary = ordinaryStages(mechanism);
  return Object.entries(mechanism.stages).map(([key, { phase, name, told }]) => ({
    ...(told ? { told } : {}),
    key,
    ...name,
    phase,
    enteredAt: entered[key] ?? null,
    aside: !ordinary.has(key),
  }));
}

/** Its files, each with the act that brought it, and of which unit that was; `latest`: acts that were read already. */
async function viewFiles(
  tx: Tx,
  city: number,
  id: Uuid,
  { files }: MatterState,
  latest: readonly StoredAct[],
): Promise<MatterView['files']> {
  const actOf = new Map(files.map((f) => [f.id, f.act]));
  const read = new Map(latest.map((act) => [act.id, act]));
  const [kept, older] = await Promise.all([
    findFiles(tx, city, [...actOf.keys()]),
    findActs(
      tx,
      city,
      [...new Set(actOf.values())].filter((act) => !read.has(act)),
    ),
  ]);
  return kept.map((file) => {
    const act = actOf.get(file.id) ?? id;
    const brought = read.get(act) ?? older.get(act);
    return { ...file, act, unit: brought ? matterAct(brought).unit : null };
  });
}

/** The acts that end a clock in its own right: striking off ends every clock, and is named only where it is waited for. */
function waitsFor({ clock }: ClockState, { clocks }: Mechanism): ClockTold['waitsFor'] {
  const rule = clocks[clock];
  if (!rule) return [];
  // A finding taken back stops a clock for another to begin: nobody waits for it.
  return waitsToClose(rule) ? rule.until : rule.until.filter((kind) => kind !== 'close' && kind !== 'retract');
}

const personalOf = (masked: Problem | null): MatterView['personal'] => ({
  allowed: masked === null,
  code: masked?.code ?? null,
});

/** What was taken over from an earlier ledger, while it is what is known of the unit. */
const carriedOf = ({ carried }: MatterState): MatterView['carried'] =>
  carried && !carried.over
    ? {
        stands: carried.stands,
        book: carried.book,
        text: carried.text,
        doneOn: carried.doneOn,
        evidence: carried.evidence,
      }
    : null;

/** What a rung does, without when: the day is told instead. */
const doneAt = ({ at: _, ...rung }: Rung): Omit<Rung, 'at'> => rung;
