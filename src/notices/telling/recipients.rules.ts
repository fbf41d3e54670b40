import type { Uuid } from '../../kernel/index.ts';
import type { MatterAct, MatterState } from '../../matters/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { Why } from '../contract.ts';
import type { People } from './people.rules.ts';
import {
  byLadder,
  leadOf,
  ofUnit,
  say,
  toHelpers,
  toOffice,
  toOwners,
  toReviewers,
  toSeat,
  toSuperiors,
  type Told,
} from './told.rules.ts';

type Teller = (act: MatterAct, matter: MatterState, people: People) => Told[];

/** After so many reminders of one matter the unit's head hears of them too. */
const PATIENT_REMINDERS = 2;

const givenBy = ({ given }: MatterAct) => given as { unit?: Uuid | null; seat?: Uuid };

/** As what somebody takes part who must be impartial. */
const asOf = (seat: Uuid, { appointed }: MatterState): Why => (appointed?.seat === seat ? 'owner' : 'helper');

const whatIsAdded: Teller = (act, matter, people) => {
  if (!matter.originators.some(({ id }) => id === act.seat)) return [];
  const lead = leadOf(matter);
  return lead ? toOwners(people, say('added', lead)) : toOffice(people, say('added', null));
};

const whatIsAssigned: Teller = (act, _, people) =>
  act.effects.flatMap((effect) =>
    effect.do === 'unit' && (effect.stance === 'assigned' || effect.stance === 'returned')
      ? toOwners(people, say(effect.stance, effect.unit))
      : [],
  );

const whatIsDecided: Teller = (act, _, people) => {
  const given = givenBy(act);
  return given.unit ? toOwners(people, say('extension-decided', given.unit)) : [];
};

const whatIsOtherwise: Teller = (act, matter, people) => {
  const lead = leadOf(matter);
  return lead ? toOwners(people, say(act.kind === 'exempt' ? 'exempted' : 'revised', lead)) : [];
};

/** Another may have to be appointed, or it is decided that it does not matter: by whoever answers for the unit, or the office. */
const whoIsHeldBack: Teller = (act, matter, people) => {
  const lead = leadOf(matter);
  const seats = act.effects.flatMap((effect) =>
    effect.do === 'parties' || effect.do === 'recuse' ? (effect.conflicts ?? []) : [],
  );
  if (!seats.length) return [];
  return [
    ...(lead ? ofUnit(people, say('conflicted', lead)) : []),
    ...toOffice(people, say('conflicted', lead ?? null)),
    ...seats.flatMap(({ seat }) => toSeat(people, seat, say('conflicted', null), asOf(seat, matter))),
  ];
};

/** Whom each kind of act concerns; one that is not here tells nobody but whom its words call by name. */
const RECIPIENTS: { readonly [K in ActKind]?: Teller } = {
  propose: (act, _, people) => toSuperiors(people, say('drafted', act.unit)),
  reply: (act, _, people) =>
    act.effects.flatMap((effect) =>
      effect.do !== 'replied'
        ? []
        : effect.unit
          ? toOwners(people, say('replied', effect.unit))
          : toOffice(people, say('replied', null)),
    ),
  note: whatIsAdded,
  attach: whatIsAdded,
  evaluate: (act, _, people) =>
    act.effects.some((effect) => effect.do === 'stage' && effect.phase !== 'closed')
      ? toOffice(people, say('disputed', null))
      : [],
  callback: (act, _, people) => {
    // Heard by another program's people: the office that called knows already.
    return act.seat === null && act.effects.some((effect) => effect.do === 'callback' && effect.no)
      ? toOffice(people, say('disputed', null))
      : [];
  },
  exclude: (_, __, people) => toReviewers(people, say('exclusion-proposed', null)),
  assign: whatIsAssigned,
  return: whatIsAssigned,
  reopen: whatIsAssigned,
  refuse: (act, _, people) => toOffice(people, say('refused', act.unit)),
  answer: (act, matter, people) => {
    // A higher seat answers for the whole too, and for no unit.
    return act.unit === null || matter.units.some((u) => u.unit === act.unit && u.part === 'lead')
      ? toOffice(people, say('answered', act.unit))
      : [];
  },
  extend: (act, _, people) => toOffice(people, say('extension-asked', act.unit)),
  grant: whatIsDecided,
  deny: whatIsDecided,
  appoint: (act, matter, people) => {
    const given = givenBy(act);
    // Somebody else may have been appointed meanwhile.
    return matter.appointed && matter.appointed.seat === given.seat
      ? toSeat(people, given.seat, say('appointed', matter.appointed.unit), 'owner')
      : [];
  },
  involve: whoIsHeldBack,
  recuse: whoIsHeldBack,
  inspect: (act, matter, people) => {
    // What was found wrong is put right by who builds; that the work stands still is for whoever answers for them to know.
    const lead = leadOf(matter);
    return act.effects.flatMap((effect) => {
      if (effect.do !== 'inspection' || !lead) return [];
      // Who was told to stop is told to go on.
      if (effect.passed) return effect.lifts ? ofUnit(people, say('unhalted', lead)) : [];
      return effect.halt ? ofUnit(people, say('halted', lead)) : toOwners(people, say('gate-failed', lead));
    });
  },
  clear: (act, matter, people) => {
    const given = givenBy(act);
    return toSeat(people, given.seat!, say('cleared', null), asOf(given.seat!, matter));
  },
  convene: (act, matter, people) => {
    // Whoever arranges it knows; whoever was asked to help is to be there.
    return matter.arranged?.act === act.id
      ? toHelpers(people, matter, say('session', null, matter.arranged.meetOn))
      : [];
  },
  breach: (_, matter, people) => {
    // Who mediates has found it; what follows, a court perhaps, is for whoever answers for the unit to know.
    const lead = leadOf(matter);
    return lead ? ofUnit(people, say('broken', lead)) : [];
  },
  retract: (_, matter, people) => {
    // Whoever believed what was found is to know that it was wrong: the unit, the office, and those who help either side.
    const lead = leadOf(matter);
    return [
      ...(lead ? ofUnit(people, say('retracted', lead)) : []),
      ...toOffice(people, say('retracted', lead ?? null)),
      ...toHelpers(people, matter, say('retracted', null)),
    ];
  },
  waive: (act, _, people) => toOffice(people, say('waived', act.unit)),
  exempt: whatIsOtherwise,
  revise: whatIsOtherwise,
  help: (act, _, people) =>
    act.effects.flatMap((effect) =>
      effect.do === 'help' ? toSeat(people, effect.seat, say('helping', act.unit), 'helper') : [],
    ),
  join: (_, matter, people) => {
    // What they have in hand goes on elsewhere: nobody goes on working on it.
    return matter.units
      .filter(({ stance }) => stance !== 'refused')
      .flatMap(({ unit }) => toOwners(people, say('joined', unit)));
  },
  slip: (act, _, people) => {
    // What the ladder does is told as the rung says, by whoever climbed it.
    return act.effects.flatMap((effect) =>
      effect.do === 'slip' && !byLadder(act) ? ofUnit(people, say('slipped', effect.unit)) : [],
    );
  },
  list: (act, matter, people) => {
    const lead = leadOf(matter);
    return byLadder(act) || !lead ? [] : ofUnit(people, say('listed', lead));
  },
  raise: (act, matter, people) => {
    const given = givenBy(act);
    const lead = leadOf(matter);
    if (byLadder(act)) return [];
    return [
      ...toSeat(people, given.seat!, say('raised', lead ?? null)),
      ...(lead ? ofUnit(people, say('raised', lead)) : []),
    ];
  },
  remind: (act, matter, people) => {
    const { unit } = givenBy(act);
    if (byLadder(act)) return [];
    return (unit ? [unit] : matter.units.map((u) => u.unit)).flatMap((each) => [
      ...toOwners(people, say('reminded', each)),
      ...(matter.counts.reminders >= PATIENT_REMINDERS ? toSuperiors(people, say('reminded', each)) : []),
    ]);
  },
  instruct: (_, matter, people) => {
    const lead = leadOf(matter);
    const unit = lead
      ? [...toOwners(people, say('instructed', lead)), ...toSuperiors(people, say('instructed', lead))]
      : [];
    return [...unit, ...toOffice(people, say('instructed', lead ?? null))];
  },
};

/** Those whom an act concerns, before it is asked who of them may read it. */
export const recipients: Teller = (act, matter, people) => RECIPIENTS[act.kind as ActKind]?.(act, matter, people) ?? [];
