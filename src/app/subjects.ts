import { bulletinSubject } from '../bulletins/index.ts';
import { sourceSubject } from '../counter/index.ts';
import { debarmentSubject } from '../debarments/index.ts';
import { directorySubjects } from '../directory/index.ts';
import { dutySubjects } from '../duties/index.ts';
import type { Subject } from '../ledger/index.ts';
import { calendarSubject, matterSubject, mechanismSubject, roundSubject, toldSubject } from '../matters/index.ts';

/** What has acts and is made anew from them by `huiyin verify`. */
export const subjects: readonly Subject[] = [
  matterSubject,
  roundSubject,
  toldSubject,
  bulletinSubject,
  mechanismSubject,
  calendarSubject,
  ...directorySubjects,
  sourceSubject,
  ...dutySubjects,
  debarmentSubject,
];
