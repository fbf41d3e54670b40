export { addUnits, endSeat, openSeat, renameUnit, retireUnit } from './directory.acts.ts';
export { routes } from './directory.routes.ts';
export { findCaller, findSeatNames, findSeats, findUnits } from './directory.store.ts';
export { findNamed, type Named } from './named.acts.ts';
export { findPerson } from './people.store.ts';
export { findUnitMatcher } from './unit-match.acts.ts';
export type { Unit } from './contract.ts';
