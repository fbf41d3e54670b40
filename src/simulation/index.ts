export type { Comparison } from './compare.rules.ts';
export { MEASURES } from './contract.ts';
export { simulate } from './simulate.ts';
export { withStageNames } from './tell.rules.ts';
export { tryMechanism } from './trial.jobs.ts';
export { trialRoutes } from './trial.routes.ts';
