import { ActKind, type Fault, type Mechanism } from './contract.ts';
import type { FaultAt } from './fault.rules.ts';
import { phaseOf, ruleFor, stagesFor } from './transitions.rules.ts';

const at = (path: string[], code: string, params: Fault['params'] = {}): FaultAt => ({
  path,
  code: `mechanism.${code}`,
  params,
});

/** Acts in which somebody who raised the matter takes part. */
const RAISED: readonly ActKind[] = ['inquire', 'reply', 'promise', 'evaluate', 'callback', 'draw', 'publish'];
/** Acts that may say no; and one that need lead nowhere then, as nothing is moved by what is only heard. */
const SAY_NO: readonly ActKind[] = ['evaluate', 'review'];
const MAY_SAY_NO: readonly ActKind[] = [...SAY_NO, 'callback'];
/** Acts that are of no use without another. */
const PAIRS: readonly (readonly [ActKind, ActKind])[] = [
  ['inquire', 'reply'],
  ['reply', 'inquire'],
  ['propose', 'answer'],
  ['evaluate', 'answer'],
  ['draw', 'callback'],
  ['publish', 'answer'],
  ['publish', 'withdraw'],
  ['withdraw', 'publish'],
  ['exclude', 'review'],
  ['review', 'exclude'],
  ['help', 'unhelp'],
  ['unhelp', 'help'],
  ['join', 'part'],
  ['part', 'join'],
  ['list', 'delist'],
  ['delist', 'list'],
  ['raise', 'lower'],
  ['lower', 'raise'],
];

/** What is wrong where matters are raised by somebody, classified, answered to them and judged by them. */
export function raisedFaults(m: Mechanism): FaultAt[] {
  const kinds = ActKind.options.filter((kind) => ruleFor(m, kind));
  const faults: FaultAt[] = [];
  if (!m.originators) {
    for (const kind of kinds)
      if (RAISED.includes(kind) || ruleFor(m, kind)!.by.some((actor) => actor === 'originator' || actor === 'desk'))
        faults.push(at(['acts', kind], 'wants-originators', { kind }));
      else if (ruleFor(m, kind)!.give?.includes('told'))
        faults.push(at(['acts', kind, 'give'], 'told-wants-originators', { kind }));
    if (m.channels) faults.push(at(['channels'], 'channels-want-originators'));
  }
  for (const [kind, other] of PAIRS)
    if (kinds.includes(kind) && !kinds.includes(other))
      faults.push(at(['acts', kind], 'act-wants-other', { kind, other }));
  for (const kind of kinds) {
    const { instead, to, again, tries, everyUnit, within, kinds: helpers } = ruleFor(m, kind)!;
    if (within !== undefined && kind !== 'list') faults.push(at(['acts', kind, 'within'], 'within-of-list', { kind }));
    if (helpers !== undefined && kind !== 'help') faults.push(at(['acts', kind, 'kinds'], 'kinds-of-help', { kind }));
    if (tries !== undefined && kind !== 'callback')
      faults.push(at(['acts', kind, 'tries'], 'tries-of-callback', { kind }));
    if (SAY_NO.includes(kind) && instead === undefined) faults.push(at(['acts', kind], 'instead-missing', { kind }));
    if (!MAY_SAY_NO.includes(kind) && instead !== undefined)
      faults.push(at(['acts', kind, 'instead'], 'instead-untakable', { kind }));
    if (everyUnit !== undefined && kind !== 'refuse')
      faults.push(at(['acts', kind, 'everyUnit'], 'every-unit-of-refuse', { kind }));
    if (again !== undefined && to === undefined) faults.push(at(['acts', kind, 'again'], 'again-without-to', { kind }));
  }
  return [
    ...faults,
    ...handedBackFaults(m),
    ...sampleFaults(m),
    ...joiningFaults(m),
    ...schemeFaults(m, kinds),
    ...keepFaults(m),
  ];
}

/** A co-unit may hand a matter back wherever the lead works on it: somebody must be able to assign it from there. */
function handedBackFaults(m: Mechanism): FaultAt[] {
  if (!ruleFor(m, 'refuse')?.everyUnit) return [];
  const from = stagesFor(m, 'assign');
  const stuck = Object.entries(m.stages).filter(
    ([stage, { phase }]) => (phase === 'assigned' || phase === 'working') && !from.includes(stage),
  );
  return stuck.map(([stage]) => at(['acts', 'refuse', 'everyUnit'], 'every-unit-stuck', { stage }));
}

/** A sample is drawn by an act, which nobody does without one; and somebody must be asked at all. */
function sampleFaults(m: Mechanism): FaultAt[] {
  const rule = ruleFor(m, 'draw');
  const draws = rule !== null;
  // Who could choose would choose the content.
  if (rule?.by.some((actor) => actor !== 'ladder')) return [at(['acts', 'draw', 'by'], 'draw-by-hand')];
  if (m.sample === undefined) return draws ? [at(['acts', 'draw'], 'draw-without-sample')] : [];
  if (!draws) return [at(['sample'], 'sample-without-draw')];
  return m.sample.share === 0 && m.sample.least === 0 ? [at(['sample'], 'sample-of-nobody')] : [];
}

/** What is kept of those who raised a matter, where nobody does, is nothing; and without a scheme there are no categories. */
function keepFaults(m: Mechanism): FaultAt[] {
  if (m.keep === undefined) return [];
  if (!m.originators) return [at(['keep'], 'keep-without-originators')];
  const others = Object.keys(m.keep).filter((key) => key !== 'default');
  return m.scheme === undefined && others.length ? [at(['keep'], 'keep-without-scheme')] : [];
}

/** What is joined to another matter is over by itself, and what is parted from it goes back to where it stood. */
function joiningFaults(m: Mechanism): FaultAt[] {
  const to = ruleFor(m, 'join')?.to;
  const stays =
    ruleFor(m, 'join') !== null && (to === undefined || (Object.hasOwn(m.stages, to) && phaseOf(m, to) !== 'closed'));
  return [
    ...(stays ? [at(['acts', 'join'], 'join-leaves-open')] : []),
    ...(ruleFor(m, 'part')?.to === undefined ? [] : [at(['acts', 'part', 'to'], 'part-leads-back')]),
  ];
}

function schemeFaults(m: Mechanism, kinds: readonly ActKind[]): FaultAt[] {
  if (m.scheme !== undefined) return kinds.includes('classify') ? [] : [at(['scheme'], 'scheme-without-classify')];
  return [
    ...(kinds.includes('classify') ? [at(['acts', 'classify'], 'classify-without-scheme')] : []),
    ...Object.entries(m.clocks).flatMap(([clock, { limits }]) =>
      limits ? [at(['clocks', clock, 'limits'], 'limits-without-scheme', { clock })] : [],
    ),
  ];
}
