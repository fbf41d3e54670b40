import { dayOf, type Day, type Uuid } from '../../kernel/index.ts';
import { bitsOf, common, type Mark, type Mechanism, type Moment } from '../../mechanism/index.ts';
import { inTime } from '../life/ends.rules.ts';
import { isCarriedDone } from '../catalogues/carried.rules.ts';
import { mayHear } from '../matter.policy.ts';
import { gateMarks } from '../gates/gate-marks.rules.ts';
import { answeredLate, answers, standing, standsAsBefore } from '../life/former.rules.ts';
import type { Standing, UnitState } from '../life/state-parts.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import { targetMarks } from '../targets/target-marks.rules.ts';

/** What a matter counts as, by its state alone. `marks`: the bits of `src/mechanism/mark.rules.ts`. */
export type Fact = {
  mechanism: string;
  lead: Uuid | null;
  /** The codes of its category, from the top down to its own. */
  category: readonly string[];
  channel: string | null;
  /** Whoever raised it first. */
  originator: Uuid | null;
  marks: number;
  bounces: number;
  returns: number;
  reopenings: number;
  /** The money at stake, in fen. */
  amount: number | null;
  /** The day of the answer that stands to whoever raised it. */
  answer: Day | null;
  /** The day since which it was in the other that it was answered in and is parted from: with a unit by then, where it was with none before. */
  there: Day | null;
  /** It goes on in another and is counted there. */
  joined: boolean;
  registeredOn: Day;
  /** The moment that puts it into a period. */
  by: Moment;
  /** It was struck off without an answer: where that moment never came, the day of that puts it into one. */
  struck: boolean;
};

/** A fact from a moment on, with the days of what came to pass first; `countedOn` is null where no period counts it. */
export type FactSince = Fact & {
  since: string;
  assignedOn: Day | null;
  acceptedOn: Day | null;
  answeredOn: Day | null;
  closedOn: Day | null;
  countedOn: Day | null;
};

/** The fact that a state stands for. What implies what is as the check of mechanisms relies on. */
export function factOf(state: MatterState, mechanism: Mechanism): Fact {
  const there = standsAsBefore(state) ? state.former?.there : undefined;
  return {
    mechanism: state.mechanism,
    lead: leadCounted(state)?.unit ?? null,
    category: state.category?.way ?? [],
    channel: state.channel,
    originator: state.originators.find(({ through }) => through === undefined)?.id ?? null,
    marks: bitsOf(marksOf(state, mechanism)),
    bounces: state.counts.bounces,
    returns: state.counts.returns,
    reopenings: state.counts.reopenings,
    amount: state.amount,
    answer: dayAt(state.answer?.at ?? there?.answered),
    there: dayAt(there?.since),
    joined: state.joined !== null,
    registeredOn: dayOf(new Date(state.registeredAt)),
    by: mechanism.countedBy ?? 'registered',
    struck: state.struck !== undefined && state.phase === 'closed',
  };
}

const dayAt = (at: string | undefined): Day | null => (at === undefined ? null : dayOf(new Date(at)));

/** The unit that it counts with: the lead; taken up again, the one whose answer it was, until another has answered. */
function leadCounted(state: MatterState): Pick<UnitState, 'unit' | 'stance'> | undefined {
  const lead = state.units.find((u) => u.part === 'lead');
  const before = standsAsBefore(state) ? state.former?.lead : null;
  return before && before !== lead?.unit ? { unit: before, stance: 'returned' } : lead;
}

function marksOf(state: MatterState, mechanism: Mechanism): Mark[] {
  const { phase, counts, category, settlement, outcome } = state;
  const lead = leadCounted(state);
  // Struck off without an answer is not answered.
  // Having nothing to do here is no answer.
  const waived = state.waiver !== null && state.waiver.granted !== false;
  // What was answered once is so while it is taken up again, and what was said of that stands until it is said anew.
  const again = standsAsBefore(state);
  const answered =
    lead !== undefined &&
    !waived &&
    (again || phase === 'answered' || (phase === 'closed' && ANSWERED.has(lead.stance)));
  const stands = standing(state);
  const late = answeredLate(state, lead?.unit, mechanism) || state.former?.late === true;
  // By the act that tells of it: a fact is of what acts say, and never of the moment at which somebody counts.
  const ranOut = state.clocks.some(
    (c) =>
      !c.stoppedAt &&
      !c.paused &&
      !c.aside &&
      !c.lapses &&
      (c.unit === lead?.unit || !c.unit) &&
      answers(mechanism, c.clock) &&
      !inTime(c, new Date(state.updatedAt)),
  );
  // Whether what an earlier ledger calls done was done in time nobody knows.
  const carried = answered && isCarriedDone(state);
  const judged = answered ? judgement(stands) : null;
  const set: readonly (readonly [boolean, Mark])[] = [
    [true, 'registered'],
    [category !== null, 'classified'],
    [lead !== undefined, 'assigned'],
    [answered || (lead !== undefined && !AWAY.has(lead.stance)), 'accepted'],
    [answered, 'answered'],
    [phase === 'closed', 'closed'],
    // In time was every answer that it owed: taken up again, it is so until that time runs out too.
    [answered && !late && !(again && ranOut) && !carried, 'in-time'],
    [answered && late && !carried, 'late'],
    [lead !== undefined && !waived && !carried && (answered || late || ranOut), 'due'],
    [counts.bounces > 0, 'bounced'],
    [counts.returns > 0, 'returned'],
    [counts.reopenings > 0, 'reopened'],
    [answered && stands.excluded, 'excluded'],
    [answered && stands.callback?.reached === true, 'called-back'],
    [judged !== null, 'heard'],
    [judged !== null && judged.stars !== null, 'evaluated'],
    [answered && isKept(stands, state), 'kept-from-units'],
    [judged?.solved === true, 'solved'],
    [judged?.solved === false, 'unsolved'],
    [judged?.satisfied === true, 'satisfied'],
    [judged?.satisfied === false, 'dissatisfied'],
    [answered && settlement !== null, 'settled'],
    [outcome?.how === 'failed', 'failed'],
    [outcome?.how === 'dropped', 'dropped'],
    [outcome?.how === 'referred', 'referred'],
    [answered && (settlement?.obligations.some((o) => o.state === 'broken') ?? false), 'broken'],
    [answered && settlement?.confirmation != null, 'confirmed'],
    [phase === 'closed' && state.waiver?.granted === true, 'exempt'],
    [phase === 'closed' && state.gain !== null, 'gained'],
    [state.green, 'green'],
    [carried, 'carried'],
    ...targetMarks(state),
    ...gateMarks(state, mechanism),
    ...STARS.map(([mark, n]) => [(judged?.stars ?? 0) >= n, mark] as const),
  ];
  return set.flatMap(([is, mark]) => (is ? [mark] : []));
}

/** Whether a judgement of it that counts is kept from the units, as from a seat of one that neither oversees nor judged. */
const isKept = ({ evaluations }: Standing, { originators }: MatterState): boolean =>
  evaluations.some((one) => !mayHear(A_UNIT, one, originators));
const A_UNIT = { role: 'head', seat: '00000000-0000-0000-0000-000000000000' } as const;

const ANSWERED: ReadonlySet<string> = new Set(['answered', 'done']);
const AWAY: ReadonlySet<string> = new Set(['assigned', 'refused']);
const STARS = [
  ['stars-1', 1],
  ['stars-2', 2],
  ['stars-3', 3],
  ['stars-4', 4],
  ['stars-5', 5],
] as const satisfies readonly (readonly [Mark, number])[];

/**
 * What those who raised it say of it: of several the least content. What was heard of them on the phone counts where it is less
 * content still, or where they said nothing themselves (docs/adr/0495-what-is-heard-makes-no-yes-of-a-no.md). Null where nobody said
 * anything, which is never taken for praise.
 */
function judgement({ evaluations, callback }: Standing): {
  stars: number | null;
  solved: boolean | null;
  satisfied: boolean | null;
} | null {
  const said = evaluations.length
    ? {
        stars: Math.min(...evaluations.map(({ stars }) => stars)),
        solved: evaluations.every(({ solved }) => solved),
        satisfied: evaluations.every(({ satisfied }) => satisfied),
      }
    : null;
  const [solved, satisfied] = [callback?.solved ?? null, callback?.satisfied ?? null];
  if (said === null && solved === null && satisfied === null) return null;
  return {
    stars: said?.stars ?? null,
    solved: leastOf(said?.solved ?? null, solved),
    satisfied: leastOf(said?.satisfied ?? null, satisfied),
  };
}

/** A no of either is a no; null where neither said anything. */
const leastOf = (one: boolean | null, other: boolean | null): boolean | null =>
  one === null || other === null ? (one ?? other) : one && other;

/** Whether an act changed what a matter counts as. */
export const sameFact = (a: Fact, b: Fact): boolean =>
  a.lead === b.lead &&
  a.marks === b.marks &&
  a.channel === b.channel &&
  a.originator === b.originator &&
  a.bounces === b.bounces &&
  a.returns === b.returns &&
  a.reopenings === b.reopenings &&
  a.amount === b.amount &&
  a.answer === b.answer &&
  a.there === b.there &&
  a.joined === b.joined &&
  a.category.join('/') === b.category.join('/');

/** A fact from an act on. The statement that writes it after an act takes what came first from the row before; see `fact.store.ts`. */
export function factSince(before: FactSince | null, fact: Fact, at: string): FactSince {
  const day = dayOf(new Date(at));
  const has = (mark: Mark): boolean => common(fact.marks, bitsOf([mark])) !== 0;
  const first = (mark: Mark, known: Day | null | undefined): Day | null =>
    known ?? (has(mark) ? (fact.there ?? day) : null);
  // An answer that was sent back is none any more, nor is what was taken up again closed.
  const whileSo = (mark: Mark, known: Day | null | undefined): Day | null => (has(mark) ? (known ?? day) : null);
  const days = {
    registered: fact.registeredOn,
    assigned: first('assigned', before?.assignedOn),
    accepted: first('accepted', before?.acceptedOn),
    answered: whileSo('answered', fact.answer ?? before?.answeredOn),
    closed: whileSo('closed', before?.closedOn),
  };
  return {
    ...fact,
    since: at,
    assignedOn: days.assigned,
    acceptedOn: days.accepted,
    answeredOn: days.answered,
    closedOn: days.closed,
    countedOn: fact.joined ? null : (days[fact.by] ?? (fact.struck ? days.closed : null)),
  };
}

/** Gathers what a matter counted as, from its first act to its last: `take` is shown each state in turn. Of two of one instant the later stands. */
export function factsOf(mechanism: Mechanism): { take: (state: MatterState) => void; all: FactSince[] } {
  const all: FactSince[] = [];
  const take = (state: MatterState): void => {
    const last = all.at(-1) ?? null;
    const fact = factOf(state, mechanism);
    if (last && sameFact(last, fact)) return;
    const next = factSince(last, fact, state.updatedAt);
    if (last?.since === next.since) all[all.length - 1] = next;
    else all.push(next);
  };
  return { take, all };
}
