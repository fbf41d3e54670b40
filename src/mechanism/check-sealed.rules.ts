import { ActKind, type Mechanism } from './contract.ts';
import type { FaultAt } from './fault.rules.ts';
import { ruleFor } from './transitions.rules.ts';

const at = (path: string[], code: string, params: Record<string, string> = {}): FaultAt => ({
  path,
  code: `mechanism.${code}`,
  params,
});

/** Acts that would show something to somebody who is not named, or whose words are not sealed. */
const SHOWS: readonly ActKind[] = [
  ...(['assign', 'classify', 'join', 'part', 'divide'] as const),
  ...([
    'publish',
    'withdraw',
    'draw',
    'callback',
    'involve',
    'appoint',
    'convene',
    'meet',
    'settle',
    'target',
    'measure',
  ] as const),
  ...(['inspect', 'evaluate', 'extend', 'promise', 'propose', 'report'] as const),
];
/** Who is named (of one that is just being registered: for those to come), among them the seat that it was raised to, and whoever raised it; the office's seats may be among the former and are nobody as such. */
const KNOWS: ReadonlySet<string> = new Set(['helper', 'originator', 'raised']);
/** What the ladder does of itself it says in words of its own, which tell of which kind and how late. */
const OF_ITSELF: ReadonlySet<ActKind> = new Set(['slip', 'list', 'raise', 'remind']);
const PARTS = ['figures', 'ranking', 'children', 'parties', 'scheme', 'sample', 'targets', 'gates'] as const;

/** What stands against sealing what a mechanism's matters say: anything by which another than who is named would learn of them. */
export function sealedFaults(m: Mechanism): FaultAt[] {
  if (!m.sealed) return m.elsewhere ? [at(['elsewhere'], 'elsewhere-without-sealed')] : [];
  const faults: FaultAt[] = [];
  if (!m.confidential || m.visibility !== 'units') faults.push(at(['sealed'], 'sealed-not-confidential'));
  if (m.rounds) faults.push(at(['rounds'], 'sealed-may-not-have', { part: 'rounds' }));
  for (const part of PARTS) if (m[part] !== undefined) faults.push(at([part], 'sealed-may-not-have', { part }));
  for (const kind of ['help', 'unhelp'] as const)
    if (!ruleFor(m, kind)) faults.push(at(['sealed'], 'sealed-without-act', { kind }));
  for (const kind of ActKind.options) {
    const rule = ruleFor(m, kind);
    if (!rule) continue;
    if (SHOWS.includes(kind)) faults.push(at(['acts', kind], 'sealed-act-shows', { kind }));
    const other = rule.by.find((actor) => !KNOWS.has(actor) && !(actor === 'ladder' && OF_ITSELF.has(kind)));
    if (other !== undefined) faults.push(at(['acts', kind, 'by'], 'sealed-by-unnamed', { kind, actor: other }));
  }
  return faults;
}
