import type { ActKind, ClockRule, Follows, Mechanism } from './contract.ts';
import { phaseOf, ruleFor } from './transitions.rules.ts';

/**
 * What a mechanism lets follow from an act, so that it can be told before the act is done: the stage entered, the clocks that
 * start with the limits they are given, and those that end. `as`: who acts. A co-unit moves no stage and no clock of the
 * matter; what closes a matter ends every clock and starts none. Pure.
 */
export function followsOf(mechanism: Mechanism, kind: ActKind, as: 'whole' | 'co'): Follows {
  const known = follows.get(mechanism) ?? new Map<string, Follows>();
  follows.set(mechanism, known);
  const name = `${as} ${kind}`;
  const found = known.get(name) ?? follow(mechanism, kind, as);
  known.set(name, found);
  return found;
}

/** Worked out once for each mechanism, which is never altered: every look at a matter asks for all of its acts. */
const follows = new WeakMap<Mechanism, Map<string, Follows>>();

function follow(mechanism: Mechanism, kind: ActKind, as: 'whole' | 'co'): Follows {
  const to = as === 'co' ? null : (ruleFor(mechanism, kind)?.to ?? null);
  const closes = to !== null && phaseOf(mechanism, to) === 'closed';
  const all = Object.entries(mechanism.clocks);
  const clocks = all.filter(([, rule]) => as === 'whole' || rule.scope === 'unit');
  // What a co-unit hands back waits under clocks of the matter, where the file says so.
  const begun = ruleFor(mechanism, kind)?.everyUnit ? all : clocks;
  return {
    to,
    starts: begun
      .filter(([, rule]) => !closes && rule.from.includes(kind))
      .map(([clock, { limit, otherwise = null }]) => ({ clock, limit, otherwise })),
    ends: clocks.filter(([, rule]) => closes || ended(rule, kind)).map(([clock]) => clock),
    moves: clocks.filter(([, rule]) => movable(rule, kind)).map(([clock]) => clock),
  };
}

/** An assignment ends no unit's clock: who stays named keeps it, and who leaves is let go, whatever the clock waits for. */
const ended = ({ scope, until }: ClockRule, kind: ActKind): boolean =>
  until.includes(kind) && (scope !== 'unit' || kind !== 'assign');

/** Acts between which what may be paused stands still. */
const STANDING: readonly ActKind[] = ['pause', 'resume', 'inquire', 'reply'];

function movable(rule: ClockRule, kind: ActKind): boolean {
  if (STANDING.includes(kind)) return rule.pausable ?? false;
  return kind === 'extend' || kind === 'grant' ? (rule.extendable ?? false) : false;
}
