import {
  addDays,
  addWorkdays,
  dayOf,
  dayNumber,
  problem,
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
import { lastDayOf, serviceFault, type LastDay, type Served, type Service } from './service.rules.ts';

/** Working days in which somebody may ask to be heard after the notice: 行政处罚法（2021）第六十四条第一项, 第八十五条. */
export const DAYS_TO_ASK = 5;
/** The longest term: three years, as for suppliers in 政府采购法 第七十七条. */
const YEARS_AT_MOST = 3;
/** Who did what when: by account too, as one person may sit on two seats. */
export type Doer = { readonly seat: Uuid; readonly account: Uuid; readonly at: string };

/** An entry after all its acts so far. `sealed`, by act: words, sealed with the entry's own key. */
export type DebarmentState = Served & {
  readonly kind: DebarredKind;
  /** Hexadecimal. */
  readonly print: string;
  readonly file: Uuid;
  /** The key of the decision document, sealed with the entry's own; left out of those that came before documents were sealed, until they are. */
  readonly fileKey?: string;
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

type Proposed = Omit<ProposeDebarment, 'id' | 'told'> & {
  readonly who: string;
  readonly fileKey?: string;
  readonly notesService?: true;
};
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
    const { who, kind: whom, file, fileKey, notesService, ...proposal } = given as Kept<Proposed>;
    const { decidedOn, noticedOn, hearing, from, until } = proposal;
    const since = notesService ? { notesService } : {};
    const key = fileKey === undefined ? {} : { fileKey };
    const days = { file, ...key, ...since, decidedOn, noticedOn, hearing, from, until };
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
  if (kind === 'note-service-debarment') {
    const { of, on, how, file, fileKey } = given as Kept<Omit<Service, 'act'>>;
    const services = [...(state.services ?? []), { act: id, of, on, how, file, fileKey }];
    return { ...state, services, steps: [...state.steps, step] };
  }
  return { ...state, ...after(kind, given as Plain, by), steps: [...state.steps, step] };
}

/** When the last day was on which it could be contested that way, and how many days after it somebody did; none or less where it was in time. Pure. */
export function lateness(
  state: Served,
  { by, on }: Pick<LateContest, 'by' | 'on'>,
  calendar: Calendar,
  { reconsideredOn }: Pick<AppealDays, 'reconsideredOn'> = NO_APPEAL,
): LastDay & Pick<LateContest, 'days'> {
  const { last, sure } = lastDayOf(state, by, calendar, reconsideredOn);
  return { last, sure, days: dayNumber(on) - dayNumber(last) };
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
 * The ways by which a decision is contested, each with its last day; `open`: it is offered still, as it is where no day can be told. While the debarment stands a late one is noted too. What
 * was reviewed once is for whoever stands above and a court, what was reconsidered once for a court alone. Pure.
 */
export const contestWays = (
  state: DebarmentState,
  calendar: Calendar,
  today: Day,
  { reconsideredOn }: Pick<AppealDays, 'reconsideredOn'> = NO_APPEAL,
): ContestWay[] =>
  (['review', 'reconsideration', 'court'] as const)
    .filter((by) => by !== 'reconsideration' || reconsideredOn === null)
    .filter((by) => by !== 'review' || state.review === null || state.review === 'asked')
    .map((by) => {
      const { last, sure } = lastDayOf(state, by, calendar, reconsideredOn);
      const open = !sure || today <= last || ['standing', 'to-come'].includes(stageOn(state, today));
      // Of an entry from before services were noted, what was told of it is told still, as the earliest that it can be.
      return { by, last: sure || !state.notesService ? last : null, atLeast: !sure && !state.notesService, open };
    });

/**
 * What is wrong with an act's own days; null where nothing is. A decision may be contested within its days whether its term is over or not, and
 * where no service is noted nobody knows that they are over: what is annulled never stood. While it stands a late one is noted too, as whether it comes too late is for whoever decides on it. Once it is over a
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
  if (kind === 'note-service') return serviceFault(state, given, today, appealDays.reconsideredOn);
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
    const { last, sure } = lastDayOf(state, kind === 'appeal' ? given.to : 'review', calendar, reconsideredOn);
    const over = sure && given.on > last && !['standing', 'to-come'].includes(stageOn(state, given.on));
    return over ? at('contested-late', '/given/on', { decidedOn: state.decidedOn, last }) : null;
  }
  if (kind === 'note-late') {
    const { last, sure, days } = lateness(state, given, calendar, appealDays);
    if (!sure) return at('late-unserved', '/given/by');
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
