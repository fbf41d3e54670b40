import type { SourceAct } from '../../../src/counter/sources/source.contract.ts';
import type { DutyAct, SwapAnswer } from '../../../src/duties/duty.contract.ts';
import type { CircleAct } from '../../../src/directory/circles/circle.contract.ts';
import type { UnitAct } from '../../../src/directory/contract.ts';
import type { EnterpriseAct } from '../../../src/directory/enterprises/enterprise.contract.ts';
import type { PersonAct, SeatAct } from '../../../src/directory/people/people.contract.ts';
import type { ActKind } from '../../../src/mechanism/contract.ts';

/** Every act that somebody does on a page, by the kind under which the ledger keeps it: each has its help. */
export type HelpKind =
  | ActKind
  | 'add-unit'
  | `${UnitAct['kind']}-unit`
  | 'open-seat'
  | `${SeatAct['kind']}-seat`
  | 'open-person'
  | `${PersonAct['kind']}-person`
  | 'add-contact'
  | 'remove-contact'
  | 'show-contact'
  | 'erase-originator'
  | 'decline-erasure'
  | 'add-enterprise'
  | `${EnterpriseAct['kind']}-enterprise`
  | 'set-duty'
  | DutyAct['kind']
  | 'ask-duty-swap'
  | SwapAnswer
  | CircleAct['kind']
  | 'open-source'
  | SourceAct['kind']
  | 'publish-scheme'
  | 'publish-mechanism'
  | 'amend-day'
  | 'open-round'
  | 'publish-bulletin';
