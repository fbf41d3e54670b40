import { ActKind, type Mechanism } from './contract.ts';
import { limitOf } from './limit.rules.ts';
import { NUMBER_PARTS, partsOf } from './number.rules.ts';
import { phaseOf, ruleFor, stagesFor, transitions } from './transitions.rules.ts';

/** A fault found in a mechanism that has the right shape; `path` leads to the place in the file. */
export type FaultAt = { path: (string | number)[]; code: string; params: Record<string, string> };

const fault = (path: (string | number)[], code: string, params: Record<string, string> = {}): FaultAt => ({
  path,
  code: `mechanism.${code}`,
  params,
});

/** Everything that a shape cannot say. Returns the faults; none means that a matter can live and end by this file. */
export function checkMechanism(mechanism: Mechanism): FaultAt[] {
  const named = namesThatDoNotExist(mechanism);
  // Reachability over stages that do not exist would only repeat the first fault in other words.
  return [
    ...named,
    ...numberFaults(mechanism),
    ...(named.length ? [] : [...stageFaults(mechanism), ...clockFaults(mechanism)]),
  ];
}

function namesThatDoNotExist(m: Mechanism): FaultAt[] {
  const faults: FaultAt[] = [];
  for (const kind of ActKind.options) {
    const rule = ruleFor(m, kind);
    if (!rule) continue;
    rule.from?.forEach((stage, i) => {
      if (!m.stages[stage]) faults.push(fault(['acts', kind, 'from', i], 'no-such-stage', { act: kind, stage }));
    });
    if (rule.to && !m.stages[rule.to])
      faults.push(fault(['acts', kind, 'to'], 'no-such-stage', { act: kind, stage: rule.to }));
  }
  for (const [name, clock] of Object.entries(m.clocks)) {
    for (const side of ['from', 'until'] as const)
      clock[side].forEach((kind, i) => {
        if (!ruleFor(m, kind))
          faults.push(fault(['clocks', name, side, i], 'clock-names-missing-act', { clock: name, act: kind }));
      });
  }
  for (const kind of ['register', 'assign', 'close'] as const)
    if (!ruleFor(m, kind)) faults.push(fault(['acts'], 'act-missing', { act: kind }));
  if (ruleFor(m, 'register') && !ruleFor(m, 'register')?.to)
    faults.push(fault(['acts', 'register'], 'register-leads-nowhere'));
  return faults;
}

function numberFaults(m: Mechanism): FaultAt[] {
  const parts = partsOf(m.number);
  const unknown = parts.filter((part) => !(NUMBER_PARTS as readonly string[]).includes(part));
  const faults = unknown.map((part) =>
    fault(['number'], 'number-part-unknown', { part, known: NUMBER_PARTS.join(' ') }),
  );
  if (!parts.includes('n')) faults.push(fault(['number'], 'number-not-unique'));
  if (parts.includes('round') && !m.rounds) faults.push(fault(['number'], 'number-wants-rounds'));
  return faults;
}

function stageFaults(m: Mechanism): FaultAt[] {
  const edges = transitions(m);
  const reached = new Set<string>();
  const queue = edges.filter((e) => e.from === null).map((e) => e.to);
  while (queue.length) {
    const stage = queue.pop()!;
    if (reached.has(stage)) continue;
    reached.add(stage);
    queue.push(...edges.filter((e) => e.from === stage).map((e) => e.to));
  }
  const faults: FaultAt[] = [];
  for (const [stage, { phase }] of Object.entries(m.stages)) {
    if (!reached.has(stage)) faults.push(fault(['stages', stage], 'stage-unreachable', { stage }));
    else if (phase !== 'closed' && !edges.some((e) => e.from === stage && e.to !== stage))
      faults.push(fault(['stages', stage], 'stage-without-exit', { stage }));
  }
  if (!Object.values(m.stages).some((s) => s.phase === 'closed')) faults.push(fault(['stages'], 'no-closed-stage'));
  for (const kind of ActKind.options) {
    const stages = stagesFor(m, kind);
    if (ruleFor(m, kind) && kind !== 'register' && !stages.some((stage) => reached.has(stage)))
      faults.push(fault(['acts', kind], 'act-never-possible', { act: kind }));
  }
  const closeTo = ruleFor(m, 'close')?.to;
  if (closeTo && phaseOf(m, closeTo) !== 'closed')
    faults.push(fault(['acts', 'close', 'to'], 'close-leaves-open', { stage: closeTo }));
  return faults;
}

function clockFaults(m: Mechanism): FaultAt[] {
  const faults: FaultAt[] = [];
  for (const [name, clock] of Object.entries(m.clocks)) {
    const limit = limitOf(clock.limit);
    if (limit.kind === 'due' && !clock.otherwise)
      faults.push(fault(['clocks', name], 'clock-without-limit', { clock: name }));
    if (clock.otherwise === 'due')
      faults.push(fault(['clocks', name, 'otherwise'], 'otherwise-is-due', { clock: name }));
    if (clock.until.every((kind) => clock.from.includes(kind)))
      faults.push(fault(['clocks', name, 'until'], 'clock-never-stops', { clock: name }));
    // A matter that is struck off owes nobody anything; a clock that outlives it would be escalated for ever.
    if (!clock.until.includes('close'))
      faults.push(fault(['clocks', name, 'until'], 'clock-outlives-matter', { clock: name }));
    if (clock.extendable && !ruleFor(m, 'grant'))
      faults.push(fault(['clocks', name, 'extendable'], 'extend-without-grant', { clock: name }));
    if (clock.pausable && !ruleFor(m, 'resume'))
      faults.push(fault(['clocks', name, 'pausable'], 'pause-without-resume', { clock: name }));
  }
  return [...faults, ...contradictions(m)];
}

/** A clock that must stop before another may, and yet is given longer than it. */
function contradictions(m: Mechanism): FaultAt[] {
  const accept = Object.entries(m.clocks).find(([, c]) => c.until.includes('accept'));
  const answer = Object.entries(m.clocks).find(([, c]) => c.until.includes('answer') && !c.until.includes('accept'));
  if (!accept || !answer) return [];
  const first = limitOf(accept[1].limit);
  const whole = limitOf(answer[1].limit === 'due' ? (answer[1].otherwise ?? 'due') : answer[1].limit);
  if (first.kind === 'due' || whole.kind !== first.kind || first.n <= whole.n) return [];
  const params = {
    clock: accept[0],
    limit: accept[1].limit,
    other: answer[0],
    otherLimit: answer[1].otherwise ?? answer[1].limit,
  };
  return [fault(['clocks', accept[0], 'limit'], 'limits-contradict', params)];
}
