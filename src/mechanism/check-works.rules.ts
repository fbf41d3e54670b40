import { ActKind, type Mechanism } from './contract.ts';
import { gateFaults, NEVER_HELD } from './check-gates.rules.ts';
import type { FaultAt } from './fault.rules.ts';
import { ruleFor } from './transitions.rules.ts';

const at = (path: (string | number)[], code: string, params: Record<string, string> = {}): FaultAt => ({
  path,
  code: `mechanism.${code}`,
  params,
});

/** Acts by which what is promised is reached, or told to be. */
const TO_REACH: ReadonlySet<string> = new Set(['target', 'measure', 'assign', 'accept']);

/** What is wrong where targets are measured and gates passed: words without their acts, and gates that hold back what is not there. */
export function worksFaults(m: Mechanism): FaultAt[] {
  const faults: FaultAt[] = [];
  const pair = (part: 'targets' | 'gates', kinds: readonly ActKind[]): void => {
    const there = m[part] !== undefined;
    for (const kind of kinds) {
      if (there && !ruleFor(m, kind)) faults.push(at([part], `${part}-want-act`, { kind }));
      if (!there && ruleFor(m, kind)) faults.push(at(['acts', kind], `act-wants-${part}`, { kind }));
    }
    if (there && Object.keys(m[part] ?? {}).length === 0) faults.push(at([part], 'empty', { where: part }));
  };
  pair('targets', ['target', 'measure']);
  pair('gates', ['inspect']);
  for (const [target, { every, within }] of Object.entries(m.targets ?? {}))
    if (within && !every) faults.push(at(['targets', target, 'within'], 'within-without-every'));
  if (m.tree && !m.children) faults.push(at(['tree'], 'tree-without-children'));
  for (const kind of ActKind.options) {
    const { unreached } = ruleFor(m, kind) ?? {};
    const where = ['acts', kind, 'unreached'];
    if (unreached && !m.targets) faults.push(at(where, 'unreached-wants-targets', { kind }));
    else if (unreached === 'reason' && kind !== 'answer')
      faults.push(at(where, 'unreached-reason-of-answer', { kind }));
    else if (unreached && (NEVER_HELD.has(kind) || TO_REACH.has(kind)))
      faults.push(at(where, 'unreached-may-not-hold', { kind }));
  }
  return [...faults, ...gateFaults(m)];
}
