import type { ActKind, Mechanism } from './contract.ts';
import type { FaultAt } from './fault.rules.ts';
import { phaseOf, ruleFor } from './transitions.rules.ts';

const at = (path: string[], code: string): FaultAt => ({ path, code: `mechanism.${code}`, params: {} });

/**
 * What is wrong where a unit may say that it has nothing to do: that waits for a word of the office, and the word ends the matter. And
 * where matters are items of a list: another edition must be able to say otherwise. What an earlier ledger says stands for an act that the file has.
 */
export function waiverFaults(m: Mechanism): FaultAt[] {
  const leads = (kind: ActKind): string | null => {
    const to = ruleFor(m, kind)?.to;
    return to !== undefined && Object.hasOwn(m.stages, to) ? phaseOf(m, to) : null;
  };
  const [waive, exempt] = [ruleFor(m, 'waive') !== null, ruleFor(m, 'exempt') !== null];
  return [
    ...(waive && !exempt ? [at(['acts', 'waive'], 'waive-without-exempt')] : []),
    ...(exempt && !waive ? [at(['acts', 'exempt'], 'exempt-without-waive')] : []),
    ...(waive && leads('waive') !== 'answered' ? [at(['acts', 'waive'], 'waive-not-answered')] : []),
    ...(exempt && leads('exempt') !== 'closed' ? [at(['acts', 'exempt'], 'exempt-leaves-open')] : []),
    ...(ruleFor(m, 'carry') && !['accept', 'answer', 'waive'].every((kind) => ruleFor(m, kind as ActKind))
      ? [at(['acts', 'carry'], 'carry-stands-for-nothing')]
      : []),
    ...(m.catalogue && !ruleFor(m, 'revise') ? [at(['catalogue'], 'catalogue-without-revise')] : []),
  ];
}
