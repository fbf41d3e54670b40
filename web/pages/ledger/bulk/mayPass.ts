import { ApiProblem } from '../../../api.ts';
import { passes } from '../../../problems/passes.ts';

/** The step that a matter has come to, where an act was held back as others acted meanwhile; else null. */
export function movedTo(error: unknown): number | null {
  if (!(error instanceof ApiProblem) || error.problem.code !== 'matter.moved-on') return null;
  const seq = error.problem.params?.['seq'];
  return typeof seq === 'number' ? seq : null;
}

/**
 * Whether an act that was not done may be done when it is tried again: the line was away, too much was asked at once, others acted
 * meanwhile, or something in the form can be put right. What the seat may not do, or the stage forbids, will be refused again.
 */
export function mayPass(error: unknown): boolean {
  if (passes(error) || movedTo(error) !== null || !(error instanceof ApiProblem)) return true;
  const { status, errors = [] } = error.problem;
  return status === 429 || errors.some(({ pointer }) => pointer?.startsWith('/given/'));
}
