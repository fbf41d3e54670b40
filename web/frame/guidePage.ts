import type { Circle } from '../../src/directory/circles/circle.contract.ts';
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

const OF_ROLE: Readonly<Record<SeatRole, GuidePage>> = {
  handler: 'handler',
  head: 'unit-head',
  supervisor: 'supervisor',
  mayor: 'mayor',
  administrator: 'administrator',
};

/** Which page of the guide tells the day of a seat: of one that is named for what is sealed the discipline inspector's, whatever its role. */
export const guidePageFor = (role: SeatRole, circles: readonly Pick<Circle, 'own'>[]): GuidePage =>
  circles.some(({ own }) => own !== null) ? 'discipline' : OF_ROLE[role];
