export { addUnits, endSeat, openSeat, renameUnit, retireUnit } from './directory.acts.ts';
export { findCaller, findSeatNames, findUnits, seatsOf } from './directory.store.ts';
export { Seat, Unit, UnitMatch } from './contract.ts';
