export { startEmbedded, type EmbeddedServer } from './embedded/server.ts';
export { migrate, migrationsHash, pendingMigrations } from './migrate.ts';
export { listen, type Listening } from './listen.ts';
export { MOVED_CHANNEL, notify } from './notify.ts';
export { reach } from './reach.ts';
export { remembered } from './remembered.ts';
export { applicationPool, ownerPool, type Pool } from './pool.ts';
export { inOrder, outcomeOf, togetherInCity, type Outcome } from './together.ts';
export {
  afterCommit,
  asSystem,
  endShared,
  endWith,
  keepPlans,
  onBehalf,
  runKept,
  poolOf,
  transact,
  type Statement,
  type SystemCaller,
  type Tx,
} from './transact.ts';
