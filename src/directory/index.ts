export { creditCheckDigit, creditCodeFault, creditCodeOf } from './enterprises/credit-code.rules.ts';
export { addEnterprises, bringEnterprises, type BroughtEnterprise } from './enterprises/enterprise.acts.ts';
export { enterpriseRoutes } from './enterprises/enterprise.routes.ts';
export { exportEnterprises } from './enterprises/export.jobs.ts';
export { allow } from './directory.policy.ts';
export type { Enterprise } from './enterprises/enterprise.contract.ts';
export { industryOf } from './enterprises/industry.rules.ts';
export { sizeClassOf } from './enterprises/size-class.rules.ts';
export {
  findEnterprise,
  findEnterpriseByCode,
  findEnterprises,
  findEnterprisesByCode,
  findEnterprisesByName,
} from './enterprises/enterprise.store.ts';
export { changeCircle, checkNameable, findCircleFor } from './circles/circle.acts.ts';
export { circleRoutes } from './circles/circle.routes.ts';
export { findCircle } from './circles/circle.store.ts';
export {
  drawFileKey,
  findSealing,
  keptFileKey,
  nameFor,
  newSealing,
  unnameFor,
  type Sealing,
} from './sealing/sealing.acts.ts';
export { declareInterest } from './interests/interest.acts.ts';
export type { NewInterest } from './interests/interest.contract.ts';
export { interestRoutes } from './interests/interest.routes.ts';
export { findInterests } from './interests/interest.store.ts';
export { askCode, useCode } from './originators/code.acts.ts';
export { CODE_MINUTES } from './originators/code.rules.ts';
export { contactOf, masked, takesMessages, type PlainContact } from './originators/contact.rules.ts';
export { originatorOnBehalf } from './originators/on-behalf.acts.ts';
export {
  addEnterpriseContact,
  changeOriginator,
  findOriginatorsBy,
  forgetMatter,
  newcomer,
  openNewcomers,
  openOriginator,
  sealTo,
  type Newcomer,
} from './originators/originator.acts.ts';
export { originatorRoutes } from './originators/originator.routes.ts';
export { findOriginator, findOriginatorsTaken, findRaisedSealed } from './originators/originator.store.ts';
export { findReaches, noteLanguage, type Reach } from './originators/reach.store.ts';
export { newKey } from './originators/seal.ts';
export { cityPrintOf, printOf, sealFor, unsealer, unsealOf } from './originators/sealed.acts.ts';
export { findPurpose, noteShown } from './originators/shown.store.ts';
export {
  closeOriginatorSession,
  findKnownOriginator,
  passCodes,
  makePassLink,
  openOriginatorSession,
  originatorCaller,
  usePassCode,
  usePassLink,
  type KnownOriginator,
  type NewPassCode,
  type OpenedOriginatorSession,
} from './originators/session.acts.ts';
export { findNamed, type Named } from './named.acts.ts';
export { searchColleagues } from './people/colleague.acts.ts';
export { findColleagues, type Colleague } from './people/colleague.store.ts';
export { mayorsAmong } from './people/mayor.store.ts';
export { findActsOutside } from './people/outside.store.ts';
export { findPerson } from './people/people.store.ts';
export { adoptDirectory, directorySubjects } from './directory.register.ts';
export { peopleRoutes } from './people/people.routes.ts';
export { openPeople, openPerson } from './people/person.acts.ts';
export { listPeople } from './people/person.store.ts';
export { registerRoutes } from './register.routes.ts';
export { findSatThere, type SatThere } from './people/sitting.store.ts';
export { findRoster, type SeatHeld } from './people/roster.store.ts';
export { changeSeat, openSeat, openSeats } from './people/seat.acts.ts';
export { findCaller, findSeats, findSitters, listSeats } from './people/seat.store.ts';
export { publishScheme } from './schemes/scheme.acts.ts';
export { schemeRoutes } from './schemes/scheme.routes.ts';
export { codesOf, nextCode, schemeFaults, wayTo, withRetired } from './schemes/scheme.rules.ts';
export { findCategory, findCategoryNames, findScheme, isCategory } from './schemes/scheme.store.ts';
export { addUnits, changeUnit, findSuccessions, locateUnits } from './units/unit.acts.ts';
export { unitRoutes, type UnitWork } from './units/unit.routes.ts';
export { reachOf } from './units/reach.rules.ts';
export { findUnits, isDesk } from './units/unit.store.ts';
export { findUnitMatcher } from './units/unit-match.acts.ts';
export { unitMatcher } from './units/unit-match.rules.ts';
export type { Unit } from './contract.ts';
