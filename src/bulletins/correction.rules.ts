import { problem, type Problem, type Uuid } from '../kernel/index.ts';
import type { BulletinRef } from './contract.ts';

/**
 * What is wrong with publishing a bulletin of a round that may have one already; null when it may be. `inForce` is the one
 * that stands, `named` the one that the author means to correct: only who has seen the newest may correct it.
 */
export function correctionFault(inForce: BulletinRef | undefined, named: Uuid | null | undefined): Problem | null {
  const at = { status: 409, pointer: '/supersedes' };
  if (!inForce) return named ? problem('bulletin.nothing-to-supersede', {}, { ...at, status: 400 }) : null;
  if (named === inForce.id) return null;
  const { id, number, by } = inForce;
  return problem(
    named ? 'bulletin.supersedes-another' : 'bulletin.already-published',
    { bulletin: id, number, by },
    at,
  );
}
