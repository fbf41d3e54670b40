import type { SeatRole } from '../../src/platform/identity/contract.ts';

/** The pages of the guide that tell a chair its day, in the order of the guide's index. */
export const guidePages = ['handler', 'unit-head', 'supervisor', 'mayor', 'administrator'] as const;

export type GuidePage = (typeof guidePages)[number];

/** Which page of the guide tells the day of a seat. */
export const guidePageOf: Readonly<Record<SeatRole, GuidePage>> = {
  handler: 'handler',
  head: 'unit-head',
  supervisor: 'supervisor',
  mayor: 'mayor',
  administrator: 'administrator',
};
