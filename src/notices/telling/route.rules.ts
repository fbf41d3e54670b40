import { reachOf, type SeatHeld } from '../../directory/index.ts';
import type { Day, Uuid } from '../../kernel/index.ts';
import { mayRead, mentioned, type MatterAct, type MatterState } from '../../matters/index.ts';
import type { NoticeKind, Why } from '../contract.ts';
import { holds } from './holds.rules.ts';
import {
  mayorsOf,
  namedFor,
  namedInHand,
  officeOf,
  ownersOf,
  reviewersOf,
  superiorsOf,
  type People,
} from './people.rules.ts';

/** One seat to be told one thing, and why this seat. */
export type Told = {
  readonly seat: Uuid;
  readonly account: Uuid;
  readonly kind: NoticeKind;
  readonly why: Why;
  readonly unit: Uuid | null;
  readonly due: Day | null;
};

type Saying = Pick<Told, 'kind' | 'unit' | 'due'>;

/** After so many reminders of one matter the unit's head hears of them too. */
const PATIENT_REMINDERS = 2;

/**
 * Who is told of an act, of what, and why they. To the owner first, to the superior only of what the owner let pass, never
 * to all; not to whoever acted, nor to anybody who may not read the matter, and not of what is no longer so. `matter` is the
 * matter as it is now, which may be some acts later. Pure.
 */
export function route(act: MatterAct, matter: MatterState, people: People): Told[] {
  // Whoever the act concerns anyway hears of that: they read the words in which they are named.
  const those = matter.sealed ? amongNamed(act, matter, people) : recipients(act, matter, people);
  const all = [...those, ...byName(act, people)];
  const actor = people.roster.find((s) => s.seat === act.seat);
  return fit(all, matter, people).filter((told) => told.seat !== act.seat && told.account !== actor?.account);
}

/**
 * Those to whom it may be said, and where it is still so; each seat once of a kind, by the first reason given. Of two kinds that
 * one act is to a seat, the first that its person wants is written: what is told of an act is told once.
 */
export function fit(all: readonly Told[], matter: MatterState, people: People): Told[] {
  const seats = new Map(people.roster.map((s) => [s.seat, s]));
  const fitting = all.filter((told) => {
    const held = seats.get(told.seat);
    if (!held || !holds(told, matter)) return false;
    return mayRead({ ...held, units: reachOf(people.units, held.unit) }, matter, people.above);
  });
  const same = (told: Told) => (first: Told) => first.seat === told.seat && first.kind === told.kind;
  return fitting.filter((told, i) => fitting.findIndex(same(told)) === i);
}

function recipients(act: MatterAct, matter: MatterState, people: People): Told[] {
  const given = act.given as { unit?: Uuid | null; seat?: Uuid };
  switch (act.kind) {
    case 'propose':
      return toSuperiors(people, say('drafted', act.unit));
    case 'reply':
      return act.effects.flatMap((effect) =>
        effect.do !== 'replied'
          ? []
          : effect.unit
            ? toOwners(people, say('replied', effect.unit))
            : toOffice(people, say('replied', null)),
      );
    case 'note':
    case 'attach': {
      if (!matter.originators.some(({ id }) => id === act.seat)) return [];
      const lead = leadOf(matter);
      return lead ? toOwners(people, say('added', lead)) : toOffice(people, say('added', null));
    }
    case 'evaluate':
      return act.effects.some((effect) => effect.do === 'stage' && effect.phase !== 'closed')
        ? toOffice(people, say('disputed', null))
        : [];
    case 'callback':
      // Heard by another program's people: the office that called knows already.
      return act.seat === null && act.effects.some((effect) => effect.do === 'callback' && effect.no)
        ? toOffice(people, say('disputed', null))
        : [];
    case 'exclude':
      return to(reviewersOf(people), 'office', say('exclusion-proposed', null));
    case 'assign':
    case 'return':
    case 'reopen':
      return act.effects.flatMap((effect) =>
        effect.do === 'unit' && (effect.stance === 'assigned' || effect.stance === 'returned')
          ? toOwners(people, say(effect.stance, effect.unit))
          : [],
      );
    case 'refuse':
      return toOffice(people, say('refused', act.unit));
    case 'answer':
      // A higher seat answers for the whole too, and for no unit.
      return act.unit === null || matter.units.some((u) => u.unit === act.unit && u.part === 'lead')
        ? toOffice(people, say('answered', act.unit))
        : [];
    case 'extend':
      return toOffice(people, say('extension-asked', act.unit));
    case 'grant':
    case 'deny':
      return given.unit ? toOwners(people, say('extension-decided', given.unit)) : [];
    case 'appoint':
      // Somebody else may have been appointed meanwhile.
      return matter.appointed && matter.appointed.seat === given.seat
        ? toSeat(people, given.seat, say('appointed', matter.appointed.unit), 'owner')
        : [];
    case 'involve': {
      // Another may have to be appointed, or it is decided that it does not matter: by whoever answers for the unit, or the office.
      const lead = leadOf(matter);
      const seats = act.effects.flatMap((effect) => (effect.do === 'parties' ? (effect.conflicts ?? []) : []));
      if (!seats.length) return [];
      return [
        ...(lead ? ofUnit(people, say('conflicted', lead)) : []),
        ...toOffice(people, say('conflicted', lead ?? null)),
        ...seats.flatMap(({ seat }) => toSeat(people, seat, say('conflicted', null), asOf(seat, matter))),
      ];
    }
    case 'inspect': {
      // What was found wrong is put right by who builds; that the work stands still is for whoever answers for them to know.
      const lead = leadOf(matter);
      return act.effects.flatMap((effect) => {
        if (effect.do !== 'inspection' || effect.passed || !lead) return [];
        return effect.halt ? ofUnit(people, say('halted', lead)) : toOwners(people, say('gate-failed', lead));
      });
    }
    case 'clear':
      return toSeat(people, given.seat!, say('cleared', null), asOf(given.seat!, matter));
    case 'convene':
      // Whoever arranges it knows; whoever was asked to help is to be there.
      return matter.arranged?.act === act.id
        ? toHelpers(people, matter, say('session', null, matter.arranged.meetOn))
        : [];
    case 'breach': {
      // Who mediates has found it; what follows, a court perhaps, is for whoever answers for the unit to know.
      const lead = leadOf(matter);
      return lead ? ofUnit(people, say('broken', lead)) : [];
    }
    case 'retract': {
      // Whoever believed what was found is to know that it was wrong: the unit, the office, and those who help either side.
      const lead = leadOf(matter);
      return [
        ...(lead ? ofUnit(people, say('retracted', lead)) : []),
        ...toOffice(people, say('retracted', lead ?? null)),
        ...toHelpers(people, matter, say('retracted', null)),
      ];
    }
    case 'waive':
      return toOffice(people, say('waived', act.unit));
    case 'exempt':
    case 'revise': {
      const lead = leadOf(matter);
      return lead ? toOwners(people, say(act.kind === 'exempt' ? 'exempted' : 'revised', lead)) : [];
    }
    case 'help':
      return act.effects.flatMap((effect) =>
        effect.do === 'help' ? toSeat(people, effect.seat, say('helping', act.unit), 'helper') : [],
      );
    case 'join':
      // What they have in hand goes on elsewhere: nobody goes on working on it.
      return matter.units
        .filter(({ stance }) => stance !== 'refused')
        .flatMap(({ unit }) => toOwners(people, say('joined', unit)));
    case 'slip':
      // What the ladder does is told as the rung says, by whoever climbed it.
      return act.effects.flatMap((effect) =>
        effect.do === 'slip' && !byLadder(act) ? ofUnit(people, say('slipped', effect.unit)) : [],
      );
    case 'list': {
      const lead = leadOf(matter);
      return byLadder(act) || !lead ? [] : ofUnit(people, say('listed', lead));
    }
    case 'raise': {
      const lead = leadOf(matter);
      if (byLadder(act)) return [];
      return [
        ...toSeat(people, given.seat!, say('raised', lead ?? null)),
        ...(lead ? ofUnit(people, say('raised', lead)) : []),
      ];
    }
    case 'remind':
      if (byLadder(act)) return [];
      return (given.unit ? [given.unit] : matter.units.map((u) => u.unit)).flatMap((unit) => [
        ...toOwners(people, say('reminded', unit)),
        ...(matter.counts.reminders >= PATIENT_REMINDERS ? toSuperiors(people, say('reminded', unit)) : []),
      ]);
    case 'instruct': {
      const lead = leadOf(matter);
      const unit = lead
        ? [...toOwners(people, say('instructed', lead)), ...toSuperiors(people, say('instructed', lead))]
        : [];
      return [...unit, ...toOffice(people, say('instructed', lead ?? null))];
    }
    default:
      return [];
  }
}

/** Who of those named for a sealed matter is told of an act; nobody else is. */
function amongNamed(act: MatterAct, matter: MatterState, people: People): Told[] {
  const hand = (kind: NoticeKind) => toNamed(people, matter, say(kind, null));
  const all = (kind: NoticeKind) => toAllNamed(people, matter, say(kind, null));
  switch (act.kind) {
    case 'register':
    case 'help':
      return act.effects.flatMap((effect) =>
        effect.do === 'help' ? toSeat(people, effect.seat, say('helping', null), 'helper') : [],
      );
    case 'reply':
      return hand('replied');
    case 'note':
    case 'attach':
      return matter.originators.some(({ id }) => id === act.seat) ? hand('added') : [];
    case 'answer':
      return all('answered');
    case 'instruct':
      return all('instructed');
    case 'slip':
      return byLadder(act) ? [] : all('slipped');
    case 'list':
      return byLadder(act) ? [] : all('listed');
    case 'remind':
      return byLadder(act) ? [] : all('reminded');
    case 'raise':
      if (byLadder(act)) return [];
      return [...toSeat(people, (act.given as { seat: Uuid }).seat, say('raised', null)), ...all('raised')];
    default:
      return [];
  }
}

/** As what somebody takes part who must be impartial. */
const asOf = (seat: Uuid, { appointed }: MatterState): Why => (appointed?.seat === seat ? 'owner' : 'helper');

const byLadder = (act: MatterAct): boolean => act.seat === null;

/** Those who do the unit's work, and those who answer for it. */
const ofUnit = (people: People, saying: Saying): Told[] => [
  ...toOwners(people, saying),
  ...toSuperiors(people, saying),
];

/** Those whom the words of an act call by name. */
function byName(act: MatterAct, { roster }: People): Told[] {
  const seats = mentioned(act.given);
  const called = seats.length ? roster.filter((s) => seats.includes(s.seat)) : [];
  return to(called, 'named', say('mentioned', act.unit));
}

const leadOf = ({ units }: MatterState): Uuid | undefined => units.find((u) => u.part === 'lead')?.unit;

const say = (kind: NoticeKind, unit: Uuid | null, due: Day | null = null): Saying => ({ kind, unit, due });

const to = (seats: readonly SeatHeld[], why: Why, saying: Saying): Told[] =>
  seats.map(({ seat, account }) => ({ seat, account, why, ...saying }));

/** Those who do the work of the unit that it is about. */
export function toOwners(people: People, saying: Saying): Told[] {
  if (saying.unit === null) return [];
  const { seats, taken } = ownersOf(people, saying.unit);
  return to(seats, taken ? 'owner' : 'unit', saying);
}

/** Those who answer for the unit that it is about. */
export const toSuperiors = (people: People, saying: Saying): Told[] =>
  saying.unit === null ? [] : to(superiorsOf(people, saying.unit), 'superior', saying);

/** The city's leaders. */
export const toMayors = (people: People, saying: Saying): Told[] => to(mayorsOf(people), 'mayor', saying);

/** Whoever of those named for a sealed matter has it in hand; before anybody has, all of them. */
export const toNamed = (people: People, matter: MatterState, saying: Saying): Told[] =>
  to(namedInHand(people, matter), 'helper', saying);

/** All who are named for a sealed matter. */
export const toAllNamed = (people: People, matter: MatterState, saying: Saying): Told[] =>
  to(namedFor(people, matter), 'helper', saying);

/** One seat: the one to which the matter is raised, or another for the reason given. */
export const toSeat = (people: People, seat: Uuid, saying: Saying, why: Why = 'raised'): Told[] =>
  to(
    people.roster.filter((s) => s.seat === seat),
    why,
    saying,
  );

/** Whoever was asked to help with the matter. */
export const toHelpers = (people: People, { helpers }: Pick<MatterState, 'helpers'>, saying: Saying): Told[] =>
  helpers.flatMap(({ seat }) => toSeat(people, seat, saying, 'helper'));

/** Whoever in the supervision office has the matter. */
export const toOffice = (people: People, saying: Saying): Told[] => to(officeOf(people), 'office', saying);
/** The same of the time that runs on after the unit has refused: it is the office's own, though the clock is still called by the unit. */
export const toOfficeRefused = (people: People, saying: Saying): Told[] => to(officeOf(people), 'refused', saying);
