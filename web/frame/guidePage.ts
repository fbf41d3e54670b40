import type { SeatRole } from '../../src/platform/identity/contract.ts';

/** The pages of the guide in the order of its index: a chair's day each, `mechanism`, by which an official writes
 * one, and `pages`, which shows every other page of the desk. */
export const guidePages = [
  'handler',
  'mediator',
  'inspector',
  'unit-head',
  'supervisor',
  'mayor',
  'administrator',
  'discipline',
  'mechanism',
  'pages',
] as const;

export type GuidePage = (typeof guidePages)[number];

/** Which page of the guide tells the day of a seat. */
export const guidePageOf: Readonly<Record<SeatRole, GuidePage>> = {
  handler: 'handler',
  head: 'unit-head',
  supervisor: 'supervisor',
  mayor: 'mayor',
  administrator: 'administrator',
};
