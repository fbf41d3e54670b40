import type { Given } from '../../matters/life/given.contract.ts';

/**
 * How a matter of the demo goes, step by step: who, when (working day after the meeting, hour), what. `lead` and `co` are the
 * matter's units; a co step is done by every co-unit.
 */
export type Step = { who: 'office' | 'mayor' | 'lead' | 'co'; day: number; hour: number; minute?: number } & (
  | { kind: 'accept' | 'verify' | 'close' | 'resume'; given?: Record<string, never> }
  | { kind: 'report'; given: Given<'report'> }
  | { kind: 'refuse' | 'return' | 'pause'; given: { reason: string } }
  | { kind: 'remind' | 'instruct' | 'note'; given: { text: string } }
  /** The result; the evidence is attached by whoever plays the step. */
  | { kind: 'answer'; given: { result: string } }
  | { kind: 'slip'; given: Given<'slip'> }
  /** Until so many working days after the meeting. */
  | { kind: 'extend'; given: { reason: string; days: number } }
  | { kind: 'grant'; given: Record<string, never> }
);

const begun: Step[] = [
  { who: 'lead', day: 0, hour: 17, kind: 'accept' },
  { who: 'co', day: 1, hour: 9, minute: 20, kind: 'accept' },
];
const half: Step = {
  who: 'lead',
  day: 2,
  hour: 16,
  kind: 'report',
  given: { text: '已召开协调会，明确分工和时间节点，现场工作已展开。', percent: 50 },
};
/** A slip of supervision on the first working day of the week after, or the day before. */
const slip = (day: number, color: Given<'slip'>['color'], text: string): Step => ({
  who: 'office',
  day,
  hour: 9,
  minute: 10,
  kind: 'slip',
  given: { color, clock: 'answer', text },
});
const answered: Step[] = [
  { who: 'co', day: 3, hour: 10, kind: 'answer', given: { result: '已按分工完成配合任务，相关材料报牵头单位。' } },
  {
    who: 'lead',
    day: 3,
    hour: 16,
    minute: 30,
    kind: 'answer',
    given: { result: '任务已完成，情况说明和佐证材料附后。' },
  },
];
const struck: Step[] = [
  { who: 'office', day: 4, hour: 10, kind: 'verify' },
  { who: 'office', day: 4, hour: 11, kind: 'close' },
];

/** The courses that a matter may take; which one it takes is decided by its place in the list. */
export const COURSES = {
  done: [...begun, half, ...answered, ...struck],
  returnedOnce: [
    ...begun,
    half,
    ...answered,
    {
      who: 'office',
      day: 3,
      hour: 17,
      kind: 'return',
      given: { reason: '只报了部署情况，没有完成的凭据，请补充后再报。' },
    },
    { who: 'lead', day: 4, hour: 15, kind: 'answer', given: { result: '已补充现场照片和验收记录。' } },
    { who: 'office', day: 5, hour: 9, minute: 30, kind: 'verify' },
    { who: 'office', day: 5, hour: 10, kind: 'close' },
  ],
  late: [
    ...begun,
    half,
    { who: 'office', day: 5, hour: 9, kind: 'remind', given: { text: '已超过办理时限，请今天内说明原因并报进展。' } },
    { who: 'co', day: 5, hour: 10, kind: 'answer', given: { result: '配合事项已完成。' } },
    {
      who: 'lead',
      day: 5,
      hour: 17,
      kind: 'answer',
      given: { result: '任务已完成，较原定时限晚一个工作日，原因见说明。' },
    },
    { who: 'office', day: 6, hour: 10, kind: 'verify' },
    { who: 'office', day: 6, hour: 10, minute: 5, kind: 'close' },
  ],
  awaitingCheck: [...begun, half, ...answered],
  verified: [...begun, half, ...answered, struck[0]!],
  overdue: [
    ...begun,
    half,
    { who: 'office', day: 5, hour: 9, kind: 'remind', given: { text: '已逾期，请尽快办结。' } },
    slip(5, 'orange', '逾期未办结，请今天内书面说明原因和办结时间。'),
  ],
  underway: [...begun, half, slip(4, 'blue', '时限将到，请抓紧办理。')],
  extended: [
    ...begun,
    half,
    {
      who: 'lead',
      day: 3,
      hour: 11,
      kind: 'extend',
      given: { reason: '现场情况比预计复杂，需要再用五个工作日。', days: 9 },
    },
    { who: 'office', day: 3, hour: 15, kind: 'grant', given: {} },
  ],
  asking: [
    ...begun,
    half,
    { who: 'lead', day: 4, hour: 9, kind: 'extend', given: { reason: '设备到货推迟，申请延期。', days: 8 } },
    slip(5, 'yellow', '延期尚未同意，原定时限已过，请报进展。'),
  ],
  refused: [
    {
      who: 'lead',
      day: 1,
      hour: 10,
      kind: 'refuse',
      given: { reason: '按三定方案，此项工作不在我单位职责内，建议由行业主管部门牵头。' },
    },
  ],
  paused: [
    ...begun,
    half,
    {
      who: 'mayor',
      day: 2,
      hour: 17,
      kind: 'instruct',
      given: { text: '此事关系群众出行，方案要先听取沿线居民意见。' },
    },
    { who: 'office', day: 3, hour: 9, kind: 'pause', given: { reason: '按市领导批示，等待居民意见征求结束。' } },
  ],
  untouched: [
    { who: 'co', day: 1, hour: 11, kind: 'accept' },
    slip(5, 'red', '交办一周未签收、未反馈，请主要负责人说明情况。'),
  ],
} as const satisfies Record<string, readonly Step[]>;
export type CourseName = keyof typeof COURSES;
