import { addDays, dayOf, problem, type Day, type Problem } from '../../kernel/index.ts';
import { leastDays, type ActKind, type Mechanism } from '../../mechanism/index.ts';
import type { Early } from './act.contract.ts';
import type { MatterState } from './state.rules.ts';
import type { UnitState } from './state-parts.rules.ts';

/**
 * The clock that an answer would end sooner than it runs at least, with the day on which that is over; null where there is none. It runs from
 * when it first began: taken up again after a return, it has had its time. A co-unit answers for its own part, which no least time is for.
 */
export function earlyFor(
  mechanism: Mechanism,
  { clocks }: Pick<MatterState, 'clocks'>,
  kind: ActKind,
  unit: Pick<UnitState, 'unit' | 'part'> | null,
  now: Date,
): Early | null {
  if (kind !== 'answer' || unit?.part === 'co') return null;
  const today = dayOf(now);
  for (const { clock, unit: owner, stoppedAt } of clocks) {
    const rule = mechanism.clocks[clock];
    const days = rule ? leastDays(rule) : null;
    if (!rule || days === null || stoppedAt !== null || (unit && owner !== null && owner !== unit.unit)) continue;
    const began = clocks.flatMap((c): Day[] =>
      c.clock === clock && c.unit === owner ? [dayOf(new Date(c.startedAt))] : [],
    );
    const since = began.toSorted()[0]!;
    const until = addDays(since, days);
    if (today < until) return { name: rule.name, days, since, until };
  }
  return null;
}

type Asked = {
  readonly mechanism: Mechanism;
  readonly kind: ActKind;
  readonly unit: UnitState | null;
  readonly now: Date;
  readonly given: object;
};

/** Why an answer that comes so soon is not taken without its reason; asked of the matter as it is, while that clock runs. */
export function unexplained(state: MatterState, { mechanism, kind, unit, now, given }: Asked): Problem | null {
  const early = earlyFor(mechanism, state, kind, unit, now);
  if (!early || ('early' in given && given.early)) return null;
  return problem('matter.early-unexplained', { ...early }, { status: 400, pointer: '/given/early' });
}
