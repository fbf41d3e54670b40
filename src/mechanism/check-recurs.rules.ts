import { addDays, occurrences, readRecurrence } from '../kernel/index.ts';
import type { Mechanism } from './contract.ts';
import type { FaultAt } from './fault.rules.ts';
import { isSensible, limitOf, longestLike } from './limit.rules.ts';
import type { RecurRule } from './recurs.contract.ts';
import { phaseOf, ruleFor, stagesFor } from './transitions.rules.ts';

/** What is wrong where something recurs: nothing may begin it, it could stand nowhere, or its days cannot be told or never come. */
export function recursFaults(m: Mechanism): FaultAt[] {
  if (!m.recurs) return [];
  const by = ruleFor(m, 'divide')?.by ?? [];
  const missing = by.includes('ladder') ? [] : [at(['recurs'], 'recurs-wants-ladder')];
  return [...missing, ...Object.entries(m.recurs).flatMap(([what, rule]) => ofOne(m, what, rule))];
}

function ofOne(m: Mechanism, what: string, { kind, during, rule, limit }: RecurRule): FaultAt[] {
  const faults: FaultAt[] = [];
  if (!m.children?.kinds.some((one) => one === kind || (one === 'self' && kind === m.key)))
    faults.push(at(['recurs', what, 'kind'], 'recurs-kind-not-below', { kind }));
  during.forEach((stage, i) => {
    const path = ['recurs', what, 'during', i];
    if (!Object.hasOwn(m.stages, stage)) faults.push(at(path, 'no-such-stage', { kind: what, stage }));
    else if (phaseOf(m, stage) === 'closed') faults.push(at(path, 'recurs-on-closed', { what, stage }));
    else if (ruleFor(m, 'divide') && !stagesFor(m, 'divide').includes(stage))
      faults.push(at(path, 'recurs-not-divided', { what, stage }));
  });
  if (!isSensible(limitOf(limit))) {
    const longest = longestLike(limitOf(limit));
    faults.push(at(['recurs', what, 'limit'], 'limit-out-of-range', { clock: what, limit, longest }));
  }
  const read = readRecurrence(rule);
  if ('fault' in read) faults.push(at(['recurs', what, 'rule'], `recurs-rule-${read.fault}`, { ...read.params, rule }));
  else if (occurrences(read, FIRST, addDays(FIRST, EIGHT_YEARS)).next().done)
    faults.push(at(['recurs', what, 'rule'], 'recurs-never', { rule }));
  return faults;
}

/** Long enough for a 29 February, whichever day one begins on; the day itself is of no account. */
const EIGHT_YEARS = 8 * 366;
const FIRST = '2001-01-01';

const at = (path: (string | number)[], code: string, params: Record<string, string> = {}): FaultAt => ({
  path,
  code: `mechanism.${code}`,
  params,
});
