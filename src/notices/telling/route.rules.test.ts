import { describe, expect, test } from 'vitest';
import { act, matter, part, people, told, type Row, ROSTER } from './route.fixture.ts';

const assigned = act('assign', 'office-1', {
  effects: [{ do: 'unit', unit: 'water', part: 'lead', stance: 'assigned' }],
});
const returned = act('return', 'office-1', {
  effects: [{ do: 'unit', unit: 'water', part: 'lead', stance: 'returned' }],
});
const remind = act('remind', 'office-1');
const instruct = act('instruct', 'mayor', { given: { text: '抓紧' } });
const mention = (...mentions: string[]) => act('note', 'office-1', { given: { text: '请看', mentions } });
const fresh = { phase: 'assigned', units: [part('water', 'assigned')] } as const;

const judged = {
  act: 'act',
  at: '',
  by: 'firm',
  stars: 2,
  solved: false,
  satisfied: false,
  text: null,
  unnamed: false,
};

const heardNo = { act: 'a', at: '', reached: true, solved: false, satisfied: null, no: true } as const;

const rows: Row[] = [
  [
    'what is assigned to a unit is told to its handlers, as nobody has it in hand yet, and not to its head',
    assigned,
    matter({ ...fresh, units: [part('water', 'assigned')] }),
    people('office-1'),
    ['water-1: assigned (unit)', 'water-2: assigned (unit)'],
  ],
  [
    'a unit without a handler: its head does the work',
    act('assign', 'office-1', { effects: [{ do: 'unit', unit: 'roads', part: 'co', stance: 'assigned' }] }),
    matter({ units: [part('water', 'accepted'), part('roads', 'assigned', 'co')] }),
    people(),
    ['roads-head: assigned (unit)'],
  ],
  [
    'what is returned is told to whoever has had it in hand, not to the whole unit',
    returned,
    matter({ units: [part('water', 'returned')] }),
    people('office-1', 'water-2'),
    ['water-2: returned (owner)'],
  ],
  [
    'a refusal goes to whoever dispatched it',
    act('refuse', 'water-1', { unit: 'water' }),
    matter({ phase: 'open', units: [part('water', 'refused')] }),
    people('water-1', 'office-2'),
    ['office-2: refused (office)'],
  ],
  [
    'when whoever dispatched it has left, the whole office is told',
    act('refuse', 'water-1', { unit: 'water' }),
    matter({ phase: 'open', units: [part('water', 'refused')] }),
    people('water-1', 'somebody-gone'),
    ['office-1: refused (office)', 'office-2: refused (office)'],
  ],
  [
    'an answer waits for the office',
    act('answer', 'water-1', { unit: 'water' }),
    matter({ phase: 'answered', units: [part('water', 'answered')] }),
    people('water-1', 'office-1'),
    ['office-1: answered (office)'],
  ],
  [
    'what a higher seat answers is to be verified as well',
    act('answer', 'mayor'),
    matter({ phase: 'answered', units: [part('water', 'answered')] }),
    people('water-1', 'office-1'),
    ['office-1: answered (office)'],
  ],
  [
    'a co-unit’s answer is nothing to verify',
    act('answer', 'roads-head', { unit: 'roads' }),
    matter({ units: [part('water', 'accepted'), part('roads', 'answered', 'co')] }),
    people('office-1'),
    [],
  ],
  [
    'more time is asked of the office',
    act('extend', 'water-1', { unit: 'water' }),
    matter({ asked: [{ unit: 'water', until: '2026-03-30', reason: '雨', act: 'act' }] }),
    people('water-1', 'office-1'),
    ['office-1: extension-asked (office)'],
  ],
  [
    'what was decided is told to whoever asked',
    act('deny', 'office-1', { given: { unit: 'water', reason: '不' } }),
    matter(),
    people('office-1', 'water-1'),
    ['water-1: extension-decided (owner)'],
  ],
  [
    'that it goes on in another is told to whoever has it in hand, and to no unit that sent it back',
    act('join', 'office-1', { given: { into: '交办〔2026〕1-02' } }),
    matter({
      phase: 'closed',
      units: [part('water', 'accepted'), part('roads', 'refused', 'co')],
      joined: {
        act: 'act',
        at: '',
        into: 'other',
        number: '交办〔2026〕1-02',
        stage: 'working',
        phase: 'working',
        clocks: [],
      },
    }),
    people('water-1', 'office-1'),
    ['water-1: joined (owner)'],
  ],
  [
    'of one that was parted again meanwhile nobody is told',
    act('join', 'office-1', { given: { into: '交办〔2026〕1-02' } }),
    matter(),
    people('water-1', 'office-1'),
    [],
  ],
  [
    'a draft waits for the unit’s head',
    act('propose', 'water-1', { unit: 'water', given: { result: '已修' }, effects: [{ do: 'draft' }] }),
    matter({ draft: { act: 'act', at: '', unit: 'water', result: '已修' } }),
    people('water-1', 'office-1'),
    ['water-head: drafted (superior)'],
  ],
  [
    'of a draft that was sent back meanwhile nobody is told',
    act('propose', 'water-1', { unit: 'water', given: { result: '已修' }, effects: [{ do: 'draft' }] }),
    matter(),
    people('water-1', 'office-1'),
    [],
  ],
  [
    'a reply is told to whoever works on it in the unit that asked',
    act('reply', 'office-1', { effects: [{ do: 'replied', unit: 'water' }] }),
    matter(),
    people('water-1', 'office-1'),
    ['water-1: replied (owner)'],
  ],
  [
    'a reply to the office’s own question, to the office',
    act('reply', 'firm', { effects: [{ do: 'replied', unit: null }] }),
    matter(),
    people('water-1', 'office-1'),
    ['office-1: replied (office)'],
  ],
  [
    'what whoever raised it adds unasked is told to whoever works on it',
    act('note', 'firm'),
    matter({ originators: [{ id: 'firm', since: '2026-03-09T02:00:00.000Z', unnamed: false }] }),
    people('water-1', 'office-1'),
    ['water-1: added (owner)'],
  ],
  [
    'to the office while no unit has it',
    act('attach', 'firm'),
    matter({ units: [], originators: [{ id: 'firm', since: '2026-03-09T02:00:00.000Z', unnamed: false }] }),
    people('water-1', 'office-1'),
    ['office-1: added (office)'],
  ],
  ['a note of the house asks nothing of anybody', act('note', 'office-1'), matter(), people('water-1', 'office-1'), []],
  [
    'a discontent is the office’s to settle',
    act('evaluate', 'firm', { effects: [{ do: 'evaluation' }, { do: 'stage', to: 'disputed', phase: 'answered' }] }),
    matter({ phase: 'answered', evaluations: [judged] }),
    people('office-1'),
    ['office-1: disputed (office)'],
  ],
  [
    'so is one that a hotline heard on calling back',
    { ...act('callback', 'nobody', { effects: [{ do: 'callback', no: true }] }), seat: null },
    matter({ phase: 'answered', callback: heardNo }),
    people('office-1'),
    ['office-1: disputed (office)'],
  ],
  [
    'but not the one that it heard itself',
    act('callback', 'office-1', { effects: [{ do: 'callback', no: true }] }),
    matter({ phase: 'answered', callback: heardNo }),
    people('office-1'),
    [],
  ],
  [
    'a good word asks nothing of anybody',
    act('evaluate', 'firm', { effects: [{ do: 'evaluation' }, { do: 'stage', to: 'closed', phase: 'closed' }] }),
    matter({ phase: 'closed', evaluations: [judged] }),
    people('office-1'),
    [],
  ],
  [
    'an exclusion waits for another of the office than whoever proposed it',
    act('exclude', 'office-1', { effects: [{ do: 'exclusion', account: 'office-1' }] }),
    matter({
      phase: 'answered',
      exclusion: { act: 'act', at: '', seat: 'office-1', account: 'office-1', reason: '', agreed: null },
    }),
    { ...people('office-1'), able: ROSTER.filter(({ seat }) => seat === 'mayor' || seat === 'office-2') },
    ['office-2: exclusion-proposed (office)'],
  ],
  [
    'where nobody else sits in the office, it waits for the leaders',
    act('exclude', 'office-1', { effects: [{ do: 'exclusion', account: 'office-1' }] }),
    matter({
      phase: 'answered',
      exclusion: { act: 'act', at: '', seat: 'office-1', account: 'office-1', reason: '', agreed: null },
    }),
    { ...people('office-1'), able: ROSTER.filter(({ seat }) => seat === 'mayor') },
    ['mayor: exclusion-proposed (mayor)'],
  ],
  [
    'a slip goes to whoever does the work and to the head who answers for it',
    act('slip', 'office-1', { effects: [{ do: 'slip', unit: 'water', color: 'red', clock: null }] }),
    matter(),
    people('office-1', 'water-1'),
    ['water-1: slipped (owner)', 'water-head: slipped (superior)'],
  ],
  [
    'what the ladder did is told by the rung, and not again by its act',
    { ...act('slip', '', { effects: [{ do: 'slip', unit: 'water', color: 'red', clock: null }] }), seat: null },
    matter(),
    people('office-1', 'water-1'),
    [],
  ],
  [
    'that a matter is raised, to the seat that owes it now and to the unit that works on',
    act('raise', 'office-1', { given: { seat: 'mayor', reason: '逾期' } }),
    matter({ raised: { act: 'act', at: '', seat: 'mayor', unit: null, reason: '逾期' } }),
    people('office-1', 'water-1'),
    ['mayor: raised (raised)', 'water-1: raised (owner)', 'water-head: raised (superior)'],
  ],
  [
    'the first reminder goes to the owner alone',
    remind,
    matter({ counts: { ...matter().counts, reminders: 1 } }),
    people('water-1'),
    ['water-1: reminded (owner)'],
  ],
  [
    'the second to the head as well',
    remind,
    matter({ counts: { ...matter().counts, reminders: 2 } }),
    people('water-1'),
    ['water-1: reminded (owner)', 'water-head: reminded (superior)'],
  ],
  [
    'a station without a head: the head above it answers',
    remind,
    matter({ units: [part('pumps', 'accepted')], counts: { ...matter().counts, reminders: 2 } }),
    people('pumps-1'),
    ['pumps-1: reminded (owner)', 'water-head: reminded (superior)'],
  ],
  [
    'a reminder of a unit that has answered presses only those who owe',
    remind,
    matter({ units: [part('water', 'accepted'), part('roads', 'answered', 'co')] }),
    people('water-1'),
    ['water-1: reminded (owner)'],
  ],
  [
    'a leader’s word goes to the owner, to the head, and to the office that sees to it',
    instruct,
    matter(),
    people('water-1', 'office-1'),
    ['water-1: instructed (owner)', 'water-head: instructed (superior)', 'office-1: instructed (office)'],
  ],
  [
    'whoever is asked to help is told, in whatever unit, and nobody of theirs besides',
    act('help', 'water-1', { unit: 'water', effects: [{ do: 'help', seat: 'parks-1', unit: 'parks' }] }),
    matter({ visibility: 'units', helpers: [{ act: 'act', at: '', seat: 'parks-1', unit: 'parks' }] }),
    people('water-1'),
    ['parks-1: helping (helper)'],
  ],
  [
    'let go again meanwhile, they may not read it and are told nothing',
    act('help', 'water-1', { unit: 'water', effects: [{ do: 'help', seat: 'parks-1', unit: 'parks' }] }),
    matter({ visibility: 'units' }),
    people('water-1'),
    [],
  ],
  [
    'whoever is mentioned is told, in whatever unit',
    mention('parks-1'),
    matter(),
    people(),
    ['parks-1: mentioned (named)'],
  ],
  [
    'in a report and in a leader’s word too, besides those whom it concerns anyway',
    act('instruct', 'mayor', { given: { text: '请看', mentions: ['parks-1'] } }),
    matter(),
    people('water-1', 'office-1'),
    [
      'water-1: instructed (owner)',
      'water-head: instructed (superior)',
      'office-1: instructed (office)',
      'parks-1: mentioned (named)',
    ],
  ],
  [
    'a report alone tells nobody but whom it names',
    act('report', 'water-1', { given: { text: '请看', mentions: ['office-2'] } }),
    matter(),
    people('water-1', 'office-1'),
    ['office-2: mentioned (named)'],
  ],
  [
    'nobody is told what they said themselves',
    mention('office-1', 'water-1'),
    matter(),
    people(),
    ['water-1: mentioned (named)'],
  ],
  [
    'a note that mentions nobody is told to nobody',
    act('note', 'office-1', { given: { text: '记' } }),
    matter(),
    people(),
    [],
  ],
  ['a mention of a seat that is not there tells nobody', mention('nobody'), matter(), people(), []],
  [
    'who may not read a confidential matter is not told of it, though mentioned',
    mention('parks-1', 'water-1', 'mayor', 'admin'),
    matter({ confidential: true }),
    people(),
    ['mayor: mentioned (named)', 'water-1: mentioned (named)'],
  ],
  [
    'nobody is pressed about what is struck off by the time they would hear of it',
    remind,
    matter({ phase: 'closed', units: [part('water', 'accepted')] }),
    people('water-1'),
    [],
  ],
  ['nobody is pressed about what stands still', remind, matter({ paused: true }), people('water-1'), []],
  [
    'an assignment that was taken away again is not told',
    assigned,
    matter({ units: [part('roads', 'assigned')] }),
    people(),
    [],
  ],
  ['an assignment that was accepted meanwhile needs no telling', assigned, matter(), people('water-1'), []],
  ['an acceptance tells nobody', act('accept', 'water-1', { unit: 'water' }), matter(), people('office-1'), []],
];

describe('who is told of an act', () => {
  test.each(rows)('%s', (_, a, m, p, expected) => {
    expect(told(a, m, p).toSorted()).toEqual(expected.toSorted());
  });

  test('one person on two seats is not told of their own act', () => {
    const both = people('water-1');
    const roster = both.roster.map((s) => (s.seat === 'water-1' ? { ...s, account: 'account of office-1' } : s));
    expect(told(remind, matter(), { ...both, roster })).toEqual([]);
  });
});
