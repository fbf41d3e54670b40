export {
  checkAct,
  payloadOf,
  sealAct,
  veiled,
  veilsIn,
  verifyChain,
  type SealedAct,
  type StoredAct,
  type Veil,
} from './chain.rules.ts';
export { layVeils } from './veil.store.ts';
export {
  adopt,
  beginChange,
  findEntry,
  record,
  recordFirst,
  type Adoptions,
  type Change,
  type Entry,
  type Noun,
} from './entry.acts.ts';
export { findAdoptionsDue, takeAdoption } from './adoption.store.ts';
export { rowEach } from './entry-table.ts';
export { entryAct, streamOf, type EntryAct } from './entry.rules.ts';
export { findLastSeq, holdRegister } from './entry.store.ts';
export { entrySubject } from './entry.verify.ts';
export { isSettled, readStreams } from './streams.store.ts';
export { rowsById, verifyLedger, verifyStretch, type Subject, type Verified, type WholeStream } from './verify.ts';
export { cutLedger, holdStill, shareSnapshot, type Stretch } from './stretch.store.ts';
export {
  ACT_COLUMNS,
  appendActs,
  findAct,
  findActs,
  findHands,
  readActs,
  readAll,
  readLatest,
  readStream,
} from './act.store.ts';
export { newsSince, type MovedStream } from './news.store.ts';
export { announce, takeAnnounced, TELL } from './outbox.store.ts';
export { besideTwin } from './twin.ts';
export { checkpointNow, verifyCheckpoints } from './checkpoint.acts.ts';
export { findCheckpoint, findLastCheckpoint, settledHorizon } from './checkpoint.store.ts';
export { checkpointRoutes } from './checkpoint.routes.ts';
export { Checkpoint, KeptCheckpoint } from './contract.ts';
