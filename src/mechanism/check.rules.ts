import { ActKind, NAMED_FIELDS, TAKES, type Mechanism } from './contract.ts';
import type { FaultAt } from './fault.rules.ts';
import { isSensible, leastDays, limitOf, longestLike } from './limit.rules.ts';
import { NUMBER_PARTS, partsOf, strayPartsOf } from './number.rules.ts';
import { ladderFaults } from './check-ladder.rules.ts';
import { figureFaults } from './check-figures.rules.ts';
import { partiesFaults } from './check-parties.rules.ts';
import { raisedFaults } from './check-raised.rules.ts';
import { childrenFaults } from './check-children.rules.ts';
import { recursFaults } from './check-recurs.rules.ts';
import { sealedFaults } from './check-sealed.rules.ts';
import { waiverFaults } from './check-waivers.rules.ts';
import { supervisionFaults } from './check-supervision.rules.ts';
import { worksFaults } from './check-works.rules.ts';
import { actNames, phaseOf, ruleFor, stagesFor, transitions } from './transitions.rules.ts';

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
    ...demandFaults(mechanism),
    ...nameFaults(mechanism),
    ...fieldFaults(mechanism),
    ...raisedFaults(mechanism),
    ...partiesFaults(mechanism),
    ...supervisionFaults(mechanism),
    ...childrenFaults(mechanism),
    ...recursFaults(mechanism),
    ...worksFaults(mechanism),
    ...waiverFaults(mechanism),
    ...sealedFaults(mechanism),
    ...figureFaults(mechanism),
    ...(named.length ? [] : stageFaults(mechanism)),
    ...clockFaults(mechanism),
    ...ladderFaults(mechanism),
  ];
}

/**
 * As {@link checkMechanism}, of a file of which some places cannot be read: what is known to be wrong whatever they say. `has`
 * tells whether the file has something at a path, readable or not.
 */
export function checkAround(
  mechanism: Mechanism,
  touched: readonly (readonly PropertyKey[])[],
  has: (path: string[]) => boolean,
): FaultAt[] {
  const within = (one: readonly PropertyKey[], other: readonly PropertyKey[]): boolean =>
    one.every((step, n) => step === other[n]);
  const isTouched = (path: readonly PropertyKey[]): boolean =>
    touched.some((place) => within(place, path) || within(path, place));
  // A stage whose very name cannot be read may be the one that an act means.
  const nameless = touched.some(([part, ...rest]) => part === 'stages' && rest.length < 2);
  const isThere = ({ code, params: { kind, stage, clock } }: FaultAt): boolean =>
    (code === 'mechanism.no-such-stage' && (nameless || has(['stages', String(stage)]))) ||
    (code === 'mechanism.ladder-no-such-clock' && has(['clocks', String(clock)])) ||
    (ABSENT_ACT.has(code) && has(['acts', String(kind)]));
  const ways = isTouched(['stages']) || isTouched(['acts']);
  return [
    ...namesThatDoNotExist(mechanism).filter((each) => !isThere(each)),
    ...numberFaults(mechanism),
    ...demandFaults(mechanism),
    ...nameFaults(mechanism),
    ...fieldFaults(mechanism),
    ...raisedFaults(mechanism),
    ...partiesFaults(mechanism),
    ...supervisionFaults(mechanism),
    ...(isTouched(['acts']) || isTouched(['children']) ? [] : childrenFaults(mechanism)),
    ...(['acts', 'children', 'stages'].some((part) => isTouched([part])) ? [] : recursFaults(mechanism)),
    ...(isTouched(['acts']) || isTouched(['gates']) || isTouched(['targets']) ? [] : worksFaults(mechanism)),
    ...(isTouched(['acts']) || isTouched(['stages']) ? [] : waiverFaults(mechanism)),
    ...(isTouched(['acts']) ? [] : sealedFaults(mechanism)),
    ...(isTouched(['acts']) || isTouched(['figures']) ? [] : figureFaults(mechanism)),
    ...(ways ? [] : stageFaults(mechanism)),
    ...clockFaults(mechanism),
    ...ladderFaults(mechanism, isTouched).filter((each) => !isThere(each)),
  ].filter(({ path }) => path.length === 1 || !isTouched(path));
}

const ABSENT_ACT: ReadonlySet<string> = new Set([
  'mechanism.act-missing',
  'mechanism.clock-names-missing-act',
  'mechanism.ladder-act-missing',
]);

function namesThatDoNotExist(m: Mechanism): FaultAt[] {
  const faults: FaultAt[] = [];
  for (const kind of ActKind.options) {
    const rule = ruleFor(m, kind);
    if (!rule) continue;
    rule.from?.forEach((stage, i) => {
      if (!hasStage(m, stage)) faults.push(fault(['acts', kind, 'from', i], 'no-such-stage', { kind, stage }));
    });
    for (const way of WAYS) {
      const stage = rule[way];
      if (stage !== undefined && !hasStage(m, stage))
        faults.push(fault(['acts', kind, way], 'no-such-stage', { kind, stage }));
    }
  }
  for (const [name, clock] of Object.entries(m.clocks)) {
    for (const side of ['from', 'until'] as const)
      clock[side].forEach((kind, i) => {
        if (!ruleFor(m, kind))
          faults.push(fault(['clocks', name, side, i], 'clock-names-missing-act', { clock: name, kind }));
      });
  }
  for (const kind of ['register', 'assign', 'close'] as const)
    // What is sealed is nobody's to assign: whoever is named has it.
    if (!ruleFor(m, kind) && !(kind === 'assign' && m.sealed)) faults.push(fault(['acts'], 'act-missing', { kind }));
  for (const kind of ['register', 'close'] as const)
    if (ruleFor(m, kind) && ruleFor(m, kind)?.to === undefined)
      faults.push(fault(['acts', kind], `${kind}-leads-nowhere`));
  return faults;
}

/** The stages that an act may lead to. */
const WAYS = ['to', 'again', 'instead'] as const;

/** A stage that the file itself has; `constructor` and its like are found on every object. */
const hasStage = (m: Mechanism, stage: string): boolean => Object.hasOwn(m.stages, stage);

/** An act that must be given what it has no place for is refused whatever is given. */
function demandFaults(m: Mechanism): FaultAt[] {
  return ActKind.options.flatMap((kind) =>
    (ruleFor(m, kind)?.give ?? []).flatMap((demand, i) =>
      TAKES[demand].includes(kind) ? [] : [fault(['acts', kind, 'give', i], 'demand-untakable', { kind, demand })],
    ),
  );
}

/** A field that the act does not take, or that every mechanism calls the same. */
function fieldFaults(m: Mechanism): FaultAt[] {
  return ActKind.options.flatMap((kind) =>
    Object.keys(ruleFor(m, kind)?.fields ?? {}).flatMap((field) =>
      NAMED_FIELDS[kind]?.includes(field)
        ? []
        : [fault(['acts', kind, 'fields', field], 'field-unnameable', { kind, field, known: knownFields(kind) })],
    ),
  );
}
const knownFields = (kind: ActKind): string =>
  NAMED_FIELDS[kind]?.join(', ') ??
  Object.entries(NAMED_FIELDS)
    .flatMap(([act, fields]) => `${act}: ${fields.join(', ')}`)
    .join('; ');

/** Two buttons of one name beside each other: nobody knows which does what. */
function nameFaults(m: Mechanism): FaultAt[] {
  const names = actNames(m);
  const named = ActKind.options.flatMap((kind) => {
    const name = names[kind];
    return name ? [{ kind, name }] : [];
  });
  return named.flatMap(({ kind, name }, n) =>
    (['zh', 'en'] as const).flatMap((language) => {
      const first = named.slice(0, n).find((other) => other.name[language] === name[language]);
      return first
        ? [
            fault(['acts', kind, 'name', language], 'acts-called-alike', {
              kind,
              other: first.kind,
              name: name[language],
            }),
          ]
        : [];
    }),
  );
}

function numberFaults(m: Mechanism): FaultAt[] {
  return (['number', 'numberWithoutRound'] as const).flatMap((key) => {
    const pattern = m[key];
    if (pattern === undefined) return [];
    const parts = partsOf(pattern);
    const known = NUMBER_PARTS.map((part) => `{${part}}`).join(' ');
    const faults = strayPartsOf(pattern).map((part) => fault([key], 'number-part-unknown', { part, known }));
    if (!parts.includes('n')) faults.push(fault([key], 'number-not-unique'));
    if (!parts.includes('round')) return faults;
    if (!m.rounds) faults.push(fault([key], 'number-wants-rounds'));
    else if (key === 'numberWithoutRound') faults.push(fault([key], 'number-has-no-round'));
    return faults;
  });
}

function stageFaults(m: Mechanism): FaultAt[] {
  const edges = transitions(m);
  const first = edges.filter((e) => e.from === null).map((e) => e.to);
  const reached = closure(first, (stage) => edges.filter((e) => e.from === stage).map((e) => e.to));
  const faults: FaultAt[] = [];
  const closed = Object.keys(m.stages).filter((stage) => phaseOf(m, stage) === 'closed');
  if (!closed.length) faults.push(fault(['stages'], 'no-closed-stage'));
  // Where nothing at all is ever struck off, that is the one fault to tell.
  const ended = closed.some((stage) => reached.has(stage));
  const ends = closure(closed, (stage) => edges.flatMap((e) => (e.to === stage && e.from !== null ? [e.from] : [])));
  for (const stage of Object.keys(m.stages)) {
    if (!reached.has(stage)) faults.push(fault(['stages', stage], 'stage-unreachable', { stage }));
    else if (phaseOf(m, stage) === 'closed') continue;
    else if (!edges.some((e) => e.from === stage && e.to !== stage))
      faults.push(fault(['stages', stage], 'stage-without-exit', { stage }));
    // Two stages that lead only to each other: each has an exit, and no matter there is ever struck off.
    else if (ended && !ends.has(stage)) faults.push(fault(['stages', stage], 'stage-never-closes', { stage }));
  }
  for (const kind of ActKind.options) {
    const stages = stagesFor(m, kind);
    if (ruleFor(m, kind) && kind !== 'register' && !stages.some((stage) => reached.has(stage)))
      faults.push(fault(['acts', kind], 'act-never-possible', { kind }));
  }
  const closeTo = ruleFor(m, 'close')?.to;
  if (closeTo !== undefined && phaseOf(m, closeTo) !== 'closed')
    faults.push(fault(['acts', 'close', 'to'], 'close-leaves-open', { stage: closeTo }));
  return faults;
}

/** Everything that can be come to from the stages given, these included. */
function closure(from: readonly string[], next: (stage: string) => string[]): Set<string> {
  const found = new Set<string>();
  const queue = [...from];
  while (queue.length) {
    const stage = queue.pop()!;
    if (found.has(stage)) continue;
    found.add(stage);
    queue.push(...next(stage));
  }
  return found;
}

function clockFaults(m: Mechanism): FaultAt[] {
  const faults: FaultAt[] = [];
  for (const [name, clock] of Object.entries(m.clocks)) {
    const limit = limitOf(clock.limit);
    for (const side of ['limit', 'otherwise', 'green'] as const) {
      const text = clock[side];
      if (text !== undefined && !isSensible(limitOf(text))) faults.push(outOfRange(name, [side], text));
    }
    for (const [category, text] of Object.entries(clock.limits ?? {}))
      if (!isSensible(limitOf(text))) faults.push(outOfRange(name, ['limits', category], text));
    if (limit.kind === 'due' && !clock.otherwise)
      faults.push(fault(['clocks', name], 'clock-without-limit', { clock: name }));
    if (clock.otherwise === 'due')
      faults.push(fault(['clocks', name, 'otherwise'], 'otherwise-is-due', { clock: name }));
    // Nobody has a part in the matter yet when it is registered.
    if (clock.scope === 'unit' && clock.from.every((kind) => kind === 'register'))
      faults.push(fault(['clocks', name, 'from'], 'clock-never-starts', { clock: name }));
    if (clock.until.every((kind) => clock.from.includes(kind)))
      faults.push(fault(['clocks', name, 'until'], 'clock-never-stops', { clock: name }));
    // A matter that is struck off owes nobody anything; a clock that outlives it would be escalated for ever.
    if (ruleFor(m, 'close') && !clock.until.includes('close'))
      faults.push(fault(['clocks', name, 'until'], 'clock-outlives-matter', { clock: name }));
    if (clock.extendable && !ruleFor(m, 'grant'))
      faults.push(fault(['clocks', name, 'extendable'], 'extend-without-grant', { clock: name }));
    const least = leastDays(clock);
    if (least !== null && !clock.until.includes('answer'))
      faults.push(fault(['clocks', name, 'least'], 'least-without-answer', { clock: name }));
    for (const side of ['limit', 'otherwise'] as const) {
      const given = limitOf(clock[side] ?? 'due');
      if (least !== null && given.kind === 'days' && !given.into && given.n < least)
        faults.push(fault(['clocks', name, 'least'], 'least-beyond-limit', { clock: name, limit: clock[side]! }));
    }
    if (clock.pausable && !ruleFor(m, 'resume'))
      faults.push(fault(['clocks', name, 'pausable'], 'pause-without-resume', { clock: name }));
  }
  return [...faults, ...contradictions(m)];
}

const outOfRange = (clock: string, at: string[], limit: string): FaultAt =>
  fault(['clocks', clock, ...at], 'limit-out-of-range', {
    clock,
    limit,
    longest: longestLike(limitOf(limit)),
  });

/** A clock that must stop before another may, and yet is given longer than it. */
function contradictions(m: Mechanism): FaultAt[] {
  const accept = Object.entries(m.clocks).find(([, c]) => c.until.includes('accept'));
  const answer = Object.entries(m.clocks).find(([, c]) => c.until.includes('answer') && !c.until.includes('accept'));
  if (!accept || !answer) return [];
  const first = limitOf(accept[1].limit);
  const whole = limitOf(answer[1].limit === 'due' ? (answer[1].otherwise ?? 'due') : answer[1].limit);
  if (first.kind === 'due' || whole.kind !== first.kind || first.into !== whole.into || first.n <= whole.n) return [];
  const params = {
    clock: accept[0],
    limit: accept[1].limit,
    other: answer[0],
    otherLimit: answer[1].otherwise ?? answer[1].limit,
  };
  return [fault(['clocks', accept[0], 'limit'], 'limits-contradict', params)];
}
