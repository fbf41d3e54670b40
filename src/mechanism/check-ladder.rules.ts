import { SlipColor, type ClockRule, type Mechanism, type Rung } from './contract.ts';
import type { FaultAt } from './fault.rules.ts';
import { actsOf, offsetOf } from './ladder.rules.ts';
import { limitOf } from './limit.rules.ts';
import { phaseOf, ruleFor, stagesFor, transitions } from './transitions.rules.ts';

type Params = Record<string, string>;
type Touched = (path: readonly PropertyKey[]) => boolean;

const fault = (path: (string | number)[], code: string, params: Params): FaultAt => ({
  path: ['ladder', ...path],
  code: `mechanism.${code}`,
  params,
});

/** What is wrong with the ladder. `touched` tells which places of the file cannot be read: nothing is said of what hangs on them. */
export function ladderFaults(m: Mechanism, touched: Touched = () => false): FaultAt[] {
  return Object.entries(m.ladder ?? {}).flatMap(([clock, rungs]) => {
    const rule = Object.hasOwn(m.clocks, clock) ? m.clocks[clock] : undefined;
    const each = rungs.flatMap((rung, i) => [...orderFaults(clock, rungs, i), ...actFaults(m, clock, rung, i)]);
    if (!rule)
      return [fault([clock], 'ladder-no-such-clock', { clock, known: Object.keys(m.clocks).join(', ') }), ...each];
    const unreadable = touched(['clocks', clock]);
    return [
      ...each,
      ...(unreadable ? [] : [...clockFaults(m, clock, rule, rungs), ...skipFaults(m, clock, rule, touched)]),
    ];
  });
}

/** Rungs go up: each later than the one before it, and no milder. */
function orderFaults(clock: string, rungs: readonly Rung[], i: number): FaultAt[] {
  const [rung, before] = [rungs[i]!, rungs[i - 1]];
  if (!before) return [];
  const params = { clock, at: rung.at, before: before.at };
  const [now, then] = [offsetOf(rung), offsetOf(before)];
  if (now === then) return [fault([clock, i, 'at'], 'ladder-two-at-once', params)];
  if (now < then) return [fault([clock, i, 'at'], 'ladder-out-of-order', params)];
  const worst = rungs.slice(0, i).flatMap(({ slip }) => (slip ? [grade(slip)] : []));
  if (!rung.slip || grade(rung.slip) >= Math.max(0, ...worst)) return [];
  return [fault([clock, i, 'slip'], 'ladder-milder', { clock, slip: rung.slip })];
}

const grade = (slip: SlipColor): number => SlipColor.options.indexOf(slip);

/** Acts that the mechanism has not, or that the ladder may not do; and what is not done to somebody who is still in time. */
function actFaults(m: Mechanism, clock: string, rung: Rung, i: number): FaultAt[] {
  const acts = actsOf(rung).flatMap((kind) => {
    const rule = ruleFor(m, kind);
    if (!rule) return [fault([clock, i, kind], 'ladder-act-missing', { clock, kind })];
    return rule.by.includes('ladder') ? [] : [fault([clock, i, kind], 'ladder-not-let', { clock, kind })];
  });
  const within = ruleFor(m, 'list')?.within;
  const listed = [clock, i, 'list'];
  if (rung.list !== undefined && within !== undefined && Number.parseInt(rung.list, 10) > Number.parseInt(within, 10))
    acts.push(fault(listed, 'ladder-lists-beyond', { clock, list: rung.list, within }));
  if (offsetOf(rung) > 0) return acts;
  const early = (['list', 'raise'] as const).filter((kind) => rung[kind] !== undefined);
  return [...acts, ...early.map((kind) => fault([clock, i, kind], 'ladder-too-early', { clock, kind, at: rung.at }))];
}

function clockFaults(m: Mechanism, clock: string, rule: ClockRule, rungs: readonly Rung[]): FaultAt[] {
  const limits = [rule.limit, rule.otherwise, rule.green, ...Object.values(rule.limits ?? {})].filter(
    (one) => one !== undefined,
  );
  return rungs.flatMap((rung, i) => {
    // The office owes what a clock of the matter waits for, and gives no slips to itself; of what is sealed, those who are named do.
    const kinds = rule.scope === 'matter' && !m.sealed ? actsOf(rung) : [];
    const short = limits.find((text) => within(text, -offsetOf(rung)));
    return [
      ...kinds.map((kind) => fault([clock, i, kind], 'ladder-of-no-unit', { clock, kind })),
      ...(short === undefined
        ? []
        : [fault([clock, i, 'at'], 'ladder-before-start', { clock, at: rung.at, limit: short })]),
    ];
  });
}

/** Whether a clock of that limit is at most so many working days old, or not begun, so many working days before it runs out. */
function within(text: string, before: number): boolean {
  const limit = limitOf(text);
  return before > 0 && limit.kind !== 'due' && limit.n > 0 && limit.n <= before;
}

/**
 * Nothing that is paused is escalated, so whatever rungs a clock passes while its matter stands still are left out, unless the
 * clock stands still too. Where the last one alone does anything, and each tells all whom those before it do, nothing is lost by that:
 * the highest that was come to is climbed when the matter goes on.
 */
function skipFaults(m: Mechanism, clock: string, rule: ClockRule, touched: Touched): FaultAt[] {
  const rungs = m.ladder?.[clock] ?? [];
  const pausing = Object.values(m.clocks).some(({ pausable }) => pausable);
  if (rule.pausable || !losesByASkip(rungs) || !pausing || touched(['stages']) || touched(['acts'])) return [];
  const runsIn = rule.scope === 'unit' ? openStages(m) : stagesOf(m, rule);
  const kind = (['pause', 'inquire'] as const).find((one) => stagesFor(m, one).some((stage) => runsIn.has(stage)));
  return kind ? [fault([clock], 'ladder-skipped-by-pause', { clock, kind })] : [];
}

/** Whether something is not done, or somebody not told, where a rung is left out and a later one climbed. */
const losesByASkip = (rungs: readonly Rung[]): boolean =>
  rungs
    .slice(0, -1)
    .some(
      (rung, i) =>
        actsOf(rung).length > 0 || rungs.slice(i + 1).some(({ tell }) => rung.tell.some((who) => !tell.includes(who))),
    );

/** A unit's clock may run wherever another unit has brought the matter. */
const openStages = (m: Mechanism): ReadonlySet<string> =>
  new Set(Object.keys(m.stages).filter((stage) => phaseOf(m, stage) !== 'closed'));

/** The stages that a matter may be in while a clock of its own runs. */
function stagesOf(m: Mechanism, { from, until }: ClockRule): ReadonlySet<string> {
  const edges = transitions(m);
  const found = new Set<string>();
  const queue = from.flatMap((kind) => {
    const to = edges.flatMap((edge) => (edge.act === kind ? [edge.to] : []));
    return to.length ? to : stagesFor(m, kind);
  });
  while (queue.length) {
    const stage = queue.pop()!;
    if (found.has(stage)) continue;
    found.add(stage);
    queue.push(...edges.flatMap((e) => (e.from === stage && !until.includes(e.act) ? [e.to] : [])));
  }
  return found;
}
