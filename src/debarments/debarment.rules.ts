import {
  addDays,
  addWorkdays,
  dayOf,
  dayNumber,
  monthEnd,
  problem,
  rollForward,
  type Calendar,
  type Day,
  type Problem,
  type Uuid,
} from '../kernel/index.ts';
import type { EntryAct } from '../ledger/index.ts';
import type {
  ContestWay,
  DebarmentAct,
  DebarmentStage,
  DebarredKind,
  LateContest,
  ProposeDebarment,
} from './contract.ts';

/** Working days in which somebody may ask to be heard after the notice: 行政处罚法（2021）第六十四条第一项, 第八十五条. */
export const DAYS_TO_ASK = 5;
/** The longest term: three years, as for suppliers in 政府采购法 第七十七条. */
const YEARS_AT_MOST = 3;
/**
 * Days in which a decision may be contested: a reconsideration 行政复议法（2023）第二十条, a court within six months 行政诉讼法（2017）第四十六条, a
 * review by this office by analogy with the first. From memory, not checked against the text.
 */
const DAYS_TO_CONTEST = 60;
const MONTHS_TO_SUE = 6;
/** Days in which a court may be turned to after a reconsideration has decided: 行政诉讼法（2017）第四十五条. From memory as well. */
const DAYS_TO_SUE_AFTER = 15;

/** Who did what when: by account too, as one person may sit on two seats. */
export type Doer = { readonly seat: Uuid; readonly account: Uuid; readonly at: string };

/** An entry after all its acts so far. `sealed`, by act: words, sealed with the entry's own key. */
export type DebarmentState = {
  readonly kind: DebarredKind;
  /** Hexadecimal. */
  readonly print: string;
  readonly file: Uuid;
  /** The key of the decision document, sealed with the entry's own; left out of those that came before documents were sealed, until they are. */
  readonly fileKey?: string;
  readonly decidedOn: Day;
  readonly noticedOn: Day;
  readonly hearing: { readonly how: 'heard' | 'waived' | 'silent'; readonly on: Day };
  readonly from: Day;
  readonly until: Day;
  readonly proposed: Doer;
  readonly approved: Doer | null;
  readonly refused: Doer | null;
  readonly review: 'asked' | 'upheld' | 'shortened' | 'lifted' | null;
  readonly appeal: 'made' | 'upheld' | 'shortened' | 'annulled' | 'dropped' | null;
  readonly lifted: { readonly on: Day; readonly void: boolean } | null;
  readonly steps: readonly {
    readonly act: Uuid;
    readonly kind: string;
    readonly by: Doer;
    readonly sealed: string | null;
    /** Of a contest that came too late. */
    readonly late?: LateContest;
  }[];
};

/** What an act holds in the ledger: what is plain of it, who it was by account, and its words sealed. `print`: of the words. */
export type Kept<G> = G & { readonly account: Uuid; readonly sealed: string | null; readonly print: string | null };

type Proposed = Omit<ProposeDebarment, 'id' | 'told'> & { readonly who: string; readonly fileKey?: string };
/** Of all acts, what is plain. */
type Plain = { on?: Day; until?: Day | null; outcome?: string; to?: string };

/** The act by which a document that lay in the clear is kept sealed; see ADR 447. */
export const SEAL_DOCUMENT = 'seal-document-debarment';

/** Folds the acts of an entry. */
export function foldDebarment(state: DebarmentState | null, { id, kind, given, at, seat }: EntryAct): DebarmentState {
  const { account, sealed } = given as Kept<object>;
  const by: Doer = { seat: seat!, account, at };
  const step = { act: id, kind, by, sealed };
  if (kind === 'propose-debarment') {
    const { who, kind: whom, file, fileKey, decidedOn, noticedOn, hearing, from, until } = given as Kept<Proposed>;
    const days = { file, ...(fileKey === undefined ? {} : { fileKey }), decidedOn, noticedOn, hearing, from, until };
    const open = { approved: null, refused: null, review: null, appeal: null, lifted: null };
    return { kind: whom, print: who, ...days, proposed: by, ...open, steps: [step] };
  }
  if (!state) throw new Error(`${kind} on a debarment that was not proposed`);
  // The program's doing, and no step of anybody's: the document is the same, and lies in the clear no more.
  if (kind === SEAL_DOCUMENT) {
    const { file, fileKey } = given as { file: Uuid; fileKey: string };
    return { ...state, file, fileKey };
  }
  // Noted and no more: where it stands, and from when to when it stood, is as before.
  if (kind === 'note-late-debarment') {
    const { by: way, on, last, days, follows } = given as Kept<LateContest>;
    return { ...state, steps: [...state.steps, { ...step, late: { by: way, on, last, days, follows } }] };
  }
  return { ...state, ...after(kind, given as Plain, by), steps: [...state.steps, step] };
}

/** When the last day was on which it could be contested that way, and how many days after it somebody did; none or less where it was in time. Pure. */
export function lateness(
  decidedOn: Day,
  { by, on }: Pick<LateContest, 'by' | 'on'>,
  calendar: Calendar,
  { reconsideredOn }: Pick<AppealDays, 'reconsideredOn'> = NO_APPEAL,
): Pick<LateContest, 'last' | 'days'> {
  const last = contestableUntil(decidedOn, by, calendar, reconsideredOn);
  return { last, days: dayNumber(on) - dayNumber(last) };
}

function after(kind: string, { on, until, outcome }: Plain, by: Doer): Partial<DebarmentState> {
  switch (kind) {
    case 'approve-debarment':
      return { approved: by };
    case 'refuse-debarment':
      return { refused: by };
    case 'ask-review-debarment':
      return { review: 'asked' };
    case 'decide-review-debarment': {
      const review = outcome as 'upheld' | 'shortened' | 'lifted';
      if (review === 'shortened') return { review, until: until! };
      return review === 'lifted' ? { review, lifted: { on: on!, void: true } } : { review };
    }
    case 'appeal-debarment':
      return { appeal: 'made' };
    case 'end-appeal-debarment': {
      const appeal = outcome as 'upheld' | 'shortened' | 'annulled' | 'dropped';
      if (appeal === 'shortened') return { appeal, until: until! };
      return appeal === 'annulled' ? { appeal, lifted: { on: on!, void: true } } : { appeal };
    }
    case 'lift-debarment':
      return { lifted: { on: on!, void: false } };
    default:
      throw new Error(`no act on a debarment: ${kind}`);
  }
}

/** Where an entry stands on a day, by what is known of it. A term ends by its date; nobody and nothing need end it. */
export function stageOn(state: DebarmentState, day: Day): DebarmentStage {
  if (state.refused) return 'refused';
  if (!state.approved) return 'proposed';
  if (state.lifted && (state.lifted.void || state.lifted.on <= day)) return 'lifted';
  if (day < state.from) return 'to-come';
  return day > state.until ? 'expired' : 'standing';
}

/** The last day of the longest term that begins on a day. */
export function lastUntil(from: Day): Day {
  const year = Number(from.slice(0, 4)) + YEARS_AT_MOST;
  // 29 February has no like: the term ends a day earlier then than the calendar's next.
  const same = `${year}${from.slice(4)}`;
  return addDays(from.endsWith('-02-29') ? `${year}-03-01` : same, -1);
}

/** What is wrong with the days of a proposal; null where they are in the order that the law wants: notice, hearing, decision, term. */
export function proposalFault(
  given: Omit<ProposeDebarment, 'id' | 'told'>,
  calendar: Calendar,
  today: Day,
): Problem | null {
  const { noticedOn, hearing, decidedOn, from, until } = given;
  const at = (code: string, pointer: string, params = {}) => problem(`debarments.${code}`, params, { pointer });
  if (decidedOn > today) return at('decided-in-future', '/decidedOn', { today });
  if (hearing.on < noticedOn) return at('heard-before-notice', '/hearing/on', { noticedOn });
  const silentFrom = addWorkdays(calendar, noticedOn, DAYS_TO_ASK);
  if (hearing.how === 'silent' && hearing.on < silentFrom)
    return at('still-may-ask', '/hearing/on', { n: DAYS_TO_ASK, last: silentFrom });
  if (decidedOn < hearing.on) return at('decided-before-hearing', '/decidedOn', { on: hearing.on });
  if (from < decidedOn) return at('from-before-decision', '/from', { decidedOn });
  if (until < from) return at('until-before-from', '/until', { from });
  if (until < today) return at('term-over', '/until', { today });
  const last = lastUntil(from);
  return until > last ? at('term-too-long', '/until', { years: YEARS_AT_MOST, last }) : null;
}

/**
 * The last day on which a decision may be contested by right; where that is a day off, the next working day (民法典 203). A court may be turned to for
 * some days after a reconsideration has decided as well (`reconsideredOn`), though the months from the decision are over; where they are not, they are left.
 */
export function contestableUntil(
  decidedOn: Day,
  by: ContestWay['by'],
  calendar: Calendar,
  reconsideredOn: Day | null = null,
): Day {
  if (by === 'court' && reconsideredOn !== null) {
    const after = rollForward(calendar, addDays(reconsideredOn, DAYS_TO_SUE_AFTER));
    const months = contestableUntil(decidedOn, by, calendar);
    return after > months ? after : months;
  }
  if (by !== 'court') return rollForward(calendar, addDays(decidedOn, DAYS_TO_CONTEST));
  const months = Number(decidedOn.slice(0, 4)) * 12 + Number(decidedOn.slice(5, 7)) - 1 + MONTHS_TO_SUE;
  const month = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  const last = monthEnd(`${month}-01`);
  const same = `${month}-${decidedOn.slice(8)}`;
  // 31 August has no like in February: the month’s last day (民法典 202).
  return rollForward(calendar, same < last ? same : last);
}

/** On which day the last appeal was made, and on which the last that ended did, and the last reconsideration that was decided; null where none was or did. */
export type AppealDays = {
  readonly madeOn: Day | null;
  readonly endedOn: Day | null;
  readonly reconsideredOn: Day | null;
};
const NO_APPEAL: AppealDays = { madeOn: null, endedOn: null, reconsideredOn: null };

/** The days of the appeals among the acts of an entry, in their order. Pure. */
export function appealDaysOf(acts: readonly Pick<EntryAct, 'kind' | 'given'>[]): AppealDays {
  const dayOfLast = (kind: string) =>
    (acts.findLast((one) => one.kind === kind)?.given as Plain | undefined)?.on ?? null;
  return {
    madeOn: dayOfLast('appeal-debarment'),
    endedOn: dayOfLast('end-appeal-debarment'),
    reconsideredOn: reconsidered(acts),
  };
}

/** One that was dropped was not decided, and may be asked for again within its days. */
function reconsidered(acts: readonly Pick<EntryAct, 'kind' | 'given'>[]): Day | null {
  let to: string | undefined;
  let on: Day | null = null;
  for (const { kind, given } of acts) {
    const plain = given as Plain;
    if (kind === 'appeal-debarment') ({ to } = plain);
    if (kind === 'end-appeal-debarment' && to === 'reconsideration' && plain.outcome !== 'dropped')
      on = plain.on ?? null;
  }
  return on;
}

/**
 * The ways by which a decision is contested, each with its last day; `open`: it is offered still. While the debarment stands a late one is noted too. What
 * was reconsidered once is for a court alone. Pure.
 */
export const contestWays = (
  state: DebarmentState,
  calendar: Calendar,
  today: Day,
  { reconsideredOn }: Pick<AppealDays, 'reconsideredOn'> = NO_APPEAL,
): ContestWay[] =>
  (['review', 'reconsideration', 'court'] as const)
    .filter((by) => by !== 'reconsideration' || reconsideredOn === null)
    .map((by) => {
      const last = contestableUntil(state.decidedOn, by, calendar, reconsideredOn);
      return { by, last, open: today <= last || ['standing', 'to-come'].includes(stageOn(state, today)) };
    });

/**
 * What is wrong with an act's own days; null where nothing is. A decision may be contested within its days whether its term is over or not: what is
 * annulled never stood. While it stands a late one is noted too, as whether it comes too late is for whoever decides on it. Once it is over a
 * late one is noted by `note-late`, and changes nothing. `appealDays`: as {@link appealDaysOf}. An appeal ends on its own day at the earliest, the next is
 * made once the one before has ended, and nobody is removed before they were entered.
 */
export function actFault(
  state: DebarmentState,
  { kind, given }: DebarmentAct,
  calendar: Calendar,
  today: Day,
  appealDays: AppealDays = NO_APPEAL,
): Problem | null {
  const at = (code: string, pointer: string, params = {}) => problem(`debarments.${code}`, params, { pointer });
  if ('on' in given && given.on > today)
    return at(kind === 'lift' ? 'lift-in-future' : 'in-future', '/given/on', { today });
  if ('on' in given && given.on < state.decidedOn)
    return at('before-decision', '/given/on', { decidedOn: state.decidedOn });
  const { madeOn, endedOn, reconsideredOn } = appealDays;
  if (kind === 'end-appeal' && madeOn !== null && given.on < madeOn)
    return at('ended-before-made', '/given/on', { madeOn });
  if (kind === 'appeal' && endedOn !== null && given.on < endedOn)
    return at('made-before-last-ended', '/given/on', { endedOn });
  const enteredOn = state.approved && dayOf(new Date(state.approved.at));
  if (kind === 'lift' && enteredOn && given.on < enteredOn)
    return at('lifted-before-entered', '/given/on', { enteredOn });
  if (kind === 'ask-review' || kind === 'appeal') {
    // 行政复议法: nobody reconsiders what was reconsidered; whoever does not agree with that turns to a court.
    if (kind === 'appeal' && given.to === 'reconsideration' && reconsideredOn !== null)
      return at('reconsidered-once', '/given/to', { on: reconsideredOn });
    const last = contestableUntil(state.decidedOn, kind === 'appeal' ? given.to : 'review', calendar, reconsideredOn);
    const over = given.on > last && !['standing', 'to-come'].includes(stageOn(state, given.on));
    return over ? at('contested-late', '/given/on', { decidedOn: state.decidedOn, last }) : null;
  }
  if (kind === 'note-late') {
    const { last, days } = lateness(state.decidedOn, given, calendar, appealDays);
    if (days < 1) return at('not-late', '/given/on', { last });
    // While it stood it was contested as any other, late or not.
    const stood = ['standing', 'to-come'].includes(stageOn(state, given.on));
    return stood ? at('stood-then', '/given/on', { on: given.on }) : null;
  }
  if (kind !== 'decide-review' && kind !== 'end-appeal') return null;
  const { outcome, until } = given;
  if ((outcome === 'shortened') !== (until !== null)) return at('shortened-until', '/given/until');
  if (until !== null && (until >= state.until || until < state.from))
    return at('not-shorter', '/given/until', { from: state.from, until: state.until });
  return null;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** Whether an identity number, in capitals without gaps, has its form and its check digit (GB 11643-1999). */
export function isIdNumber(code: string): boolean {
  if (!/^\d{17}[\dX]$/u.test(code)) return false;
  const sum = WEIGHTS.reduce((so, weight, n) => so + weight * Number(code[n]), 0);
  return '10X98765432'[sum % 11] === code[17];
}
