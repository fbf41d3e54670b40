export {
  beginExport,
  beginImport,
  forgetTransfer,
  openImport,
  ownTransfer,
  reviewAgain,
  viewTransfer,
} from './transfer.acts.ts';
export { keepFile, sweepTransfers, workOff } from './transfer.jobs.ts';
export { transferRoutes } from './transfer.routes.ts';
export { lockTransfer } from './transfer.store.ts';
export { Transfer } from './contract.ts';
