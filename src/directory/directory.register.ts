import { adopt, entrySubject, type Adoptions, type Subject } from '../ledger/index.ts';
import { circleNoun } from './circles/circle.store.ts';
import { enterpriseNoun } from './enterprises/enterprise.store.ts';
import { interestNoun } from './interests/interest.store.ts';
import { originatorNoun } from './originators/originator.store.ts';
import { personNoun } from './people/person.store.ts';
import { seatNoun } from './people/seat.store.ts';
import { schemeNoun } from './schemes/scheme.acts.ts';
import { unitNoun } from './units/unit.store.ts';

/** Units, people, seats, schemes, enterprises and originators, for `huiyin verify`. */
export const directorySubjects: readonly Subject[] = [
  entrySubject(unitNoun),
  entrySubject(personNoun),
  entrySubject(seatNoun),
  entrySubject(schemeNoun),
  entrySubject(enterpriseNoun),
  entrySubject(originatorNoun),
  entrySubject(interestNoun),
  entrySubject(circleNoun),
];

/** Opens the streams of a directory that was kept before its acts were. */
export const adoptDirectory = {
  unit: (tx, by, now) => adopt(tx, by, unitNoun, now),
  person: (tx, by, now) => adopt(tx, by, personNoun, now),
  seat: (tx, by, now) => adopt(tx, by, seatNoun, now),
} as const satisfies Adoptions;
