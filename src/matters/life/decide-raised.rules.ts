import { dayOf, no, ok, problem, type Problem, type Result } from '../../kernel/index.ts';
import { ruleFor } from '../../mechanism/index.ts';
import { unconfirmed } from '../answers/personal-left.rules.ts';
import { holdClocks, runClocks } from './clocks.rules.ts';
import type { Given } from './given.contract.ts';
import { decidedBy } from './erasing.rules.ts';
import { triedOn } from './tried.rules.ts';
import type { Checked } from './ask.rules.ts';
import type { Effect } from './effect.rules.ts';
import { promiseIsOpen } from './listed.rules.ts';
import type { MatterState } from './state.rules.ts';

/**
 * Whether an act says no: an evaluation that is not good in both, a review that does not agree, on being called back that it is not
 * solved or not satisfactory. What was not said on the phone is no no.
 */
export function saysNo({ kind, given }: Pick<Checked, 'kind' | 'given'>): boolean {
  if (kind === 'review') return !(given as Given<'review'>).agreed;
  if (kind === 'callback') {
    const { solved, satisfied } = given as Given<'callback'>;
    return solved === false || satisfied === false;
  }
  if (kind !== 'evaluate') return false;
  const { solved, satisfied } = given as Given<'evaluate'>;
  return !solved || !satisfied;
}

/**
 * Whether an act is a call in which nobody was reached, and not the last that the mechanism asks for: it is told of and counted, and
 * what waits for the call goes on waiting. Several on one day are one try, and nobody's being away takes back what was heard of them.
 */
export function inVain(state: MatterState, { kind, given, mechanism, now }: Checked): boolean {
  if (kind !== 'callback' || (given as Given<'callback'>).reached) return false;
  const tries = ruleFor(mechanism, kind)?.tries;
  if (tries === undefined || state.callback?.reached) return true;
  return triedOn(state).add(dayOf(now)).size < tries;
}

/** What stands against words for whoever raised a matter that nobody did. */
export const toldNobody = ({ originators }: MatterState, { given }: Checked): Problem | null =>
  'told' in given && given.told != null && !originators.length
    ? problem('matter.told-to-nobody', {}, { status: 400, pointer: '/given/told' })
    : null;

/** What is done towards those who raised a matter, and by them. */
export function decideRaised(state: MatterState, ask: Checked): Result<Effect[]> {
  switch (ask.kind) {
    case 'classify':
      return classify(state, ask as Checked<'classify'>);
    case 'inquire':
      return inquire(state, ask);
    case 'reply':
      return ok([
        { do: 'replied', unit: state.question?.unit ?? null },
        ...(state.question?.held && state.paused ? runClocks(state, ask.now, ask.calendar) : []),
      ]);
    case 'promise':
      return promise(state, ask as Checked<'promise'>);
    case 'propose':
      return ok([{ do: 'draft' }]);
    case 'evaluate':
      return ok([{ do: 'evaluation' }, ...consent(ask as Checked<'evaluate'>)]);
    case 'draw':
      return ok([{ do: 'drawn' }]);
    case 'callback':
      return callback(state, ask as Checked<'callback'>);
    case 'publish':
      return publish(ask as Checked<'publish'>);
    case 'withdraw':
      return ok([{ do: 'withdraw' }]);
    case 'exclude':
      // Nothing is excluded but by somebody.
      return ask.caller.account === null
        ? no(
            problem(
              'matter.not-your-act',
              { act: ask.kind, by: ruleFor(ask.mechanism, ask.kind)?.by ?? [] },
              { status: 403 },
            ),
          )
        : ok([{ do: 'exclusion', account: ask.caller.account }]);
    case 'wish':
      return ok(ask.caller.seat === null ? [] : [{ do: 'wish', by: ask.caller.seat, due: decidedBy(dayOf(ask.now)) }]);
    case 'forget':
      return ok([{ do: 'forget', agreed: (ask as Checked<'forget'>).given.agreed }]);
    case 'review':
      return review(ask as Checked<'review'>);
    default:
      return ok([]);
  }
}

function classify(state: MatterState, { given, filed }: Checked<'classify'>): Result<Effect[]> {
  const pointer = '/given/category';
  if (!filed) return no(problem('matter.no-such-category', { category: given.category }, { pointer }));
  const { category: now } = state;
  if (now && now.code === filed.code && now.version === filed.version)
    return no(problem('matter.classify-changes-nothing', {}, { pointer }));
  return ok([{ do: 'file', filed }]);
}

/** Clocks that may be paused stand still until there is a reply, unless they do already. */
function inquire(state: MatterState, { mechanism, now, calendar }: Checked): Result<Effect[]> {
  const held = state.paused ? [] : holdClocks(state, mechanism, now, calendar);
  return ok([{ do: 'question', held: held.length > 0 }, ...held]);
}

/** A promise keeps within the time that the unit has: for more it asks first. */
function promise(state: MatterState, { given, unit, hidden }: Checked<'promise'>): Result<Effect[]> {
  const dues = state.clocks.filter((c) => c.unit === unit?.unit && c.stoppedAt === null && !c.aside).map((c) => c.due);
  const last = dues.toSorted().at(-1);
  if (last && given.due > last)
    return no(problem('matter.promise-after-deadline', { until: given.due, due: last }, { pointer: '/given/due' }));
  return ok([{ do: 'promise', open: promiseIsOpen(given.text, hidden) }]);
}

/** Who was not reached has said nothing; and who called says so. */
function callback(state: MatterState, ask: Checked<'callback'>): Result<Effect[]> {
  const { given, mechanism, caller } = ask;
  if ((given.through !== undefined) !== (caller.role === 'source'))
    return no(problem('matter.through-is-the-source', {}, { status: 400, pointer: '/given/through' }));
  const said = (['solved', 'satisfied'] as const).find((field) => given[field] != null);
  if (!given.reached && said) return no(problem('matter.not-reached-says-nothing', {}, { pointer: `/given/${said}` }));
  const attempt: Effect[] = given.reached ? [] : [{ do: 'attempt' }];
  if (inVain(state, ask)) return ok(attempt);
  const comesBack = saysNo(ask) && ruleFor(mechanism, 'callback')?.instead !== undefined;
  return ok([...attempt, { do: 'callback', ...(comesBack ? { no: true } : {}) }]);
}

/** What whoever judges says to its being published, where they were asked. */
const consent = ({ given: { consents }, caller }: Checked<'evaluate'>): Effect[] =>
  consents === undefined || caller.seat === null ? [] : [{ do: 'consent', by: caller.seat, yes: consents }];

/** What may tell who somebody is has been taken out, or was looked at and may stay. */
function publish({ given, hidden = [] }: Checked<'publish'>): Result<Effect[]> {
  const { question, answer, confirmed = [] } = given;
  const left = unconfirmed({ question, answer }, confirmed, hidden);
  if (!left.length) return ok([{ do: 'publish' }]);
  const field = left.some((part) => question.includes(part)) ? 'question' : 'answer';
  return no(problem('matter.personal-data-left', { found: left }, { status: 400, pointer: `/given/${field}` }));
}

function review({ given }: Checked<'review'>): Result<Effect[]> {
  const { agreed, note } = given;
  if (!agreed && !note) return no(problem('matter.review-says-why', {}, { status: 400, pointer: '/given/note' }));
  return ok([{ do: 'reviewed', agreed }]);
}
