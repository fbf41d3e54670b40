import { entrySubject } from '../ledger/index.ts';
import { dutyNoun } from './duty.store.ts';

export { onDuty, setDutyRule } from './duty.acts.ts';
export { dutyRoutes } from './duty.routes.ts';
/** Rules of duty, for `huiyin verify`. */
export const dutySubject = entrySubject(dutyNoun);
