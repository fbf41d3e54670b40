import { ActKind, type Mechanism } from './contract.ts';
import type { FaultAt } from './fault.rules.ts';
import { OF_ITSELF } from './check-supervision.rules.ts';
import { ruleFor } from './transitions.rules.ts';

const at = (path: (string | number)[], code: string, params: Record<string, string> = {}): FaultAt => ({
  path,
  code: `mechanism.${code}`,
  params,
});

/** What is wrong where matters may stand below others: nobody puts them there, or an act waits for them that cannot or must not. */
export function childrenFaults(m: Mechanism): FaultAt[] {
  const divides = ruleFor(m, 'divide') !== null;
  const { children } = m;
  if (!children) return divides ? [at(['acts', 'divide'], 'divide-without-children')] : [];
  const faults = divides ? [] : [at(['children'], 'children-without-divide')];
  children.kinds.forEach((kind, i) => {
    if (children.kinds.indexOf(kind) !== i || (kind === m.key && children.kinds.includes('self')))
      faults.push(at(['children', 'kinds', i], 'child-kind-twice', { kind }));
  });
  for (const kind of ActKind.options) {
    if (children.hold?.[kind] === undefined) continue;
    if (!ruleFor(m, kind)) faults.push(at(['children', 'hold', kind], 'hold-names-missing-act', { kind }));
    // Before there is a matter nothing stands below it; and pressing waits for nobody.
    else if (kind === 'register' || kind === 'divide' || OF_ITSELF.includes(kind))
      faults.push(at(['children', 'hold', kind], 'hold-never-waits', { kind }));
  }
  return faults;
}
