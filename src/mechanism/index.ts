export {
  ActKind,
  Phase,
  Mechanism,
  type Actor,
  type ActRule,
  type ClockRule,
  type Demand,
  type Fault,
} from './contract.ts';
export { limitOf } from './limit.rules.ts';
export { numberFor } from './number.rules.ts';
export { parseMechanism } from './parse.ts';
export { actsFrom, phaseOf, ruleFor, stagesFor, transitions } from './transitions.rules.ts';
