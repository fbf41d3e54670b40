import { describe, expect, test } from 'vitest';
import { disputed } from './disputed.rules.ts';
import { appeals, lived, RAISED, refusalOf, REPLIED, told, type Step } from './life.fixture.ts';
import { project } from './project.rules.ts';
import { publishedRow } from './published.rules.ts';

const mechanism = appeals();
const world = { mechanism };
const after = (steps: Step[]) => lived(steps, world);
const codeOf = (steps: Step[], step: Step) => refusalOf(steps, step, world);
const good = { stars: 5, solved: true, satisfied: true };
const judged = (more: object): Step[] => [...REPLIED, ['firm', 'evaluate', '03-06 09:00', { ...good, ...more }]];
const STRUCK = judged({});
const AGREED = judged({ consents: true });
const words = { question: '门前断路怎么办', answer: '便道已修通' };
const publish = (given: object = words): Step => ['office', 'publish', '03-09 10:00', { ...words, ...given }];
const PUBLISHED: Step[] = [...AGREED, publish()];
const called = (more: object): Step[] => [
  ...STRUCK,
  ['office', 'callback', '03-09 10:00', { reached: true, text: '电话回访', ...more }],
];

describe('whoever is called back', () => {
  test.each<[string, Step[], string, string | null]>([
    ['content: it stays struck off', called({ solved: true, satisfied: true }), 'closed', null],
    ['said nothing of it: it stays struck off', called({}), 'closed', null],
    ['not reached: it stays struck off', called({ reached: false }), 'closed', null],
    ['not solved: it comes back to the supervision office', called({ solved: false }), 'disputed', 'reopen'],
    ['not satisfied: it comes back too', called({ solved: true, satisfied: false }), 'disputed', 'reopen'],
  ])('%s', (_, steps, stage, todo) => {
    const state = after(steps);
    expect(state.stage).toBe(stage);
    expect(project(state, mechanism).matter.todo).toBe(todo);
    expect(disputed(state)).toBe(stage === 'disputed');
    expect('dispute' in told(state).clocks).toBe(stage === 'disputed');
  });

  test('a mechanism that says nothing of it leaves the matter where it is, as before there was such a word', () => {
    const older = { mechanism: appeals(['    instead: disputed\n    tries: 3\n', '']) };
    const state = lived(called({ solved: false }), older);
    expect(state.stage).toBe('closed');
    expect(disputed(state)).toBe(false);
  });
});

describe('publishing', () => {
  test.each<[string, Step[], Step, string | null]>([
    ['what its originator agreed to', AGREED, publish(), null],
    [
      'agreed to when it was raised',
      [
        ['firm', 'register', '03-02 09:00', { text: '门前断路', channel: 'web', consents: true }],
        ...judged({}).slice(1),
      ],
      publish(),
      null,
    ],
    ['not what they were not asked about', STRUCK, publish(), 'matter.consent-missing'],
    ['not against their word', judged({ consents: false }), publish(), 'matter.consent-refused'],
    ['not before it is struck off', REPLIED, publish(), 'matter.stage-forbids-act'],
    [
      'not what is confidential',
      [
        ['firm', 'register', '03-02 09:00', { text: '门前断路', channel: 'web', confidential: true }],
        ...judged({ consents: true }).slice(1),
      ],
      publish(),
      'matter.publish-confidential',
    ],
    ['not with a phone number', AGREED, publish({ answer: '请拨 13912345678' }), 'matter.personal-data-left'],
    ['with what only seems to be a firm’s name', AGREED, publish({ question: '兴旺食品厂门前断路怎么办' }), null],
    ['not with a name', AGREED, publish({ question: '王经理不给办' }), 'matter.personal-data-left'],
    [
      'with what was looked at and confirmed',
      AGREED,
      publish({ answer: '请拨 0374-2965123', confirmed: ['0374-2965123'] }),
      null,
    ],
    ['once more with other words', PUBLISHED, publish({ answer: '便道五天内修通' }), null],
    ['not by a unit', AGREED, ['waterHead', 'publish', '03-09 10:00', words], 'matter.not-your-act'],
    [
      'nothing is withdrawn where nothing stands',
      AGREED,
      ['office', 'withdraw', '03-09 11:00', { reason: '过时' }],
      'matter.nothing-published',
    ],
  ])('%s', (_, steps, step, code) => expect(codeOf(steps, step)).toBe(code));

  test.each<[string, Step[], boolean]>([
    ['published', PUBLISHED, true],
    ['withdrawn', [...PUBLISHED, ['office', 'withdraw', '03-10 09:00', { reason: '政策已变' }]], false],
    ['worked on again', [...PUBLISHED, ['office', 'reopen', '03-10 09:00', { reason: '又断了' }]], false],
    [
      'made confidential',
      [
        ...PUBLISHED,
        ['office', 'reopen', '03-10 09:00', { reason: '又断了' }],
        ['office', 'correct', '03-10 10:00', { reason: '涉密', confidential: true }],
      ],
      false,
    ],
    [
      'disputed on calling back',
      [...PUBLISHED, ['office', 'callback', '03-10 09:00', { reached: true, solved: false, text: '又断了' }]],
      false,
    ],
    ['only raised', RAISED, false],
  ])('everybody reads it or not: %s', (_, steps, there) => expect(publishedRow(after(steps)) !== null).toBe(there));

  test('what everybody reads is what the clerk wrote, under its uppermost category', () => {
    expect(publishedRow(after(PUBLISHED))).toMatchObject({ ...words, scheme: 'appeals', category: '07' });
  });
});
