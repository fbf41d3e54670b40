import {
  dayOf,
  decimalOf,
  earliestDay,
  farthestDay,
  inMeasure,
  isCountable,
  measuresLike,
  millionths,
  momentOf,
  no,
  ok,
  problem,
  type Day,
  type Measure,
  type Result,
} from '../../kernel/index.ts';
import { OWN, type Mechanism } from '../../mechanism/index.ts';
import type { Checked } from '../life/ask.rules.ts';
import type { Given } from '../life/given.contract.ts';
import type { Effect } from '../life/effect.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { TargetState } from '../life/state-parts.rules.ts';
import { gateCase } from '../gates/gate.policy.ts';
import { kilometres, metresAway } from './away.rules.ts';
import { isFarOver } from './far-over.rules.ts';
import { oddReading } from './odd-reading.rules.ts';

/** What is promised a quantity of, and what was measured of it. */
export function decideTargets(state: MatterState, ask: Checked): Result<Effect[]> {
  return ask.kind === 'target' ? retarget(state, ask as Checked<'target'>) : measure(state, ask as Checked<'measure'>);
}

/** What is promised with the registration. */
export function firstTargets(ask: Checked<'register'>): Result<Effect[]> {
  const effects: Effect[] = [];
  for (const [i, given] of (ask.given.targets ?? []).entries()) {
    const pointer = `/given/targets/${i}`;
    if (effects.some((effect) => effect.do === 'target' && effect.target === given.target))
      return no(problem('matter.target-twice', {}, { pointer: `${pointer}/target` }));
    const promised = promise(ask.mechanism, given, ask.now, pointer);
    if (!promised.ok) return promised;
    effects.push(promised.value);
  }
  return ok(effects);
}

function retarget(state: MatterState, ask: Checked<'target'>): Result<Effect[]> {
  const { given, mechanism, now } = ask;
  const had = state.targets.find(({ target }) => target === given.target);
  if (had && !given.reason)
    return no(problem('matter.target-change-unexplained', {}, { status: 400, pointer: '/given/reason' }));
  // What is promised anew runs on from the day on which it began.
  const next = {
    ...given,
    from: given.from ?? had?.from ?? null,
    start: given.start ?? had?.start ?? null,
    sense: given.sense ?? had?.sense ?? null,
  };
  const promised = promise(mechanism, next, now, '/given', had);
  return promised.ok ? ok([promised.value]) : promised;
}

type Promised = NonNullable<Given<'register'>['targets']>[number];

function promise(
  mechanism: Mechanism,
  given: Promised,
  now: Date,
  at: string,
  held?: TargetState,
): Result<Extract<Effect, { do: 'target' }>> {
  const refused = (code: string, field: string, params = {}) =>
    no(problem(`matter.${code}`, params, { pointer: `${at}/${field}` }));
  const rule = ruleOf(mechanism, given.target);
  if (!rule) return refused('no-such-target', 'target', { known: namesOf(mechanism) });
  const { by, plan = [] } = given;
  const from = given.from ?? dayOf(now);
  const kept = rule.in === OWN ? (held?.in ?? given.in) : rule.in;
  if (!kept) return refused('target-without-unit', 'in');
  const unit = given.in ?? kept;
  const start = given.start ?? null;
  const all = [given.quantity, start ?? '0', ...plan.map((point) => point.quantity)].map((text) =>
    measured(text, unit, kept),
  );
  if (all.includes(null)) return refused('not-in-unit', 'in', { in: kept, measures: measuresLike(kept) });
  const [quantity, begun, ...points] = all as [bigint, bigint, ...bigint[]];
  // A mean of what is counted (7.2 beds for a thousand people) is a level, and says where it began.
  if (start === null && !isCountable(quantity, kept))
    return refused(`target-of-parts${rule.in === OWN ? '-own' : ''}`, 'quantity', {
      quantity: given.quantity,
      in: unit,
    });
  const most = given.sense === 'most';
  if (!most && quantity === 0n) return refused('target-of-nothing', 'quantity');
  if (!most && quantity <= begun) return refused('target-not-above-start', 'start', { start: start ?? '0' });
  if (by <= from) return refused('target-before-it-begins', 'by', { by, from });
  const last = farthestDay(dayOf(now));
  if (by > last) return refused('day-too-far', 'by', { field: 'by', day: by, last });
  const first = earliestDay(dayOf(now));
  if (from < first && from !== held?.from) return refused('day-too-early', 'from', { field: 'from', day: from, first });
  const days: Day[] = [from, ...plan.map(({ on }) => on), by];
  // One way, whether up or down.
  const sizes = [begun, ...points, quantity].map((size) => (quantity < begun ? -size : size));
  const wrong = days.findIndex((day, i) => i > 0 && (day <= days[i - 1]! || sizes[i]! < sizes[i - 1]!));
  if (wrong > 0) return refused('plan-runs-back', 'plan', { day: days[wrong]! });
  return ok({
    do: 'target',
    target: given.target,
    in: kept,
    quantity: decimalOf(quantity),
    from,
    by,
    plan: plan.map(({ on }, i) => ({ on, quantity: decimalOf(points[i]!) })),
    ...(start === null ? {} : { start: decimalOf(begun) }),
    ...(most ? { sense: 'most' as const } : {}),
  });
}

/** A reading is of a day that has come, in a unit that says the same exactly, and explained where it is not what anybody would expect. */
function measure(state: MatterState, ask: Checked<'measure'>): Result<Effect[]> {
  const { given, mechanism, now } = ask;
  const refused = (code: string, field: string, params = {}) =>
    no(problem(`matter.${code}`, params, { pointer: `/given/${field}` }));
  const held = state.targets.find(({ target }) => target === given.target);
  if (!held) return refused('target-not-promised', 'target', { known: promisedNames(mechanism, state.targets) });
  const value = measured(given.value, given.in ?? held.in, held.in);
  if (value === null) return refused('not-in-unit', 'in', { in: held.in, measures: measuresLike(held.in) });
  if (wantsWhole(held) && !isCountable(value, held.in))
    return refused('reading-of-parts', 'value', { value: given.value, in: given.in ?? held.in });
  const today = dayOf(now);
  if (given.on > today) return refused('reading-ahead', 'on', { day: given.on, today });
  const begins = firstDayOf(state, held);
  if (given.on < begins) return refused('reading-before-begin', 'on', { day: given.on, begins });
  const odd = oddReading(held, { on: given.on, value });
  const away = given.position ? metresAway(state, given.position) : null;
  if ((odd || away !== null) && !given.reason)
    return no(
      problem(
        `matter.reading-${odd?.why ?? 'away'}-unexplained`,
        {
          value: decimalOf(value),
          in: held.in,
          before: odd?.before?.value ?? '0',
          later: odd?.later?.value ?? '0',
          day: odd?.later?.on ?? given.on,
          quantity: held.quantity,
          start: held.start ?? '0',
          km: kilometres(away ?? 0),
        },
        { status: 400, pointer: '/given/reason' },
      ),
    );
  if (isFarOver(value, millionths(held.quantity), millionths(held.start ?? '0')) && !given.sure)
    return no(
      problem(
        'matter.reading-far-over',
        { value: decimalOf(value), quantity: held.quantity, in: held.in },
        { status: 400, pointer: '/given/sure' },
      ),
    );
  return ok([
    {
      do: 'reading',
      target: held.target,
      value: decimalOf(value),
      on: given.on,
      odd: odd && (odd.why === 'over' ? 'over' : 'back'),
      ...(away === null ? {} : { away }),
      ...(gateCase(mechanism, state, 'measure', null) ? { taken: momentOf(ask.id).toISOString() } : {}),
    },
  ]);
}

/** Whether readings come in whole ones: where what is counted up was promised so. */
const wantsWhole = ({ in: unit, start, quantity }: TargetState): boolean =>
  start === undefined && isCountable(millionths(quantity), unit);

/** Nothing is there to be read before it was promised, nor before the promise says that it begins: a day of another year is mistyped, and can be taken back no more. */
const firstDayOf = ({ registeredAt }: MatterState, { from, readings }: TargetState): Day =>
  [from, dayOf(new Date(registeredAt)), ...readings.slice(0, 1).map(({ on }) => on)].toSorted()[0]!;

const measured = (text: string, from: Measure, to: Measure): bigint | null => inMeasure(millionths(text), from, to);

const ruleOf = ({ targets = {} }: Mechanism, key: string) => (Object.hasOwn(targets, key) ? targets[key] : undefined);

const namesOf = ({ targets = {} }: Mechanism) => Object.values(targets).map(({ name }) => name);

const promisedNames = (mechanism: Mechanism, targets: readonly TargetState[]) =>
  targets.map(({ target }) => ruleOf(mechanism, target)?.name ?? target);
