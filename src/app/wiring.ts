import {
  circleRoutes,
  drawFileKey,
  enterpriseRoutes,
  exportEnterprises,
  findCaller,
  findSeats,
  interestRoutes,
  keptFileKey,
  originatorRoutes,
  peopleRoutes,
  registerRoutes,
  schemeRoutes,
  unitRoutes,
} from '../directory/index.ts';
import { dutyRoutes, exportDuties } from '../duties/index.ts';
import { bulletinRoutes } from '../bulletins/index.ts';
import { answerRoutes, appealRoutes, behalfRoutes, open311Routes, ownRoutes, sourceRoutes } from '../counter/index.ts';
import {
  countRoutes,
  exportFigures,
  exportRanking,
  figureRoutes,
  rankingRoutes,
  rankingsHeld,
} from '../figures/index.ts';
import { debarmentRoutes, decisionFileKey, mayReadDecision } from '../debarments/index.ts';
import { foundingRoutes } from '../founding/index.ts';
import {
  countTopics,
  draftRoutes,
  duplicateRoutes,
  editionRoutes,
  exportDuplicates,
  findDuplicates,
  planRoutes,
  importMatters,
  importRoutes,
  learnSuggestions,
  rosterRoutes,
  enterpriseSheetRoutes,
  schemeTableRoutes,
  suggestionRoutes,
  topicRoutes,
} from '../intake/index.ts';
import { refuse } from '../kernel/index.ts';
import { checkpointRoutes, newsSince } from '../ledger/index.ts';
import {
  agendaRoutes,
  ableRoutes,
  alikeRoutes,
  attachedFileKey,
  enterpriseMatterRoutes,
  briefRoutes,
  calendarOf,
  calendarRoutes,
  catalogueRoutes,
  circlesRoutes,
  treeRoutes,
  exportMatters,
  factsSummed,
  exportRoutes,
  handRoutes,
  lateSuccession,
  ledgerRoutes,
  matterRoutes,
  mechanismRoutes,
  matterTopic,
  mayReadAttachment,
  helperRoutes,
  mentionRoutes,
  declareAndStandAside,
  partiesRoutes,
  readRoutes,
  recurring,
  registrableRoutes,
  roundRoutes,
  roundTopic,
  sampleDrawRoutes,
  showRoutes,
  worksRoutes,
  succession,
  unitWork,
  weeklySample,
} from '../matters/index.ts';
import { copyRoutes, erasureRoutes, exportShown, keptRoutes, retention, shownRoutes } from '../privacy/index.ts';
import { noticeRoutes } from '../notices/index.ts';
import { seal } from './seal.jobs.ts';
import { sampleRoutes } from './demo/sample.routes.ts';
import { trialRoutes, tryMechanism } from '../simulation/index.ts';
import { viewRoutes } from '../views/index.ts';
import type { HttpOptions, RoutePlugin } from '../platform/http/index.ts';
import type { Schedule, WorkerOptions } from '../platform/jobs/index.ts';
import type { LiveSource } from '../platform/live/index.ts';
import type { Seating } from '../platform/identity/index.ts';
import { sweepUploads, type FileSealing } from '../platform/files/index.ts';
import { sweepTransfers, transferRoutes } from '../platform/transfers/index.ts';

/** The slices' routes, in the order in which the interface's description lists them. */
export const routes: readonly RoutePlugin[] = [
  ledgerRoutes,
  viewRoutes,
  matterRoutes,
  showRoutes,
  worksRoutes,
  ableRoutes,
  alikeRoutes,
  enterpriseMatterRoutes,
  handRoutes,
  briefRoutes,
  sampleDrawRoutes,
  mechanismRoutes,
  trialRoutes,
  agendaRoutes,
  calendarRoutes,
  catalogueRoutes,
  treeRoutes,
  helperRoutes,
  mentionRoutes,
  partiesRoutes,
  readRoutes,
  registrableRoutes,
  roundRoutes,
  exportRoutes,
  transferRoutes,
  draftRoutes,
  importRoutes,
  editionRoutes,
  planRoutes,
  topicRoutes,
  duplicateRoutes,
  suggestionRoutes,
  figureRoutes,
  countRoutes,
  rankingRoutes,
  bulletinRoutes,
  noticeRoutes,
  checkpointRoutes,
  unitRoutes(unitWork),
  peopleRoutes,
  interestRoutes(declareAndStandAside),
  circlesRoutes,
  circleRoutes,
  dutyRoutes(calendarOf),
  rosterRoutes,
  enterpriseSheetRoutes,
  schemeRoutes,
  schemeTableRoutes,
  enterpriseRoutes,
  originatorRoutes,
  shownRoutes,
  keptRoutes,
  erasureRoutes,
  copyRoutes,
  appealRoutes,
  answerRoutes,
  ownRoutes,
  sourceRoutes,
  behalfRoutes,
  open311Routes,
  debarmentRoutes,
  registerRoutes,
  foundingRoutes,
  sampleRoutes,
];

/** Who sits where, told to platform/identity by the directory above it. */
export const seating: Seating = { findCaller, findSeats };

/** Whether somebody may read a file that is not their own: asked of the slice that it is attached to. */
export const mayReadFile: HttpOptions['mayReadFile'] = async (tx, caller, file, now) =>
  (await mayReadAttachment(tx, caller, file)) || mayReadDecision(tx, caller, file, now);

/** Where the keys of sealed files come from: until one is attached, from whoever uploaded it; then from the matter, or the entry whose decision it is. */
export const sealing: FileSealing = {
  draw: drawFileKey,
  open: async (tx, caller, { id, kept }, now) => {
    if (kept === null) return (await decisionFileKey(tx, caller, id, now)) ?? attachedFileKey(tx, caller, id, now);
    return (await keptFileKey(tx, caller, { id, kept })) ?? refuse('files.not-found', { id }, { status: 404 });
  },
};

/** What the live line reads, and the rooms that say who may hear of it. */
export const live: LiveSource = { since: newsSince, topics: [matterTopic, roundTopic] };

/** What runs by the clock, for every city. */
export const schedules: readonly Schedule[] = [
  { at: '*/10 * * * *', job: seal },
  { at: '5,15,25,35,45,55 * * * *', job: lateSuccession },
  // From six in the morning of the city until six in the evening.
  { at: '2,32 22,23,0-10 * * *', job: recurring },
  // Ten past six in the morning of the city.
  { at: '10 22 * * *', job: countTopics },
  { at: '15 22 * * *', job: findDuplicates },
  // Half past two, when nobody works.
  { at: '30 18 * * *', job: learnSuggestions },
  { at: '20 22 * * *', job: weeklySample },
  // Half past eight in the morning of the city.
  { at: '30 0 * * *', job: rankingsHeld },
  { at: '23 18 * * *', job: sweepTransfers },
  // A quarter to three.
  { at: '45 18 * * *', job: factsSummed },
  // Two in the morning of the city.
  { at: '3 18 * * *', job: retention },
  { at: '41 * * * *', job: sweepUploads },
];

/** What is enqueued by acts and requests. */
export const jobs: WorkerOptions['jobs'] = [
  exportDuplicates,
  exportDuties(calendarOf),
  exportEnterprises,
  exportFigures,
  exportRanking,
  exportMatters,
  exportShown,
  importMatters,
  succession,
  tryMechanism,
];
