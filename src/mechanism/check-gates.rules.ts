import { ActKind, type Mechanism } from './contract.ts';
import type { FaultAt } from './fault.rules.ts';
import { ruleFor } from './transitions.rules.ts';

const at = (path: (string | number)[], code: string, params: Record<string, string> = {}): FaultAt => ({
  path: ['gates', ...path],
  code: `mechanism.${code}`,
  params,
});

/** Acts without which there is nothing that a gate could hold back, or that would open it again. */
export const NEVER_HELD: ReadonlySet<string> = new Set(['register', 'inspect', 'note', 'attach', 'correct']);

/** Acts that are no step towards a gate: each matter has been registered, and an inspection is of some gate. */
const ALWAYS: ReadonlySet<string> = new Set(['register', 'inspect']);

const hasAct = (m: Mechanism, name: string): boolean => {
  const kind = ActKind.options.find((one) => one === name);
  return kind !== undefined && ruleFor(m, kind) !== null;
};

/** What is wrong with the gates one by one and in their order: what they wait for that is not there, or that waits for them in turn. */
export function gateFaults(m: Mechanism): FaultAt[] {
  const gates = m.gates ?? {};
  return Object.entries(gates).flatMap(([gate, rule]) => {
    const faults: FaultAt[] = [];
    const { items, after = [], anew = [] } = rule;
    if (Object.keys(items).length === 0) faults.push(at([gate, 'items'], 'empty', { where: `gates.${gate}.items` }));
    for (const side of ['before', 'halts'] as const)
      (rule[side] ?? []).forEach((kind, i) => {
        if (!hasAct(m, kind)) faults.push(at([gate, side, i], 'gate-names-missing-act', { kind }));
        else if (NEVER_HELD.has(kind)) faults.push(at([gate, side, i], 'gate-may-not-hold', { kind }));
      });
    after.forEach((name, i) => {
      const [isGate, isAct] = [Object.hasOwn(gates, name), hasAct(m, name) && !ALWAYS.has(name)];
      if (!isGate && !isAct) faults.push(at([gate, 'after', i], 'gate-after-unknown', { name }));
      else if (isGate && isAct) faults.push(at([gate, 'after', i], 'gate-after-either', { name }));
      else if (isGate && waitsFor(m, name, gate))
        faults.push(at([gate, 'after', i], 'gate-after-itself', { gate, name }));
      else if (isAct && heldBy(m, name, gate))
        faults.push(at([gate, 'after', i], 'gate-after-held', { gate, kind: name }));
    });
    anew.forEach((kind, i) => {
      if (!hasAct(m, kind)) faults.push(at([gate, 'anew', i], 'gate-names-missing-act', { kind }));
      else if (kind === 'inspect') faults.push(at([gate, 'anew', i], 'gate-anew-by-inspection', { kind }));
    });
    return faults;
  });
}

/** Whether a gate is, or comes after, another: by gates that it stands after, and by acts that these hold back. */
function waitsFor(m: Mechanism, gate: string, other: string, seen: ReadonlySet<string> = new Set()): boolean {
  if (gate === other) return true;
  if (seen.has(gate)) return false;
  const next = new Set([...seen, gate]);
  const after = m.gates?.[gate]?.after ?? [];
  return after.some((name) =>
    Object.hasOwn(m.gates ?? {}, name) ? waitsFor(m, name, other, next) : heldBy(m, name, other, next),
  );
}

/** Whether an act waits for a gate, or for one that comes after it. */
const heldBy = (m: Mechanism, kind: string, other: string, seen: ReadonlySet<string> = new Set()): boolean =>
  Object.entries(m.gates ?? {}).some(([gate, { before }]) => before?.includes(kind) && waitsFor(m, gate, other, seen));
