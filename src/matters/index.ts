export { act } from './matter.acts.ts';
export { ables } from './able/able.ts';
export { ableRoutes } from './able/able.routes.ts';
export { matterAct } from './receipt.ts';
export { actByLadder, actBySource } from './nobody.acts.ts';
export { findAlike } from './alike/alike.ts';
export { sharedStretches } from './alike/alike.rules.ts';
export { MOST_COMPARED } from './alike/limits.rules.ts';
export { apartBy } from './alike/apart.rules.ts';
export { TAKE_BACK, TELL_APART, toldNoun, toldSubject } from './alike/apart.noun.ts';
export { findTold, listTold } from './alike/apart.store.ts';
export { findAnswers, findAnswersLike, type Published } from './answers/answers.ts';
export { circlesRoutes } from './circles/circles.routes.ts';
export { treeRoutes } from './trees/tree.routes.ts';
export { plantTree } from './trees/plant.acts.ts';
export type { TreeItem } from './trees/plant.contract.ts';
export { catalogueRoutes } from './catalogues/matrix.routes.ts';
export { sameWords } from './catalogues/carried.rules.ts';
export { standingOf } from './catalogues/matrix.rules.ts';
export { findItems, lockCatalogue, type StoredItem } from './catalogues/matrix.store.ts';
export { alikeRoutes } from './alike/alike.routes.ts';
export { enterpriseMatterRoutes } from './raised/enterprise.routes.ts';
export { countCounted, countDays, countMarks, findSpan, type Ordinals, type Split } from './facts/count.store.ts';
export { countedMatters } from './facts/counted.ts';
export type { FactQuery } from './facts/fact-query.ts';
export { adoptFacts } from './facts/adopt.ts';
export { factsSummed } from './facts/sum.jobs.ts';
export { agendaRoutes } from './agenda/agenda.routes.ts';
export { sampleDrawRoutes } from './samples/sample.routes.ts';
export { weeklySample } from './samples/sample.jobs.ts';
export { findSamples } from './samples/sample.store.ts';
export { mattersAsOf } from './proof/as-of.ts';
export { exportMatters } from './lists/export.jobs.ts';
export { exportRoutes } from './lists/export.routes.ts';
export { mayReadAttachment } from './attachment.store.ts';
export { briefRoutes } from './brief/brief.routes.ts';
export { calendarOf } from './calendars/calendar.store.ts';
export { findLadders, lockWithMechanism } from './ladder/ladder.acts.ts';
export { findHandsOf } from './hands/hand.store.ts';
export { dueRungs, presses, type Step } from './ladder/ladder.rules.ts';
export type { Ask } from './life/ask.rules.ts';
export { asDone } from './life/again.rules.ts';
export { decide, fitting } from './life/decide.rules.ts';
export { inTime, runsOut } from './life/ends.rules.ts';
export { fold } from './life/fold.rules.ts';
export { nobody } from './life/nobody.rules.ts';
export { handRoutes } from './hands/hands.routes.ts';
export { ledgerRoutes } from './lists/ledger.routes.ts';
export { mattersOfRound } from './lists/list.store.ts';
export { findByNumber, findClosed, findMatters, findRegistered, findSince } from './lookup.store.ts';
export { findAbove } from './children/above.store.ts';
export { mayRead, type ReadAbove } from './matter.policy.ts';
export { takeNumbers } from './new-matter.store.ts';
export { findRaised } from './raised/raised.store.ts';
export { matterTopic, roundTopic } from './live.ts';
export { matterRoutes } from './matter.routes.ts';
export { viewMatter } from './matter.view.ts';
export { adoptCalendar, calendarSubject } from './calendars/calendar.acts.ts';
export { calendarRoutes } from './calendars/calendar.routes.ts';
export { builtInNames } from './mechanisms/built-in.ts';
export { adoptMechanisms, mechanismSubject, publishMechanism } from './mechanisms/mechanism.acts.ts';
export { mechanismRoutes } from './mechanisms/mechanism.routes.ts';
export {
  findSource as findMechanismSource,
  getMechanism,
  mechanismsOf,
  findNewestMechanism,
  getNewestMechanism,
  type MechanismVersion,
  newestMechanisms,
} from './mechanisms/mechanism.store.ts';
export { bringLives, type LivedStep } from './lives/bring.acts.ts';
export { helperRoutes } from './helpers/helpers.routes.ts';
export { mentionRoutes } from './mentions/mention.routes.ts';
export { ableToReview, reviewersAmong } from './raised/reviewers.policy.ts';
export { conflicted } from './parties/conflicted.policy.ts';
export { declareAndStandAside } from './parties/declaring.acts.ts';
export { partiesRoutes } from './parties/parties.routes.ts';
export { recurring } from './recurrence/recur.jobs.ts';
export { beginDue } from './recurrence/recur.acts.ts';
export { readRoutes } from './reads/read.routes.ts';
export { registrableRoutes } from './register.routes.ts';
export { openRound } from './rounds/round.acts.ts';
export { attachedFileKey, ownSealedFiles, sealedFiles } from './personal/sealed-files.ts';
export { isSetByHand } from './personal/hide-words.rules.ts';
export { piecesOf, sealedPieces } from './personal/show.acts.ts';
export { worksRoutes } from './works/works.routes.ts';
export { showRoutes } from './personal/show.routes.ts';
export { roundRoutes } from './rounds/round.routes.ts';
export { findRound, findRoundBefore } from './rounds/round.store.ts';
export { rowOf } from './lists/row.rules.ts';
export { lateSuccession, succession, unitWork } from './succession/succeed.jobs.ts';
export { disputed } from './life/disputed.rules.ts';
export { LATER } from './life/state.rules.ts';
export type { ClockState } from './life/state-parts.rules.ts';
export type { Effect, MatterAct } from './life/effect.rules.ts';
export type { MatterState } from './life/state.rules.ts';
export { mentioned } from './life/telling.rules.ts';
export { matterSubject } from './proof/verify.ts';
export { roundSubject } from './rounds/verify-round.ts';
export { findDelisted, findListed, type Listing, type ListingAfter } from './pressing/listing.store.ts';
export { leftOnList } from './pressing/pressing.rules.ts';
export {
  checkMayRegister,
  prepareByHand,
  registerByHand,
  registerItself,
  registerPrepared,
  registrable,
  type Registering,
} from './register.acts.ts';
export { searchable } from './life/words.rules.ts';
export { firmNamed, withoutMarks, withoutPersonal } from './personal/hide.rules.ts';
