import { dayOf, no, ok, problem, type Day, type Problem, type Result } from '../../kernel/index.ts';
import { keptUntilMidnight, requiredSides } from '../../mechanism/index.ts';
import type { Obligation, Outcome, Settlement } from '../parties/between-state.rules.ts';
import { emptySides } from '../parties/parties.rules.ts';
import type { Checked } from '../life/ask.rules.ts';
import type { Given } from '../life/given.contract.ts';
import { backTo, isUnasked, lastDayToConfirm, openObligations } from './open.rules.ts';
import { inTime } from '../life/ends.rules.ts';
import type { Effect, MatterAct } from '../life/effect.rules.ts';
import { madeBy, said, type Folds } from '../life/folds.rules.ts';
import type { MatterState } from '../life/state.rules.ts';

/** What the acts around an agreement have follow, besides stage and clocks. */
export function decideSettlement(state: MatterState, ask: Checked): Result<Effect[]> {
  switch (ask.kind) {
    case 'settle':
      return settle(state, ask as Checked<'settle'>);
    case 'keep':
    case 'breach':
      return found(state, ask as Checked<'keep'> | Checked<'breach'>);
    case 'retract':
      return retract(state, ask as Checked<'retract'>);
    case 'confirm':
      return confirm(state, ask as Checked<'confirm'>);
    case 'rule':
      return rule(state, ask as Checked<'rule'>);
    default:
      return ok([{ do: 'outcome' }]);
  }
}

/**
 * An agreement binds who signed it: somebody of each side that must be there has, and whoever promises anything, a third party too, on a day that has come, and what is promised falls due then or later.
 * Refuses `matter.side-is-empty`, `matter.no-such-party`, `matter.side-not-signed`, `matter.obligation-unsigned`,
 * `matter.signed-in-future`, `matter.obligation-before-signing`, `matter.obligation-of-nothing`, and as {@link whyUnwatched}.
 */
function settle(state: MatterState, { given, mechanism, now }: Checked<'settle'>): Result<Effect[]> {
  const sides = mechanism.parties?.sides ?? {};
  const names = (keys: readonly string[]) => keys.map((key) => sides[key]?.zh ?? key);
  const required = requiredSides(mechanism.parties);
  const empty = emptySides(required, state.parties);
  if (empty.length) return no(problem('matter.side-is-empty', { sides: names(empty) }));
  const party = (n: number) => state.parties.find((one) => one.n === n);
  const strange = [...given.signed, ...given.obligations.map((o) => o.party)].find((n) => !party(n));
  if (strange !== undefined) return no(problem('matter.no-such-party', { n: strange }, { pointer: '/given/signed' }));
  const unsigned = required.filter((side) => !given.signed.some((n) => party(n)?.side === side));
  if (unsigned.length)
    return no(problem('matter.side-not-signed', { sides: names(unsigned) }, { pointer: '/given/signed' }));
  const unbound = given.obligations.findIndex(({ party: n }) => !given.signed.includes(n));
  if (unbound >= 0) {
    const { name } = party(given.obligations[unbound]!.party)!;
    return no(problem('matter.obligation-unsigned', { name }, { pointer: `/given/obligations/${unbound}/party` }));
  }
  const today = dayOf(now);
  if (given.signedOn > today)
    return no(problem('matter.signed-in-future', { day: given.signedOn, today }, { pointer: '/given/signedOn' }));
  const early = given.obligations.findIndex(({ due }) => due < given.signedOn);
  if (early >= 0)
    return no(
      problem(
        'matter.obligation-before-signing',
        { due: given.obligations[early]!.due, signedOn: given.signedOn },
        { pointer: `/given/obligations/${early}/due` },
      ),
    );
  // Whoever owes nothing has promised no money; how much is not known yet is left out.
  const free = given.obligations.findIndex(({ amount }) => amount === 0);
  if (free >= 0)
    return no(
      problem('matter.obligation-of-nothing', { n: free + 1 }, { pointer: `/given/obligations/${free}/amount` }),
    );
  const unwatched = whyUnwatched(given);
  if (unwatched) return no(unwatched);
  const lead = state.units.find((u) => u.part === 'lead');
  return ok([
    { do: 'agree' },
    ...(lead ? [{ do: 'unit' as const, unit: lead.unit, part: lead.part, stance: 'answered' as const }] : []),
  ]);
}

/**
 * An agreement in which nobody promises anything for later says why: `matter.nothing-to-watch`. One with promises has them watched, and
 * says nothing of the kind: `matter.watched-all-the-same`. It was either or: `matter.at-once-and-unwatched`.
 */
function whyUnwatched({ obligations, atOnce, unwatched }: Given<'settle'>): Problem | null {
  const [done, why] = [atOnce === true, unwatched != null];
  const refused = (code: string, field: string) =>
    problem(`matter.${code}`, {}, { status: 400, pointer: `/given/${field}` });
  if (obligations.length > 0) return done || why ? refused('watched-all-the-same', 'obligations') : null;
  if (done && why) return refused('at-once-and-unwatched', 'unwatched');
  return done || why ? null : refused('nothing-to-watch', 'obligations');
}

/**
 * Found to be kept or broken, once: what is still open; or kept though it was broken. Nothing is broken before its day is over, unless the party
 * refuses outright. Refuses `matter.no-such-obligation`, `matter.obligation-told` and `matter.breach-before-due`.
 */
function found(state: MatterState, ask: Checked<'keep'> | Checked<'breach'>): Result<Effect[]> {
  const { kind, given, mechanism, now } = ask;
  const one = state.settlement?.obligations.find(({ n }) => n === given.obligation);
  const pointer = '/given/obligation';
  if (!one) return no(problem('matter.no-such-obligation', { n: given.obligation }, { pointer }));
  // What was broken may be kept after all, late: that it was broken stays in the story.
  if (one.state === 'kept' || (one.state === 'broken' && kind === 'breach'))
    return no(problem('matter.obligation-told', { n: one.n }, { pointer }));
  const { due } = one;
  if ('reason' in given && !given.outright && inTime({ due, wholeDay: keptUntilMidnight(mechanism) }, now))
    return no(problem('matter.breach-before-due', { due }, { pointer: '/given/outright' }));
  return ok([{ do: 'obligation', n: one.n, state: kind === 'keep' ? 'kept' : 'broken' }]);
}

/** Takes back what was wrongly found of a promise; refuses `matter.no-such-obligation` and `matter.obligation-untold`. */
function retract(state: MatterState, { given, mechanism, now }: Checked<'retract'>): Result<Effect[]> {
  const one = state.settlement?.obligations.find(({ n }) => n === given.obligation);
  const pointer = '/given/obligation';
  if (!one) return no(problem('matter.no-such-obligation', { n: given.obligation }, { pointer }));
  if (one.state === 'open') return no(problem('matter.obligation-untold', { n: one.n }, { pointer }));
  return ok([{ do: 'obligation', n: one.n, state: backTo(one, mechanism, now), back: true }]);
}

/**
 * That a court was asked, or asked anew, or that what was noted of it is put right. Refuses `matter.applied-in-future`, `matter.applied-before-signing`,
 * `matter.confirm-too-late`, `matter.applied-after-ruling` and, where it says the same again, `matter.confirmed-already`.
 */
function confirm(state: MatterState, { given, now }: Checked<'confirm'>): Result<Effect[]> {
  const today = dayOf(now);
  const pointer = '/given/appliedOn';
  if (given.appliedOn > today)
    return no(problem('matter.applied-in-future', { day: given.appliedOn, today }, { pointer }));
  const signedOn = state.settlement?.signedOn;
  if (signedOn !== undefined && given.appliedOn < signedOn)
    return no(problem('matter.applied-before-signing', { day: given.appliedOn, signedOn }, { pointer }));
  const last = lastDayToConfirm(state);
  if (last !== null && given.appliedOn > last)
    return no(problem('matter.confirm-too-late', { day: given.appliedOn, last }, { pointer }));
  const { settlement } = state;
  const before = settlement?.confirmation;
  const { court, appliedOn, number = null } = given;
  if (before && before.court === court && before.appliedOn === appliedOn && before.number === number)
    return no(problem('matter.confirmed-already', { court }));
  const ruledOn = settlement && !isUnasked(settlement) ? before?.ruling?.ruledOn : undefined;
  if (ruledOn !== undefined && appliedOn > ruledOn)
    return no(problem('matter.applied-after-ruling', { day: appliedOn, ruledOn }, { pointer }));
  return ok([{ do: 'confirm' }]);
}

/** What the court ruled, or that what was noted of it is put right. Refuses `matter.ruled-in-future`, `matter.ruled-before-applied` and, where it says the same again, `matter.ruled-already`. */
function rule({ settlement }: MatterState, { given, now }: Checked<'rule'>): Result<Effect[]> {
  const { outcome, ruledOn, number } = given;
  const today = dayOf(now);
  const pointer = '/given/ruledOn';
  if (ruledOn > today) return no(problem('matter.ruled-in-future', { day: ruledOn, today }, { pointer }));
  const { appliedOn, ruling } = settlement!.confirmation!;
  if (ruledOn < appliedOn) return no(problem('matter.ruled-before-applied', { day: ruledOn, appliedOn }, { pointer }));
  if (ruling?.outcome === outcome && ruling.ruledOn === ruledOn && ruling.number === number)
    return no(problem('matter.ruled-already'));
  return ok([{ do: 'ruling' }]);
}

/**
 * The day that is watched: on which the first of what is still open falls due, after the act asked for; null where nothing is open
 * then, undefined where the act has nothing to do with that.
 */
export function watchedAfter(
  state: MatterState,
  { kind, given, mechanism, now }: Pick<Checked, 'kind' | 'given' | 'mechanism' | 'now'>,
): Day | null | undefined {
  if (kind === 'settle') return first((given as Given<'settle'>).obligations.map(({ due }) => due));
  if (kind !== 'keep' && kind !== 'breach' && kind !== 'retract') return undefined;
  const { obligation } = given as Given<'keep'>;
  const others = openObligations(state).flatMap(({ n, due }) => (n === obligation ? [] : due));
  const again = state.settlement?.obligations.filter(
    (one) => kind === 'retract' && one.n === obligation && backTo(one, mechanism, now) === 'open',
  );
  return first([...others, ...(again ?? []).map(({ due }) => due)]);
}
const first = (days: readonly Day[]): Day | null => days.toSorted()[0] ?? null;

function agreed(act: MatterAct): Settlement {
  const { text, signedOn, signed, obligations, atOnce, unwatched } = act.given as Given<'settle'>;
  const promised = obligations.map(({ party, text: what, amount, due }, i): Obligation => {
    return { n: i + 1, party, text: what, amount: amount ?? null, due, state: 'open', at: null };
  });
  return {
    ...madeBy(act),
    text,
    signedOn,
    signed,
    obligations: promised,
    ...(atOnce ? { atOnce: true as const } : {}),
    ...(unwatched ? { unwatched } : {}),
    confirmation: null,
  };
}

/** What the parties agreed on, or how it ended without. Throws where something is said of an agreement that there is not. */
export const settlementFolds = {
  agree: (state, _, act) => {
    state.arranged = null;
    state.settlement = agreed(act);
  },
  obligation: (state, effect, { at }) => {
    if (!state.settlement) throw new Error('an obligation without an agreement');
    const obligations = state.settlement.obligations.map((one) =>
      one.n === effect.n ? foundAs(one, effect, at) : one,
    );
    state.settlement = { ...state.settlement, obligations };
  },
  confirm: (state, _, act) => {
    if (!state.settlement) throw new Error('a confirmation without an agreement');
    const { court, appliedOn, number } = said<'confirm'>(act);
    // What was ruled on stays ruled on where only the request is put right; asked anew, it waits to be.
    const ruling = isUnasked(state.settlement) ? undefined : state.settlement.confirmation?.ruling;
    const confirmation = { ...madeBy(act), court, appliedOn, number: number ?? null, ...(ruling ? { ruling } : {}) };
    state.settlement = { ...state.settlement, confirmation };
  },
  ruling: (state, _, act) => {
    const asked = state.settlement?.confirmation;
    if (!state.settlement || !asked) throw new Error('a ruling on what no court was asked');
    const { outcome, ruledOn, number } = said<'rule'>(act);
    const confirmation = { ...asked, ruling: { ...madeBy(act), outcome, ruledOn, number } };
    state.settlement = { ...state.settlement, confirmation };
  },
  outcome: (state, _, act) => {
    state.arranged = null;
    state.outcome = outcomeOf(act);
  },
  undone: (state) => {
    state.settlement = null;
    state.outcome = null;
  },
} satisfies Partial<Folds>;

/** `mended` stays with what is kept after it was broken, and goes when either is taken back. */
function foundAs(
  { mended: _, ...one }: Obligation,
  { state, back }: Pick<Extract<Effect, { do: 'obligation' }>, 'state' | 'back'>,
  at: string,
): Obligation {
  const mended = !back && one.state === 'broken';
  return { ...one, state, at: state === 'open' ? null : at, ...(mended ? { mended: true as const } : {}) };
}

const HOW = { fail: 'failed', drop: 'dropped', refer: 'referred' } as const;

function outcomeOf(act: MatterAct): Outcome {
  const { reason, note, where, body } = act.given as Partial<Given<'fail'> & Given<'refer'>>;
  return {
    act: act.id,
    at: act.at,
    how: HOW[act.kind as keyof typeof HOW],
    text: reason ?? note ?? null,
    where: where ?? null,
    body: body ?? null,
  };
}
