import { ActKind, type ActRule, type Mechanism, type Phase } from './contract.ts';
import type { FaultAt } from './fault.rules.ts';
import { requiredSides } from './sides.rules.ts';
import { phaseOf, ruleFor, stagesFor } from './transitions.rules.ts';

const at = (path: string[], code: string, params: FaultAt['params'] = {}): FaultAt => ({
  path,
  code: `mechanism.${code}`,
  params,
});

type Feature = 'parties' | 'sessions' | 'settlement';
/** The feature that an act is of no use without. */
const OF: Partial<Record<ActKind, Feature>> = {
  involve: 'parties',
  clear: 'parties',
  recuse: 'parties',
  convene: 'sessions',
  meet: 'sessions',
  settle: 'settlement',
  keep: 'settlement',
  breach: 'settlement',
  retract: 'settlement',
  confirm: 'settlement',
  rule: 'settlement',
};
/** The acts without which a feature is of no use. */
const NEEDS: Readonly<Record<Feature, readonly ActKind[]>> = {
  parties: [],
  sessions: ['meet'],
  settlement: ['settle', 'keep', 'breach'],
};
/** Acts that end a matter otherwise than by an agreement. */
const ENDS: readonly ActKind[] = ['fail', 'drop', 'refer'];

/** What is wrong where parties stand against each other, meet and come to an agreement. */
export function partiesFaults(m: Mechanism): FaultAt[] {
  const faults: FaultAt[] = [];
  for (const kind of ActKind.options) {
    const rule = ruleFor(m, kind);
    if (!rule) continue;
    const feature = OF[kind];
    if (feature && !m[feature]) faults.push(at(['acts', kind], 'act-wants-feature', { kind, feature }));
    if (rule.by.includes('appointed') && !ruleFor(m, 'appoint'))
      faults.push(at(['acts', kind, 'by'], 'appointed-without-appoint', { kind }));
    if (rule.impartial && kind !== 'help') faults.push(at(['acts', kind, 'impartial'], 'impartial-of-help', { kind }));
    else if (rule.impartial && !m.parties) faults.push(at(['acts', kind, 'impartial'], 'impartial-without-parties'));
    const leads = rule.to !== undefined && Object.hasOwn(m.stages, rule.to) ? phaseOf(m, rule.to) : null;
    if (ENDS.includes(kind) && leads !== 'closed') faults.push(at(['acts', kind], 'ending-leaves-open', { kind }));
    // What was agreed on is counted as answered, and must stand where it is.
    if (kind === 'settle' && leads !== 'answered') faults.push(at(['acts', kind], 'settle-not-answered'));
    // Nothing is ruled on that nobody asked for.
    if (kind === 'rule' && !ruleFor(m, 'confirm')) faults.push(at(['acts', 'rule'], 'rule-without-confirm'));
    if (kind === 'retract') faults.push(...retractFaults(m, rule, leads));
  }
  for (const [feature, kinds] of Object.entries(NEEDS) as [Feature, readonly ActKind[]][])
    if (m[feature])
      for (const kind of kinds)
        if (!ruleFor(m, kind)) faults.push(at([feature], 'feature-wants-act', { feature, kind }));
  if (m.settlement && !m.parties) faults.push(at(['settlement'], 'settlement-without-parties'));
  if (m.parties && requiredSides(m.parties).length < 2) faults.push(at(['parties', 'sides'], 'sides-too-few'));
  return faults;
}

/** What is promised again by a finding taken back is owed again: nothing closed stays closed by it, and a clock that watches promises sees it. */
function retractFaults(m: Mechanism, rule: ActRule, leads: Phase | null): FaultAt[] {
  const closes = stagesFor(m, 'retract').some(
    (stage) => Object.hasOwn(m.stages, stage) && phaseOf(m, stage) === 'closed',
  );
  const sleeps = Object.entries(m.clocks).flatMap(([clock, { from, until }]) =>
    until.includes('keep') && !(from.includes('retract') && until.includes('retract')) ? [clock] : [],
  );
  return [
    ...((rule.to !== undefined || closes) && leads !== 'answered'
      ? [at(['acts', 'retract'], 'retract-not-answered')]
      : []),
    ...sleeps.map((clock) => at(['clocks', clock], 'retract-unwatched', { clock })),
  ];
}
