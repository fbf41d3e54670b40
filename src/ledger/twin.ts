import { Refusal } from '../kernel/index.ts';

/**
 * Does the work of a request, a transaction of its own; and once more where the ledger took an act of that id meanwhile. Then its twin, sent at the same moment
 * (a second press, a line that was lost), came first: looked for anew, its answer is found, or it is said that the id was used for another act.
 */
export async function besideTwin<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.code !== 'ledger.act-already-recorded') throw error;
    return work();
  }
}
