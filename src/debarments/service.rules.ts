import {
  addDays,
  monthEnd,
  problem,
  rollForward,
  type Calendar,
  type Day,
  type Problem,
  type Uuid,
} from '../kernel/index.ts';
import type { ContestWay, NoteService, ServiceHow, ServiceOf } from './contract.ts';

/**
 * Days in which a decision may be contested, from the day on which it was served: a reconsideration within sixty days of knowing of it 行政复议法（2023）
 * 第二十条, a court within six months of that 行政诉讼法（2017）第四十六条, a review by this office by analogy with the first. From memory, not checked
 * against the text.
 */
const DAYS_TO_CONTEST = 60;
const MONTHS_TO_SUE = 6;
/** Days in which a court may be turned to once the decision of a reconsideration was received: 行政诉讼法（2017）第四十五条. From memory as well. */
const DAYS_TO_SUE_AFTER = 15;

/** That a decision was served, as it was noted. `fileKey`: of the proof, sealed with the entry's own key. */
export type Service = {
  readonly act: Uuid;
  readonly of: ServiceOf;
  readonly on: Day;
  readonly how: ServiceHow;
  readonly file: Uuid;
  readonly fileKey: string;
};

/** What of an entry its days are counted from. */
export type Served = {
  readonly decidedOn: Day;
  /** Left out of entries from before a service was noted: whether and when those were served nobody has said. */
  readonly notesService?: true;
  /** Each as it was noted, the last of its kind in force; left out where none was. */
  readonly services?: readonly Service[];
};

/** The service of that decision as it was noted last; null where none was. Pure. */
export const serviceOf = ({ services = [] }: Served, of: ServiceOf): Service | null =>
  services.findLast((one) => one.of === of) ?? null;

/**
 * The last day on which a decision that was served on a day may be contested by right; where that is a day off, the next working day (民法典 203). Pure.
 */
export function contestableUntil(servedOn: Day, by: ContestWay['by'], calendar: Calendar): Day {
  if (by !== 'court') return rollForward(calendar, addDays(servedOn, DAYS_TO_CONTEST));
  const months = Number(servedOn.slice(0, 4)) * 12 + Number(servedOn.slice(5, 7)) - 1 + MONTHS_TO_SUE;
  const month = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  const last = monthEnd(`${month}-01`);
  const same = `${month}-${servedOn.slice(8)}`;
  // 31 August has no like in February: the month’s last day (民法典 202).
  return rollForward(calendar, same < last ? same : last);
}

/** The last day of a way; not `sure` where no service is noted, and it is counted from the decision: then it is that day at the earliest. */
export type LastDay = { readonly last: Day; readonly sure: boolean };

/**
 * Until when an entry may be contested that way. A court may be turned to for some days after a reconsideration (`reconsideredOn`) was served as
 * well, though the months from the decision are over; where they are not, they are left. Pure.
 */
export function lastDayOf(
  served: Served,
  by: ContestWay['by'],
  calendar: Calendar,
  reconsideredOn: Day | null = null,
): LastDay {
  const decision = serviceOf(served, 'decision');
  const last = contestableUntil(decision?.on ?? served.decidedOn, by, calendar);
  if (by !== 'court' || reconsideredOn === null) return { last, sure: decision !== null };
  const second = serviceOf(served, 'reconsideration');
  const after = rollForward(calendar, addDays(second?.on ?? reconsideredOn, DAYS_TO_SUE_AFTER));
  return { last: after > last ? after : last, sure: decision !== null && second !== null };
}

/**
 * What is wrong with what is noted of a service; null where nothing is. Nothing is served before it is decided, nor to come; what was noted
 * before is put right with a reason. Pure.
 */
export function serviceFault(
  served: Served,
  { of, on, reason }: NoteService,
  today: Day,
  reconsideredOn: Day | null,
): Problem | null {
  const at = (code: string, pointer: string, params = {}) => problem(`debarments.${code}`, params, { pointer });
  if (of === 'reconsideration' && reconsideredOn === null) return at('not-reconsidered', '/given/of');
  const decidedOn = of === 'reconsideration' ? reconsideredOn! : served.decidedOn;
  if (on > today) return at('served-in-future', '/given/on', { today });
  if (on < decidedOn) return at('served-before-decision', '/given/on', { decidedOn });
  const before = serviceOf(served, of);
  return before && reason === null ? at('served-already', '/given/reason', { on: before.on }) : null;
}
