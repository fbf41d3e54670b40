import { checkHides } from '../personal/hide-words.rules.ts';
import { no, ok, problem, type Result } from '../../kernel/index.ts';
import { decideTime } from './decide-time.rules.ts';
import { decideHelping } from './decide-helping.rules.ts';
import { decideJoining } from './decide-joining.rules.ts';
import { decideRaised, toldNobody } from './decide-raised.rules.ts';
import { decideSupervision } from './decide-supervision.rules.ts';
import { decideInspection } from '../gates/decide-gates.rules.ts';
import { decideTargets } from '../targets/decide-targets.rules.ts';
import { decideDivide } from '../recurrence/recurrence.rules.ts';
import { decideUnits } from './decide-units.rules.ts';
import { struckOff } from './struck.rules.ts';
import type { Checked } from './ask.rules.ts';
import { decideClear, decideRecuse } from '../parties/conflicted.rules.ts';
import { decideAppoint, decideParties } from '../parties/parties.rules.ts';
import { decideCatalogue } from '../catalogues/catalogue.rules.ts';
import { decideConvene, decideMeet } from '../sessions/session.rules.ts';
import { decideSettlement } from '../settlement/settlement.rules.ts';
import type { Effect } from './effect.rules.ts';
import type { MatterState } from './state.rules.ts';
import { dueOf, inThePast } from './due.rules.ts';

/** What is particular to each kind of act, besides stage and clocks. */
export function particular(state: MatterState, ask: Checked): Result<Effect[]> {
  const past = inThePast(ask, dueOf(ask));
  const unheard = toldNobody(state, ask);
  if (past ?? unheard) return no((past ?? unheard)!);
  switch (ask.kind) {
    case 'assign':
    case 'accept':
    case 'refuse':
    case 'answer':
    case 'waive':
    case 'verify':
    case 'return':
    case 'reopen':
      return decideUnits(state, ask);
    case 'close':
      return ok(struckOff(state));
    case 'extend':
    case 'grant':
    case 'deny':
    case 'pause':
    case 'resume':
      return decideTime(state, ask);
    case 'classify':
    case 'inquire':
    case 'reply':
    case 'promise':
    case 'propose':
    case 'evaluate':
    case 'draw':
    case 'callback':
    case 'publish':
    case 'withdraw':
    case 'exclude':
    case 'review':
    case 'wish':
    case 'forget':
      return decideRaised(state, ask);
    case 'divide':
      return decideDivide(state, ask as Checked<'divide'>);
    case 'help':
    case 'unhelp':
      return decideHelping(state, ask);
    case 'exempt':
    case 'gain':
    case 'revise':
    case 'carry':
      return decideCatalogue(state, ask);
    case 'join':
    case 'part':
      return decideJoining(state, ask);
    case 'slip':
    case 'list':
    case 'delist':
    case 'raise':
    case 'lower':
    case 'instruct':
      return decideSupervision(state, ask);
    case 'involve':
      return decideParties(state, ask as Checked<'involve'>);
    case 'appoint':
      return decideAppoint(state, ask as Checked<'appoint'>);
    case 'clear':
      return decideClear(state, ask as Checked<'clear'>);
    case 'recuse':
      return decideRecuse(state, ask as Checked<'recuse'>);
    case 'convene':
      return decideConvene(state, ask as Checked<'convene'>);
    case 'meet':
      return decideMeet(state, ask as Checked<'meet'>);
    case 'settle':
    case 'keep':
    case 'breach':
    case 'retract':
    case 'confirm':
    case 'rule':
    case 'fail':
    case 'drop':
    case 'refer':
      return decideSettlement(state, ask);
    case 'target':
    case 'measure':
      return decideTargets(state, ask);
    case 'inspect':
      return decideInspection(state, ask as Checked<'inspect'>);
    // What they take it for is theirs to say.
    case 'note':
      return ok((ask as Checked<'note'>).given.same && ask.caller.role === 'originator' ? [{ do: 'same' }] : []);
    case 'remind':
      return remind(state, ask as Checked<'remind'>);
    case 'correct':
      return correct(state, ask as Checked<'correct'>);
    default:
      return ok([]);
  }
}

function remind(state: MatterState, ask: Checked<'remind'>): Result<Effect[]> {
  const { unit } = ask.given;
  if (!unit || state.units.some((u) => u.unit === unit)) return ok([]);
  return no(problem('matter.unit-not-in-matter', { unit: ask.unitName(unit) }, { pointer: '/given/unit' }));
}

function correct(state: MatterState, ask: Checked<'correct'>): Result<Effect[]> {
  const { text, area, aim, confidential, amount, weight, hide } = ask.given;
  if (hide !== undefined && state.sealed) return no(problem('matter.hide-sealed', {}, { pointer: '/given/hide' }));
  const hides = checkHides(hide);
  if (!hides.ok) return hides;
  if (weight != null && !state.parent)
    return no(problem('matter.weighs-beside-none', {}, { pointer: '/given/weight' }));
  if (amount != null && !ask.mechanism.amount)
    return no(problem('matter.has-no-amount', { mechanism: ask.mechanism.key }, { pointer: '/given/amount' }));
  // Where all are confidential none is made public by a slip of the pen.
  if (ask.mechanism.confidential && confidential === false)
    return no(problem('matter.always-confidential', {}, { pointer: '/given/confidential' }));
  const given = { text, area, aim, confidential, amount, weight };
  const keys = Object.keys(given) as (keyof typeof given)[];
  const changes = keys.some((key) => given[key] !== undefined && given[key] !== state[key]);
  return changes || hide !== undefined ? ok([]) : no(problem('matter.correct-changes-nothing'));
}
