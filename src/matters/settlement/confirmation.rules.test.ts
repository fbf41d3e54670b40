import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import { viewClock } from '../life/clocks.rules.ts';
import {
  AGREEMENT,
  attempt,
  disputes,
  FILES,
  at,
  lived,
  mayDo,
  MET,
  outcomeOf,
  SETTLED,
  told,
  type Step,
} from '../life/life.fixture.ts';

const mechanism = disputes();
const world = { mechanism };
const code = (steps: readonly Step[], step: Step): string => outcomeOf(steps, step, world);
const keep = (obligation: number, when: string): Step => ['water', 'keep', when, { obligation }];
const first = keep(1, '03-12 09:00');

describe('the right to have a court confirm it (人民调解法 33: within thirty days of the agreement)', () => {
  const ask = (when: string, appliedOn: string): Step => [
    'water',
    'confirm',
    when,
    { court: '东湖区人民法院', appliedOn },
  ];

  test.each([
    ['2026-04-03', 'done', 'the twenty-ninth day'],
    ['2026-04-07', 'done', 'the thirtieth day was the Saturday of a holiday: its end is the working day after'],
    ['2026-04-08', 'matter.confirm-too-late', 'one day later'],
  ])('%s: %s, %s', (day, expected) => {
    expect(code(SETTLED, ask(`${day.slice(5)} 10:00`, day))).toBe(expected);
  });

  test('made in time it is noted later too, and so is what the court ruled; the button stays', () => {
    const closed: Step[] = [...SETTLED, first, keep(2, '03-30 09:00'), ['water', 'close', '03-31 09:00']];
    const late = ask('05-06 10:00', '2026-04-07');
    expect(mayDo(lived(SETTLED, world), 'water', '05-06 10:00', world)).toContain('confirm');
    for (const steps of [SETTLED, closed]) {
      expect(code(steps, late)).toBe('done');
      expect(code([...steps, late], ruled('upheld', '05-06 11:00', '2026-04-20'))).toBe('done');
      expect(code(steps, ask('05-06 10:00', '2026-04-08'))).toBe('matter.confirm-too-late');
    }
  });

  test('let pass, its clock says that it is past: nobody is late, and nothing waits for it', () => {
    const clock = lived(SETTLED, world).clocks.find((c) => c.lapses)!;
    const slip = (when: string) => viewClock(clock, at(when), nationalCalendar).slip;
    expect([slip('04-07 23:59'), slip('04-08 00:00')]).toEqual(['soon', 'lapsed']);
  });

  test('is told with the last day of the limit that the file has, whatever that is', () => {
    const brief = { mechanism: disputes(['limit: 30 days\n    lapses', 'limit: 5 days\n    lapses']) };
    const late = attempt(lived(SETTLED, brief), ask('03-20 10:00', '2026-03-20'), brief);
    const last = told(lived(SETTLED, brief)).clocks['confirmation water'];
    expect(last! < '2026-03-20').toBe(true);
    expect(late).toMatchObject({ ok: false, problem: { code: 'matter.confirm-too-late', params: { last } } });
    for (const language of ['zh', 'en'] as const)
      expect(sentence(language, 'matter.confirm-too-late', { last: last!, day: '2026-03-20' })).not.toMatch(
        /三十|thirty|30/iu,
      );
  });

  test('is not used before there was an agreement', () => {
    expect(code(SETTLED, ask('03-10 10:00', '2026-03-01'))).toBe('matter.applied-before-signing');
  });

  test('is nobody’s lateness when it was not used', () => {
    const done: Step[] = [...SETTLED, first, keep(2, '03-30 09:00'), ['water', 'close', '05-06 09:00']];
    expect(clocks(done)).toMatchObject({ 'confirmation water': 'void' });
    function clocks(steps: readonly Step[]) {
      return told(lived(steps, world)).clocks;
    }
  });

  test('is counted from the day on which it was signed, though it was told of later', () => {
    const late: Step = ['water', 'settle', '03-10 16:00', { ...AGREEMENT, signedOn: '2026-03-02' }];
    expect(told(lived([...MET, late], world)).clocks).toMatchObject({ 'confirmation water': '2026-04-01' });
  });

  test('is not lost with a promise that was broken, nor with the case that was closed or went to a court over it', () => {
    const broken: Step = ['water', 'breach', '04-01 09:00', { obligation: 2, reason: '到期未付' }];
    const closed: Step[] = [...SETTLED, first, broken, ['water', 'close', '04-02 09:00']];
    expect(code(closed, ask('04-03 10:00', '2026-04-03'))).toBe('done');
    expect(code(closed, ask('04-08 10:00', '2026-04-08'))).toBe('matter.confirm-too-late');
    const sued: Step[] = [...SETTLED, ['water', 'refer', '03-10 09:00', { where: 'court', body: '东湖区人民法院' }]];
    expect(code(sued, ask('03-11 10:00', '2026-03-11'))).toBe('done');
  });

  const asked: Step[] = [...SETTLED, ask('03-10 10:00', '2026-03-09')];
  const askedOf = (court: string, when: string, number?: string): Step => [
    'water',
    'confirm',
    when,
    { court, appliedOn: '2026-03-09', ...(number ? { number } : {}) },
  ];
  const confirmation = (steps: readonly Step[]) => lived(steps, world).settlement?.confirmation;

  test('noted wrongly it is put right, after its days too; the same again is nothing', () => {
    const put = askedOf('西湖区人民法院', '04-20 10:00', '（2026）莲01民特12号');
    expect(confirmation([...asked, put])).toMatchObject({
      court: '西湖区人民法院',
      appliedOn: '2026-03-09',
      number: '（2026）莲01民特12号',
    });
    expect(code(asked, askedOf('东湖区人民法院', '03-11 10:00'))).toBe('matter.confirmed-already');
    expect(code([...asked, put], ask('04-21 10:00', '2026-04-20')), 'no way round the thirty days').toBe(
      'matter.confirm-too-late',
    );
  });

  const ruled = (outcome: string, when: string, ruledOn: string, number = '（2026）莲01民特12号'): Step => [
    'water',
    'rule',
    when,
    { outcome, ruledOn, number, files: FILES },
  ];
  const dismissed = ruled('dismissed', '03-20 10:00', '2026-03-19');

  test.each<[sentence: string, steps: Step[], step: Step, code: string]>([
    ['what the court ruled is noted with day, number and document', asked, dismissed, 'done'],
    [
      'once the case is closed too',
      [...asked, first, keep(2, '03-16 09:00'), ['water', 'close', '03-17 09:00']],
      dismissed,
      'done',
    ],
    [
      'not without the document',
      asked,
      ['water', 'rule', '03-20 10:00', { outcome: 'upheld', ruledOn: '2026-03-19', number: '12' }],
      'matter.give-evidence',
    ],
    ['not without a request', SETTLED, dismissed, 'matter.nothing-asked-of-court'],
    ['not before the request', asked, ruled('upheld', '03-20 10:00', '2026-03-08'), 'matter.ruled-before-applied'],
    ['not before it has come', asked, ruled('upheld', '03-20 10:00', '2026-03-21'), 'matter.ruled-in-future'],
    ['noted wrongly it is put right', [...asked, dismissed], ruled('upheld', '03-21 10:00', '2026-03-19'), 'done'],
    [
      'the same again is nothing',
      [...asked, dismissed],
      ruled('dismissed', '03-21 10:00', '2026-03-19'),
      'matter.ruled-already',
    ],
    [
      'a request put right is none of after the ruling',
      [...asked, dismissed],
      ask('03-23 10:00', '2026-03-23'),
      'matter.applied-after-ruling',
    ],
  ])('%s', (_, steps, step, expected) => {
    expect(code(steps, step)).toBe(expected);
  });

  test('the ruling stays where only the request is put right', () => {
    expect(confirmation([...asked, dismissed, askedOf('西湖区人民法院', '03-21 10:00')])).toMatchObject({
      court: '西湖区人民法院',
      ruling: { outcome: 'dismissed', ruledOn: '2026-03-19', number: '（2026）莲01民特12号' },
    });
  });

  test.each(['declined', 'withdrawn'])(
    '%s, a court may be asked anew within the thirty days, and then has not ruled',
    (how) => {
      const back = [...asked, ruled(how, '03-20 10:00', '2026-03-19')];
      const anew = confirmation([...back, ask('03-23 10:00', '2026-03-23')]);
      expect(anew).toMatchObject({ appliedOn: '2026-03-23' });
      expect(anew).not.toHaveProperty('ruling');
      expect(code(back, ask('04-20 10:00', '2026-04-07'))).toBe('done');
      expect(code(back, ask('04-20 10:00', '2026-04-08'))).toBe('matter.confirm-too-late');
    },
  );
});
