import type { Given } from '../../../matters/life/given.contract.ts';
import type { DemoAppeal, When } from './appeal.ts';

/** Who does a step: the office, a mayor, whoever raised it, or a unit's handler or head. */
export type Doer = 'office' | 'mayor' | 'originator' | { readonly unit: string; readonly head?: boolean };

/**
 * One step of an appeal's course. What names something that is known only as the course is played (a unit, a day, another's
 * number) stands in `names`.
 */
export type AppealStep = {
  readonly when: When;
  readonly who: Doer;
} & (
  | { readonly kind: 'classify'; readonly given: Given<'classify'> }
  | { readonly kind: 'assign'; readonly names: { readonly lead: string; readonly co: readonly string[] } }
  | { readonly kind: 'accept'; readonly given: Given<'accept'> }
  | { readonly kind: 'refuse' | 'reopen' | 'part' | 'return'; readonly given: { readonly reason: string } }
  | { readonly kind: 'exclude'; readonly given: { readonly reason: string; readonly told: string } }
  | { readonly kind: 'inquire' | 'reply' | 'report'; readonly given: { readonly text: string } }
  | { readonly kind: 'promise'; readonly text: string; readonly names: { readonly due: number } }
  | { readonly kind: 'extend'; readonly reason: string; readonly names: { readonly until: number } }
  | { readonly kind: 'grant'; readonly names: { readonly unit: string } }
  | { readonly kind: 'propose' | 'answer'; readonly given: { readonly result: string } }
  | { readonly kind: 'evaluate'; readonly given: Given<'evaluate'> }
  | { readonly kind: 'publish'; readonly given: Given<'publish'> }
  | { readonly kind: 'callback'; readonly given: Given<'callback'> }
  | { readonly kind: 'review'; readonly given: Given<'review'> }
  | { readonly kind: 'help'; readonly text: string; readonly names: { readonly helper: string } }
  | { readonly kind: 'divide'; readonly text: string; readonly names: { readonly unit: string; readonly due: number } }
  | { readonly kind: 'join'; readonly names: { readonly into: number } }
  | { readonly kind: 'list'; readonly title: string; readonly names: { readonly until: number } }
  | { readonly kind: 'delist'; readonly given: Given<'delist'> }
);

const CONTENT = { solved: true, satisfied: true } as const;
const DISCONTENT = { solved: false, satisfied: false } as const;
/** Working days from the answer to its judgement, in turn: some at once, some only when they have seen for themselves. */
const THINKS = [1, 2, 1, 3];
/** Working days that a unit has for most of what is raised, less the one on which it is given. */
const TIME_AT_FIRST = 9;
const ENDS = { classified: ['classify'], accepted: ['accept'], answered: ['answer'] } as const;

/** What happens to an appeal after it was registered, in the order of time. */
export function courseOf(appeal: DemoAppeal): AppealStep[] {
  const [on, clock] = appeal.on;
  const lead: Doer = { unit: appeal.lead };
  const head: Doer = { unit: appeal.lead, head: true };
  const day = (after: number, at: string): When => [on + after, at];
  const steps: AppealStep[] = [
    {
      when: day(0, later(clock, 24)),
      who: 'office',
      kind: 'classify',
      given: { category: appeal.category },
    },
    ...assigned(appeal),
    ...(appeal.co ?? []).flatMap(([unit, result]): AppealStep[] => [
      { when: day(begins(appeal), '15:10'), who: { unit }, kind: 'accept', given: {} },
      { when: day(lastDay(appeal), '09:05'), who: { unit }, kind: 'answer', given: { result } },
    ]),
  ];
  if (appeal.ask) {
    const [question, reply] = appeal.ask;
    steps.push({ when: day(1, '14:30'), who: lead, kind: 'inquire', given: { text: question } });
    steps.push({ when: day(2, '10:20'), who: 'originator', kind: 'reply', given: { text: reply } });
  }
  if (appeal.joined) {
    const [into, reason] = appeal.joined;
    steps.push({ when: day(1, '16:00'), who: 'office', kind: 'join', names: { into } });
    steps.push({ when: day(2, '09:30'), who: 'office', kind: 'part', given: { reason } });
  }
  if (appeal.promise) {
    // Nobody may promise more time than they have; more was only asked for later.
    const names = { due: on + Math.min(appeal.takes, TIME_AT_FIRST) };
    steps.push({ when: day(begins(appeal), '17:05'), who: lead, kind: 'promise', text: appeal.promise, names });
  }
  if (appeal.extend) {
    const [reason, days] = appeal.extend;
    steps.push({ when: day(7, '10:00'), who: lead, kind: 'extend', reason, names: { until: on + days } });
    steps.push({ when: day(7, '15:40'), who: 'office', kind: 'grant', names: { unit: appeal.lead } });
  }
  if (appeal.report)
    steps.push({
      when: day(appeal.takes - 1, '16:45'),
      who: lead,
      kind: 'report',
      given: { text: appeal.report },
    });
  if (appeal.before) steps.push(...judgedBefore(appeal, appeal.before));
  steps.push(...answered(appeal, head, lead));
  const stops = appeal.until && ENDS[appeal.until];
  const end = stops ? steps.findLastIndex((step) => stops.some((kind) => kind === step.kind)) : -1;
  return stops
    ? [...steps.slice(0, end + 1), ...shared(appeal, lead), ...watched(appeal)].toSorted((a, b) =>
        compare(a.when, b.when),
      )
    : steps.toSorted((a, b) => compare(a.when, b.when));
}

/** Of one that is still worked on: somebody is asked to help, and part of it goes to another unit. */
function shared(appeal: DemoAppeal, who: Doer): AppealStep[] {
  const { helped, divided } = appeal;
  const [on] = appeal.on;
  const day = on + begins(appeal);
  const [, text = '', days = 0] = divided ?? [];
  return [
    ...(helped
      ? [{ when: [day, '15:20'], who, kind: 'help', text: helped[1], names: { helper: helped[0] } } as const]
      : []),
    ...(divided
      ? [{ when: [day, '16:05'], who, kind: 'divide', text, names: { unit: divided[0], due: on + days } } as const]
      : []),
  ];
}

/** Of one that is still watched, or was until it was answered: listed the day after its unit took it on. */
function watched(appeal: DemoAppeal): AppealStep[] {
  const { listed, until, takes } = appeal;
  if (!listed) return [];
  const [on] = appeal.on;
  const [title, by] = listed;
  const when: When = [on + begins(appeal) + 1, '09:15'];
  const list: AppealStep = { when, who: 'office', kind: 'list', title, names: { until: on + by } };
  const result = '已到现场核实，办理结果属实，予以摘牌。';
  const delist: AppealStep = { when: [on + takes + 1, '09:30'], who: 'office', kind: 'delist', given: { result } };
  return until === 'answered' ? [list, delist] : [list];
}

/** Given to a unit, after others have sent it back; the second time a mayor decides whose it is. */
function assigned(appeal: DemoAppeal): AppealStep[] {
  const [on, clock] = appeal.on;
  const refused = appeal.refused ?? [];
  const co = appeal.co?.map(([unit]) => unit) ?? [];
  const moments: When[] = [
    [on, later(clock, 41)],
    [on + 1, '11:15'],
    [on + 2, '09:20'],
  ];
  const steps = refused.flatMap(([unit, reason], n): AppealStep[] => [
    { when: moments[n]!, who: 'office', kind: 'assign', names: { lead: unit, co: [] } },
    { when: [on + 1, n === 0 ? '10:30' : '15:50'], who: { unit }, kind: 'refuse', given: { reason } },
  ]);
  const contested = refused.length > 1;
  return [
    ...steps,
    {
      when: moments[refused.length]!,
      who: contested ? 'mayor' : 'office',
      kind: 'assign',
      names: { lead: appeal.lead, co },
    },
    { when: [on + begins(appeal), '14:10'], who: { unit: appeal.lead }, kind: 'accept', given: {} },
  ];
}

/** A first answer that did not hold: judged ill, asked after, taken up again. */
function judgedBefore(appeal: DemoAppeal, before: NonNullable<DemoAppeal['before']>): AppealStep[] {
  const [on] = appeal.on;
  const { answer: result, words: text, heard, reason } = before;
  return [
    { when: [on + 3, '10:30'], who: { unit: appeal.lead }, kind: 'propose', given: { result } },
    { when: [on + 3, '16:10'], who: { unit: appeal.lead, head: true }, kind: 'answer', given: { result } },
    { when: [on + 4, '09:40'], who: 'originator', kind: 'evaluate', given: { stars: 2, ...DISCONTENT, text } },
    {
      when: [on + 5, '10:10'],
      who: 'office',
      kind: 'callback',
      given: { reached: true, ...DISCONTENT, text: heard },
    },
    { when: [on + 5, '11:00'], who: 'office', kind: 'reopen', given: { reason } },
  ];
}

/** Drafted, approved, answered and judged. */
function answered(appeal: DemoAppeal, head: Doer, lead: Doer): AppealStep[] {
  const [on] = appeal.on;
  const last = on + appeal.takes;
  const { answer: result, stars = 5, words: text, unnamed, redraft, excluded, published } = appeal;
  const drafts: AppealStep[] = redraft
    ? [
        { when: [last - 1, '15:20'], who: lead, kind: 'propose', given: { result: redraft[0] } },
        { when: [last - 1, '17:00'], who: head, kind: 'return', given: { reason: redraft[1] } },
      ]
    : [];
  const judged = last + THINKS[appeal.by % THINKS.length]!;
  const said = excluded ? DISCONTENT : CONTENT;
  const given = {
    stars,
    ...said,
    ...(text ? { text } : {}),
    ...(unnamed ? { unnamed } : {}),
    ...(published ? { consents: true } : {}),
  };
  return [
    ...drafts,
    { when: [last, '10:15'], who: lead, kind: 'propose', given: { result } },
    { when: [last, '15:30'], who: head, kind: 'answer', given: { result } },
    { when: [judged, appeal.by % 2 ? '09:25' : '14:45'], who: 'originator', kind: 'evaluate', given },
    ...(published
      ? [
          {
            when: [judged + 1, '16:20'],
            who: 'office',
            kind: 'publish',
            given: { question: published[0], answer: published[1] },
          } satisfies AppealStep,
        ]
      : []),
    ...(excluded
      ? ([
          {
            when: [judged + 1, '09:50'],
            who: 'office',
            kind: 'callback',
            given: { reached: true, ...DISCONTENT, text: excluded.heard },
          },
          {
            when: [judged + 1, '11:20'],
            who: 'office',
            kind: 'exclude',
            given: { reason: excluded.reason, told: excluded.told },
          },
          { when: [judged + 2, '10:05'], who: 'mayor', kind: 'review', given: { agreed: true, note: excluded.review } },
        ] satisfies AppealStep[])
      : []),
  ];
}

/** On which day its last unit takes it on: the next, or a day later where two have sent it back. */
const begins = ({ refused = [] }: DemoAppeal): number => (refused.length > 1 ? 2 : 1);

/** By when a co-unit has done its part: before the first answer. */
const lastDay = ({ before, takes }: DemoAppeal): number => (before ? 3 : takes);

/** So many minutes later on the same day. */
function later(clock: string, minutes: number): string {
  const [hour, minute] = clock.split(':').map(Number) as [number, number];
  const at = hour * 60 + minute + minutes;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

const compare = ([a, x]: When, [b, y]: When): number => a - b || (x < y ? -1 : x > y ? 1 : 0);
