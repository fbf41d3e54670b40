import { adopt, entrySubject, type Subject } from '../ledger/index.ts';
import type { SystemCaller, Tx } from '../platform/postgres/index.ts';
import { personNoun } from './people/person.store.ts';
import { seatNoun } from './people/seat.store.ts';
import { schemeNoun } from './schemes/scheme.acts.ts';
import { unitNoun } from './units/unit.store.ts';

/** Units, people, seats and schemes, for `huiyin verify`. */
export const directorySubjects: readonly Subject[] = [
  entrySubject(unitNoun),
  entrySubject(personNoun),
  entrySubject(seatNoun),
  entrySubject(schemeNoun),
];

/** Opens the streams of a directory that was kept before its acts were; nothing to do in one that was not. */
export async function adoptDirectory(tx: Tx, by: SystemCaller, now: Date): Promise<void> {
  await adopt(tx, by, unitNoun, now);
  await adopt(tx, by, personNoun, now);
  await adopt(tx, by, seatNoun, now);
}
