import { entrySubject } from '../ledger/index.ts';
import { dutyNoun } from './duty.store.ts';
import { swapNoun } from './swaps/swap.store.ts';

export { dutyToday, onDuty, setDutyRule } from './duty.acts.ts';
export { dutyRoutes } from './duty.routes.ts';
export { findSwapsById } from './swaps/swap.store.ts';
export { exportDuties } from './export.jobs.ts';
/** Rules of duty and swaps, for `huiyin verify`. */
export const dutySubjects = [entrySubject(dutyNoun), entrySubject(swapNoun)];
