import { entrySubject, type Subject } from '../ledger/index.ts';
import { debarmentNoun } from './debarment.store.ts';

export { actOnDebarment, proposeDebarment } from './debarment.acts.ts';
export type { ProposeDebarment } from './contract.ts';
export { debarmentRoutes } from './debarment.routes.ts';
export { sealDecisions } from './seal.jobs.ts';
export { decisionFileKey, lookAt, mayReadDecision } from './look.acts.ts';

/** The register of debarments, for `huiyin verify`. */
export const debarmentSubject: Subject = entrySubject(debarmentNoun);
