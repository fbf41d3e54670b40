import type { AlikeMatters } from '../../../src/matters/alike/alike.contract.ts';

/** How many are being worked on, or where none is, how many are answered; said by another sentence then. */
export function counted(rows: AlikeMatters['rows']): { n: number; answered: boolean } {
  const working = rows.filter(({ matter }) => matter.phase !== 'answered').length;
  return { n: working || rows.length, answered: working === 0 };
}
