export { checkAct, payloadOf, sealAct, verifyChain, type SealedAct, type StoredAct } from './chain.rules.ts';
export { isSettled, readStreams } from './streams.store.ts';
export { rowsById, verifyLedger, type Subject, type WholeStream } from './verify.ts';
export { appendActs, findAct, readAll, readStream, type Stretch } from './act.store.ts';
export { newsSince, type MovedStream } from './news.store.ts';
export { checkpointNow, verifyCheckpoints } from './checkpoint.acts.ts';
export { findCheckpoint, findLastCheckpoint, settledHorizon } from './checkpoint.store.ts';
export { checkpointRoutes } from './checkpoint.routes.ts';
export { Checkpoint, KeptCheckpoint } from './contract.ts';
