import { expect, test } from 'vitest';
import {
  at,
  attempt,
  FILES,
  lived,
  replication,
  replicationPart,
  SEATS,
  told,
  type Doing,
} from '../life/life.fixture.ts';
import { factOf } from '../facts/fact.rules.ts';
import { bitOf, common } from '../../mechanism/index.ts';
import { nationalCalendar } from '../../kernel/index.ts';
import { dueRungs } from '../ladder/ladder.rules.ts';
import { fold } from '../life/fold.rules.ts';
import { project } from '../life/project.rules.ts';
import { choices } from '../matter.policy.ts';

const part = { mechanism: replicationPart() };
const item = { mechanism: replication() };
const GIVEN: Doing[] = [
  ['office', 'register', '03-02 09:00', { text: '企业开办一窗通办', due: '2026-06-30', wanted: '窗口照片和办件清单' }],
  ['office', 'assign', '03-02 10:00', { lead: 'water', co: [] }],
];
const CLAIMED: Doing[] = [...GIVEN, ['water', 'waive', '03-03 09:00', { reason: '本县没有口岸' }]];
const EXEMPT: Doing[] = [...CLAIMED, ['office', 'exempt', '03-04 09:00']];
const DONE: Doing[] = [
  ...GIVEN,
  ['water', 'accept', '03-02 11:00'],
  ['water', 'answer', '03-20 09:00', { result: '已上线', files: FILES }],
  ['office', 'close', '03-21 09:00'],
];
const LISTED: Doing[] = [
  [
    'office',
    'register',
    '03-02 09:00',
    { text: '企业开办一窗通办', wanted: '照片', catalogued: { catalogue: '省清单', item: '3', edition: '第一批' } },
  ],
];
test('the office’s time to strike off is kept by striking off, and missed by it', () => {
  expect(told(lived(DONE, part)).clocks).toMatchObject({ closing: 'met' });
  const late: Doing[] = [...DONE.slice(0, -1), ['office', 'close', '03-30 09:00']];
  expect(told(lived(late, part)).clocks).toMatchObject({ closing: 'late' });
});

const result = (steps: readonly Doing[], step: Doing, world = part): string =>
  ((decided) => (decided.ok ? 'done' : decided.problem.code.replace('matter.', '')))(
    attempt(lived(steps, world), step, world),
  );

test.each<[sentence: string, steps: readonly Doing[], step: Doing, result: string]>([
  ['a unit may say that it does not apply before it has accepted', GIVEN, CLAIMED.at(-1)!, 'done'],
  ['and once it has', [...GIVEN, ['water', 'accept', '03-02 11:00']], CLAIMED.at(-1)!, 'done'],
  ['but not without a reason', GIVEN, ['water', 'waive', '03-03 09:00', {}], 'given-malformed'],
  ['another unit says nothing of it', GIVEN, ['roads', 'waive', '03-03 09:00', { reason: '无' }], 'not-your-act'],
  [
    'the office does not say it for the unit',
    GIVEN,
    ['office', 'waive', '03-03 09:00', { reason: '无' }],
    'not-your-act',
  ],
  ['twice is once too often', CLAIMED, CLAIMED.at(-1)!, 'stage-forbids-act'],
  ['the office alone agrees', CLAIMED, ['water', 'exempt', '03-04 09:00'], 'not-your-act'],
  ['and to nothing that was not said', GIVEN, ['office', 'exempt', '03-04 09:00'], 'nothing-waived'],
  ['it is not struck off as if it were done', CLAIMED, ['office', 'close', '03-04 09:00'], 'stage-forbids-act'],
  [
    'what does not apply has no effect to note',
    EXEMPT,
    ['water', 'gain', '04-01 09:00', { text: '省时' }],
    'stage-forbids-act',
  ],
  [
    'done is done with evidence',
    DONE.slice(0, 3),
    ['water', 'answer', '03-20 09:00', { result: '好' }],
    'give-evidence',
  ],
  [
    'what came of it is noted once it is struck off',
    DONE,
    ['water', 'gain', '04-01 09:00', { text: '半天办结' }],
    'done',
  ],
  ['and not before', DONE.slice(0, 4), ['water', 'gain', '04-01 09:00', { text: '半天办结' }], 'stage-forbids-act'],
])('%s', (_, steps, step, said) => {
  expect(result(steps, step)).toBe(said);
});

test('said not to apply, it waits for the office, keeps the unit’s clock no longer, and is counted as answered by nobody', () => {
  const state = lived(CLAIMED, part);
  expect(told(state)).toEqual({
    stage: 'claimed',
    stances: { water: 'lead answered' },
    clocks: { 'accept water': 'met', 'answer water': 'met', closing: '2026-03-10' },
  });
  expect(project(state, part.mechanism).matter.todo).toBe('exempt');
  const counts = (steps: readonly Doing[]) => factOf(lived(steps, part), part.mechanism).marks & bitOf('answered');
  expect([counts(CLAIMED), counts(EXEMPT)]).toEqual([0, 0]);
  expect(counts(DONE)).toBeGreaterThan(0);
});

test('agreed to, it is over; refused or taken up again, the unit works on and what it said is kept', () => {
  expect(lived(EXEMPT, part)).toMatchObject({ stage: 'exempt', phase: 'closed', waiver: { granted: true } });
  const returned = lived([...CLAIMED, ['office', 'return', '03-04 09:00', { reason: '有综保区' }]], part);
  expect(told(returned)).toMatchObject({ stage: 'working', stances: { water: 'lead returned' } });
  expect(returned.waiver).toMatchObject({ reason: '本县没有口岸', granted: false });
  const again = lived([...EXEMPT, ['office', 'reopen', '05-04 09:00', { reason: '口岸获批' }]], part);
  expect(again).toMatchObject({ stage: 'working', waiver: { granted: false } });
  const answer = choices(part.mechanism, again, SEATS.water, at('05-05 09:00')).find(({ kind }) => kind === 'answer');
  expect(answer?.allowed).toBe(true);
});

test('another edition changes the words and not the past; what it has no more stays, marked, and may come again', () => {
  const revised = lived(
    [...LISTED, ['office', 'revise', '04-01 09:00', { edition: '第二批', text: '企业开办一件事', wanted: null }]],
    item,
  );
  expect(revised).toMatchObject({
    text: '企业开办一件事',
    wanted: null,
    catalogued: { item: '3', edition: '第二批', dropped: null },
  });
  const dropped: Doing[] = [...LISTED, ['office', 'revise', '04-01 09:00', { edition: '第二批', dropped: true }]];
  expect(lived(dropped, item)).toMatchObject({
    text: '企业开办一窗通办',
    phase: 'open',
    catalogued: { edition: '第一批', dropped: '第二批' },
  });
  const back = lived([...dropped, ['office', 'revise', '05-01 09:00', { edition: '第三批', dropped: false }]], item);
  expect(back.catalogued).toMatchObject({ edition: '第三批', dropped: null });
});

test.each<[sentence: string, steps: readonly Doing[], step: Doing, mechanism: keyof typeof worlds, said: string]>([
  [
    'an edition that says the same is no act',
    LISTED,
    ['office', 'revise', '04-01 09:00', { edition: '第二批', wanted: '照片' }],
    'item',
    'edition-says-the-same',
  ],
  [
    'what is in no list is dropped from none',
    GIVEN,
    ['office', 'revise', '04-01 09:00', { edition: '第二批', dropped: true }],
    'part',
    'not-catalogued',
  ],
])('%s', (_, steps, step, mechanism, said) => {
  expect(result(steps, step, worlds[mechanism])).toBe(said);
});
const worlds = { item, part };

test('a part of what the list has no more is pressed by nobody, until it is listed again', () => {
  const worked: Doing[] = [...GIVEN, ['water', 'accept', '03-02 11:00']];
  const below = (steps: readonly Doing[]) => {
    const state = lived(steps, part);
    return { ...state, parent: { id: SEATS.water.seat, number: '复制〔2026〕001' } } as typeof state;
  };
  const said = (state: ReturnType<typeof below>, dropped: boolean) =>
    attempt(state, ['office', 'revise', '07-06 09:00', { edition: '第二批', dropped }], part);
  const late = at('07-20 09:00');
  const due = (state: ReturnType<typeof below>) =>
    dueRungs(state, part.mechanism, nationalCalendar, late, () => 0).length;
  const open = below(worked);
  expect(due(open)).toBeGreaterThan(0);
  const dropped = said(open, true);
  if (!dropped.ok) throw new Error(dropped.problem.code);
  const unlisted = fold(open, dropped.value);
  expect([unlisted.unlisted, due(unlisted)]).toEqual(['第二批', 0]);
  expect(said(unlisted, true)).toMatchObject({ ok: false, problem: { code: 'matter.edition-says-the-same' } });
  const back = said(unlisted, false);
  if (!back.ok) throw new Error(back.problem.code);
  expect(due(fold(unlisted, back.value))).toBe(due(open));
});

test('matters of a kind that has no list are items of none', () => {
  const decided = attempt(null, LISTED[0]!, part);
  expect(decided).toMatchObject({ ok: false, problem: { code: 'matter.no-catalogue' } });
});

test('what does not apply is counted as that and as no answer; what came of it is counted while it stays struck off', () => {
  const marks = (steps: readonly Doing[]) => {
    const { marks: bits } = factOf(lived(steps, part), part.mechanism);
    return (['answered', 'closed', 'exempt', 'gained'] as const).filter((mark) => common(bits, bitOf(mark)));
  };
  const gained: Doing[] = [...DONE, ['water', 'gain', '04-01 09:00', { text: '半天办结' }]];
  const again = ['office', 'reopen', '04-02 09:00', { reason: '又有了' }] as Doing;
  expect(marks(CLAIMED)).toEqual([]);
  expect(marks(EXEMPT)).toEqual(['closed', 'exempt']);
  expect(marks([...EXEMPT, again])).toEqual([]);
  expect(marks(gained)).toEqual(['answered', 'closed', 'gained']);
  expect(marks([...gained, again])).toEqual([]);
});

test('what was struck off by words that an edition changes says so, until it is taken up again by the new ones', () => {
  const revised: Doing[] = [
    ...DONE,
    ['office', 'revise', '04-01 09:00', { edition: '第二批', text: '企业开办一件事' }],
  ];
  expect(lived(revised, part)).toMatchObject({ stage: 'closed', text: '企业开办一件事', outworded: '第二批' });
  const again: Doing[] = [...revised, ['office', 'reopen', '04-02 09:00', { reason: '按新文字办' }]];
  expect(lived(again, part)).toMatchObject({ stage: 'working', text: '企业开办一件事' });
  expect(lived(again, part).outworded).toBeUndefined();
  const open: Doing[] = [
    ...DONE.slice(0, -1),
    ['office', 'revise', '04-01 09:00', { edition: '第二批', text: '又一句' }],
  ];
  expect(lived(open, part).outworded, 'what is open goes on by them').toBeUndefined();
});
