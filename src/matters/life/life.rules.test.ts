import { describe, expect, test } from 'vitest';
import { fold } from './fold.rules.ts';
import {
  ALONE,
  ANSWERED,
  ASSIGNED,
  attempt,
  CLOSED,
  FILES,
  lived,
  REGISTERED,
  told,
  VERIFIED,
  WORKING,
  type Step,
} from './life.fixture.ts';

/** What becomes of the matter: where it stands, what each unit has said, and what each clock shows. */
type Then = { stage: string; stances?: Record<string, string>; clocks?: Record<string, string> };

const answer = { result: '已办', files: FILES };

describe('the life of a matter', () => {
  test.each<[sentence: string, before: Step[], step: Step, then: Then]>([
    [
      'a registered matter waits and no clock runs',
      [],
      REGISTERED[0]!,
      { stage: 'registered', stances: {}, clocks: {} },
    ],
    [
      'assigning starts for each unit a working day to accept and, to the day named, the time to answer',
      REGISTERED,
      ASSIGNED[1]!,
      {
        stage: 'assigned',
        stances: { water: 'lead assigned', roads: 'co assigned', parks: 'co assigned' },
        clocks: { 'accept water': '2026-03-03', 'answer water': '2026-03-20', 'answer roads': '2026-03-20' },
      },
    ],
    [
      'with no day named the answer is due in five working days',
      [['office', 'register', '03-02 09:00', { text: '清点路灯' }]],
      ALONE[1]!,
      { stage: 'assigned', clocks: { 'answer water': '2026-03-09' } },
    ],
    [
      'assigned on the make-up Saturday before the Spring Festival, it is accepted after nine days off',
      [['office', 'register', '02-14 09:00', { text: '清点路灯' }]],
      ['office', 'assign', '02-14 10:00', { lead: 'water', co: [] }],
      { stage: 'assigned', clocks: { 'accept water': '2026-02-24', 'answer water': '2026-02-28' } },
    ],
    ['the lead accepts in time', ALONE, WORKING[2]!, { stage: 'working', clocks: { 'accept water': 'met' } }],
    [
      'accepted after 18:00 of the last day is accepted late',
      ALONE,
      ['water', 'accept', '03-03 18:01'],
      { stage: 'working', clocks: { 'accept water': 'late', 'answer water': '2026-03-20' } },
    ],
    [
      'the head of the unit may accept for it',
      ALONE,
      ['waterHead', 'accept', '03-02 15:00'],
      { stage: 'working', stances: { water: 'lead accepted' } },
    ],
    [
      'the lead refuses: the matter waits to be reassigned and the time to answer runs on',
      ALONE,
      ['water', 'refuse', '03-03 09:00', { reason: '不属本局职责' }],
      {
        stage: 'refused',
        stances: { water: 'lead refused' },
        clocks: { 'accept water': 'met', 'answer water': '2026-03-20' },
      },
    ],
    [
      'a report changes nothing but the story',
      WORKING,
      ['water', 'report', '03-05 09:00', { text: '过半' }],
      { stage: 'working' },
    ],
    [
      'an answer ends the unit’s clock and starts the office’s own',
      WORKING,
      ANSWERED[3]!,
      {
        stage: 'answered',
        stances: { water: 'lead answered' },
        clocks: { 'answer water': 'met', verify: '2026-03-20' },
      },
    ],
    [
      'answered at 18:01 on the due day is answered late',
      WORKING,
      ['water', 'answer', '03-20 18:01', answer],
      { stage: 'answered', clocks: { 'answer water': 'late', verify: '2026-03-24' } },
    ],
    [
      'verified: what was answered is done',
      ANSWERED,
      VERIFIED[4]!,
      { stage: 'verified', stances: { water: 'lead done' }, clocks: { verify: 'met' } },
    ],
    [
      'the office that verifies too late is late itself',
      ANSWERED,
      ['office', 'verify', '03-23 09:00'],
      { stage: 'verified', clocks: { verify: 'late', 'answer water': 'met' } },
    ],
    [
      'returned: it is the lead’s again, with a clock of five working days from now',
      ANSWERED,
      ['office', 'return', '03-19 09:00', { reason: '缺照片' }],
      {
        stage: 'working',
        stances: { water: 'lead returned' },
        clocks: { verify: 'met', 'answer water': '2026-03-26' },
      },
    ],
    [
      'returned with a day named: due then',
      ANSWERED,
      ['office', 'return', '03-19 09:00', { reason: '缺照片', due: '2026-03-31' }],
      { stage: 'working', clocks: { 'answer water': '2026-03-31' } },
    ],
    [
      'returned even after it was verified, on second thoughts',
      VERIFIED,
      ['office', 'return', '03-19 09:10', { reason: '照片不对' }],
      { stage: 'working', stances: { water: 'lead returned' }, clocks: { 'answer water': '2026-03-26' } },
    ],
    [
      'struck off: every clock stands',
      VERIFIED,
      CLOSED[5]!,
      { stage: 'closed', clocks: { verify: 'met', 'answer water': 'met' } },
    ],
    [
      'reopened by the mayor: a real new clock, not the old one',
      CLOSED,
      ['mayor', 'reopen', '04-01 09:00', { reason: '又堵了' }],
      { stage: 'working', stances: { water: 'lead returned' }, clocks: { 'answer water': '2026-04-09' } },
    ],
    [
      'the office reminds and nothing moves',
      ALONE,
      ['office', 'remind', '03-02 12:00', { unit: 'water' }],
      { stage: 'assigned' },
    ],
    [
      'the mayor instructs on what nobody has yet',
      REGISTERED,
      ['mayor', 'instruct', '03-02 09:30', { text: '抓紧' }],
      { stage: 'registered' },
    ],
    ['the mayor notes', WORKING, ['mayor', 'note', '03-05 09:00', { text: '现场看过' }], { stage: 'working' }],
    ['a unit attaches', WORKING, ['water', 'attach', '03-05 09:00', { files: FILES }], { stage: 'working' }],
    [
      'the office corrects the words',
      WORKING,
      ['office', 'correct', '03-05 09:00', { reason: '笔误', text: '疏通西渠' }],
      { stage: 'working' },
    ],
  ])('%s', (_, before, step, then) => {
    const state = before.length ? lived(before) : null;
    const decided = attempt(state, step);
    if (!decided.ok) throw new Error(JSON.stringify(decided.problem));
    expect(told(fold(state, decided.value))).toMatchObject(then);
  });
});
