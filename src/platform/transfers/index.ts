export { beginExport } from './transfer.acts.ts';
export { keepFile, sweepTransfers, workOff } from './transfer.jobs.ts';
export { transferRoutes } from './transfer.routes.ts';
export { Transfer } from './contract.ts';
