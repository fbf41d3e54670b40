import { describe, expect, test } from 'vitest';
import { choices } from '../matter.policy.ts';
import {
  appeals,
  ASKED,
  at,
  attempt,
  CONTESTED,
  DISPUTED,
  DRAFTED,
  EXCLUDING,
  FILED,
  lived,
  RAISED,
  refusalOf,
  REPLIED,
  SEATS,
  TAKEN,
  type Step,
} from './life.fixture.ts';

const world = { mechanism: appeals() };
const after = (steps: Step[]) => lived(steps, world);
const codeOf = (steps: Step[], step: Step) => refusalOf(steps, step, world);
const good = { stars: 5, solved: true, satisfied: true };

describe('what is refused, and why', () => {
  const when = '03-10 09:00';
  test.each<[sentence: string, steps: Step[], step: Step, code: string]>([
    [
      'a category must be in the scheme',
      RAISED,
      ['office', 'classify', when, { category: '99' }],
      'matter.no-such-category',
    ],
    [
      'the same category again says nothing',
      FILED,
      ['office', 'classify', when, { category: '0701' }],
      'matter.classify-changes-nothing',
    ],
    [
      'whose it is was decided: it cannot be sent back a third time',
      [...CONTESTED, ['mayor', 'assign', '03-02 16:00', { lead: 'water', co: [] }]],
      ['water', 'refuse', when, { reason: '还是不归我' }],
      'matter.decided-for-good',
    ],
    ['one question at a time', ASKED, ['office', 'inquire', when, { text: '还有？' }], 'matter.already-asked'],
    [
      'where nobody is known there is nobody to ask',
      [['office', 'register', '03-02 09:00', { text: '匿名来信' }]],
      ['office', 'inquire', when, { text: '哪里？' }],
      'matter.nobody-raised-it',
    ],
    ['nothing asked, nothing to reply to', TAKEN, ['firm', 'reply', when, { text: '好' }], 'matter.nothing-asked'],
    ['nobody replies for another', ASKED, ['baker', 'reply', when, { text: '我来说' }], 'matter.not-your-act'],
    [
      'a promise keeps within the time there is',
      TAKEN,
      ['water', 'promise', '03-03 09:00', { text: '修好', due: '2026-03-20' }],
      'matter.promise-after-deadline',
    ],
    [
      'a handler drafts and does not answer',
      TAKEN,
      ['water', 'answer', when, { result: '修好了' }],
      'matter.not-your-act',
    ],
    [
      'without a draft there is none to send back',
      [...TAKEN],
      ['waterHead', 'return', when, { reason: '重写' }],
      'matter.stage-forbids-act',
    ],
    [
      'an answer given is not the head’s to take back',
      REPLIED,
      ['waterHead', 'return', when, { reason: '重写' }],
      'matter.no-draft',
    ],
    [
      'a draft is the head’s to send back, not the office’s',
      DRAFTED,
      ['office', 'return', when, { reason: '重写' }],
      'matter.draft-is-the-heads',
    ],
    ['evaluated once for each answer', DISPUTED, ['firm', 'evaluate', when, good], 'matter.already-evaluated'],
    [
      'struck off by a good word, it is not called back about: something else is advised',
      [...REPLIED, ['firm', 'evaluate', '03-06 10:00', good]],
      ['firm', 'evaluate', when, good],
      'matter.already-evaluated-and-closed',
    ],
    ['by whoever raised it and nobody else', REPLIED, ['baker', 'evaluate', when, good], 'matter.not-your-act'],
    ['no seat evaluates for them', REPLIED, ['office', 'evaluate', when, good], 'matter.not-your-act'],
    ['six stars there are not', REPLIED, ['firm', 'evaluate', when, { ...good, stars: 6 }], 'matter.given-malformed'],
    [
      'what is disputed is not simply closed',
      DISPUTED,
      ['office', 'close', when, { note: '完' }],
      'matter.still-disputed',
    ],
    [
      'nor excluded before anybody called',
      DISPUTED,
      ['office', 'exclude', when, { reason: '恶意', told: '评价不计入统计' }],
      'matter.call-back-first',
    ],
    [
      'who was not reached has said nothing',
      DISPUTED,
      ['office', 'callback', when, { reached: false, solved: true, text: '无人接听' }],
      'matter.not-reached-says-nothing',
    ],
    [
      'nobody reviews their own exclusion',
      EXCLUDING,
      ['office', 'review', when, { agreed: true }],
      'matter.review-by-another',
    ],
    ['who does not agree says why', EXCLUDING, ['mayor', 'review', when, { agreed: false }], 'matter.review-says-why'],
  ])('%s', (_, steps, step, code) => {
    expect(codeOf(steps, step)).toBe(code);
  });

  test('what is not classified is given to nobody, whatever its stage', () => {
    const mechanism = appeals([
      'from: [classified, refused, contested, assigned',
      'from: [registered, classified, refused, contested, assigned',
    ]);
    const assign: Step = ['office', 'assign', when, { lead: 'water', co: [] }];
    expect(attempt(after(RAISED), assign, { mechanism })).toMatchObject({ problem: { code: 'matter.classify-first' } });
  });

  test('the same person on another seat is not another reviewer', () => {
    const twin = { ...SEATS.mayor, account: SEATS.office.account };
    const review = choices(world.mechanism, after(EXCLUDING), twin, at('03-10 09:00')).find((c) => c.kind === 'review');
    expect(review?.code).toBe('matter.review-by-another');
  });

  test('what was disputed is closed once they say on the phone that it is right now', () => {
    const heard: Step = [
      'office',
      'callback',
      '03-09 10:00',
      { reached: true, solved: true, satisfied: true, text: '已通' },
    ];
    expect(codeOf([...DISPUTED, heard], ['office', 'close', '03-09 11:00', { note: '回访已解决' }])).toBeNull();
    const half: Step = ['office', 'callback', '03-09 10:00', { reached: true, solved: true, text: '没说满意不满意' }];
    expect(codeOf([...DISPUTED, half], ['office', 'close', '03-09 11:00', { note: '完' }])).toBe(
      'matter.still-disputed',
    );
  });

  // Struck off before any unit had it, judged bad, and taken up again.
  const STRUCK: Step[] = [
    ...RAISED,
    ['office', 'close', '03-02 10:00', { note: '不属受理范围' }],
    ['firm', 'evaluate', '03-03 09:00', { stars: 1, solved: false, satisfied: false }],
    ['office', 'reopen', '03-03 10:00', { reason: '再核' }],
  ];
  const close: Step = ['office', 'close', '03-06 09:00', { note: '仍不属受理范围' }];
  const called = (said: object): Step => [
    'office',
    'callback',
    '03-04 09:00',
    { reached: true, text: '回访', ...said },
  ];
  test.each<[sentence: string, steps: Step[], outcome: string | null]>([
    ['taken up again, it is not struck off at once', STRUCK, 'matter.reopened-unanswered'],
    [
      'nor once it was filed',
      [...STRUCK, ['office', 'classify', '03-03 11:00', { category: '0701' }]],
      'matter.reopened-unanswered',
    ],
    ['nor after a call in which nobody said that it is right', [...STRUCK, called({})], 'matter.reopened-unanswered'],
    ['it is once they say on the phone that it is right', [...STRUCK, called({ solved: true, satisfied: true })], null],
    [
      'not content on the phone either, it waits to be settled as before',
      [...STRUCK, called({ solved: false })],
      'matter.still-disputed',
    ],
    [
      'taken up once more after that, it still waits',
      [...STRUCK, called({ solved: false }), ['office', 'reopen', '03-05 09:00', { reason: '再核' }]],
      'matter.reopened-unanswered',
    ],
    [
      'answered by the unit that was given it, it is struck off as anything is',
      [
        ...STRUCK,
        ['office', 'classify', '03-03 11:00', { category: '0701' }],
        ['office', 'assign', '03-03 11:30', { lead: 'water', co: [] }],
        ['water', 'accept', '03-03 15:00'],
        ['waterHead', 'answer', '03-05 09:00', { result: '已修通' }],
      ],
      null,
    ],
    [
      'taken up again though nobody was discontent, it may be struck off',
      [...STRUCK.slice(0, 2), ['office', 'reopen', '03-03 10:00', { reason: '登记有误' }]],
      null,
    ],
  ])('a discontent is not closed away: %s', (_, steps, outcome) => {
    expect(codeOf(steps, close)).toBe(outcome);
  });

  test('an exclusion ends it too, after a call and with a review', () => {
    const reviewed = after([
      ...STRUCK,
      called({ solved: false }),
      ['office', 'exclude', '03-04 10:00', { reason: '不在本市', told: '不属本市受理' }],
      ['mayor', 'review', '03-04 11:00', { agreed: true }],
    ]);
    expect(reviewed.phase).toBe('closed');
  });

  test('before it was judged there is nobody to call about it', () => {
    expect(codeOf(RAISED, called({}))).toBe('matter.nothing-answered');
  });
});
