import { ActKind, type Mechanism } from './contract.ts';
import type { FaultAt } from './fault.rules.ts';
import { phaseOf, ruleFor } from './transitions.rules.ts';

const at = (path: string[], code: string, params: Record<string, string> = {}): FaultAt => ({
  path,
  code: `mechanism.${code}`,
  params,
});

/** What the ladder may do of itself, the drawing of lots, and holding back who declared an interest; where something recurs, dividing too. Everything else wants somebody who answers for it. */
export const OF_ITSELF: readonly ActKind[] = ['slip', 'list', 'raise', 'remind', 'draw', 'recuse'];
/** What somebody does who only helps, and that they end it: they owe no answer, and nothing of the matter's moves by them. */
const HELPS: readonly ActKind[] = ['report', 'note', 'attach', 'unhelp'];
/** What is done at a desk, where somebody says what they raise and brings papers along. */
const TAKES_DOWN: readonly ActKind[] = ['register', 'attach'];
/** What is done to a matter because it is not done. */
const PRESSES: readonly ActKind[] = ['slip', 'list', 'raise'];

/** What is wrong where matters are pressed on: by slips, by a public list, by raising them to a higher seat. */
export function supervisionFaults(m: Mechanism): FaultAt[] {
  const faults: FaultAt[] = [];
  for (const kind of ActKind.options) {
    const rule = ruleFor(m, kind);
    if (!rule) continue;
    const ofItself = OF_ITSELF.includes(kind) || (kind === 'divide' && m.recurs !== undefined);
    if (rule.by.includes('ladder') && !ofItself)
      faults.push(at(['acts', kind, 'by'], kind === 'divide' ? 'ladder-without-recurs' : 'ladder-may-not', { kind }));
    // What a program says of somebody is hearsay, and moves nothing but by what was heard of them.
    if (rule.by.includes('source') && kind !== 'callback')
      faults.push(at(['acts', kind, 'by'], 'source-may-not', { kind }));
    // Whoever takes something down for somebody has no part in it once it stands.
    if (rule.by.includes('desk') && !TAKES_DOWN.includes(kind))
      faults.push(at(['acts', kind, 'by'], 'desk-may-not', { kind }));
    if (rule.by.includes('raised') && !ruleFor(m, 'raise'))
      faults.push(at(['acts', kind, 'by'], 'raised-without-raise', { kind }));
    if (rule.by.includes('helper') && !ruleFor(m, 'help'))
      faults.push(at(['acts', kind, 'by'], 'helper-without-help', { kind }));
    else if (rule.by.includes('helper') && !HELPS.includes(kind) && !m.sealed)
      faults.push(at(['acts', kind, 'by'], 'helper-may-not', { kind }));
    // What is struck off, joined or excluded owes nobody anything.
    const closed = rule.from?.find((stage) => Object.hasOwn(m.stages, stage) && phaseOf(m, stage) === 'closed');
    if (PRESSES.includes(kind) && closed !== undefined)
      faults.push(at(['acts', kind, 'from'], 'presses-on-closed', { kind, stage: closed }));
  }
  if (ruleFor(m, 'raise') && !ruleFor(m, 'answer')?.by.includes('raised'))
    faults.push(at(['acts', 'raise'], 'raised-cannot-answer'));
  for (const [clock, { scope, from }] of Object.entries(m.clocks))
    if (scope === 'raised' && from.some((kind) => kind !== 'raise'))
      faults.push(at(['clocks', clock, 'from'], 'raised-clock-starts', { clock }));
  return faults;
}
