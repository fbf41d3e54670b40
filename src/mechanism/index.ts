export {
  ActKind,
  Phase,
  Mechanism,
  SlipColor,
  type ActNames,
  type Actor,
  type ClockRule,
  type Rung,
  type SampleRule,
} from './contract.ts';
export type { RecurRule } from './recurs.contract.ts';
export { helperKind } from './helper-kind.rules.ts';
export { mechanismFault } from './fault.rules.ts';
export type { GateRule } from './works.contract.ts';
export { isRate, testsOf, type FigureTests } from './figure.rules.ts';
export type { FigureRule, Moment, RankingPeriod, RankingRule, Repeated } from './figures.contract.ts';
export { followsOf } from './follows.rules.ts';
export { dueBy, offsetOf, rungDay, rungsOf } from './ladder.rules.ts';
export {
  hasGreen,
  isForRaiser,
  isOwnTime,
  keptUntilMidnight,
  leastDays,
  limitFor,
  limitOf,
  waitsToClose,
  watchesPromises,
} from './limit.rules.ts';
export {
  APART,
  bitOf,
  bitsOf,
  common,
  holds,
  IMPLIES,
  isJudged,
  MARKS,
  WORDS,
  union,
  type Mark,
  type Test,
  notTest,
  allOf,
} from './mark.rules.ts';
export { numberFor, numberShapes } from './number.rules.ts';
export type { BuiltIn, InForce } from './clash.rules.ts';
export { parseMechanism, type Parsed } from './parse.rules.ts';
export { actNames, fieldNames, ordinaryStages, phaseOf, ruleFor, stagesFor } from './transitions.rules.ts';
export { OWN, type TargetRule } from './works.contract.ts';
export { keepFor, keepUntil } from './keep.rules.ts';
export { requiredSides } from './sides.rules.ts';
export { channelNames } from './named.contract.ts';
