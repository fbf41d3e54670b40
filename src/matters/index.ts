export { act } from './matter.acts.ts';
export { calendarOf } from './calendar.store.ts';
export { matterRoutes } from './matter.routes.ts';
export { roundRoutes } from './round.routes.ts';
export { openRound } from './round.acts.ts';
export { publishMechanism } from './mechanism.store.ts';
export { matterSubject, roundSubject } from './verify.ts';
