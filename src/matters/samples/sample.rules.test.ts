import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uuidv7 } from '../../kernel/index.ts';
import type { Step } from '../life/life.fixture.ts';
import { appeals, at, DISPUTED, HOST, lived, RAISED, REPLIED } from '../life/life.fixture.ts';
import { drawSample, lotOf, mayBeDrawn, sizeOf, spanOf, weekBefore, type Candidate } from './sample.rules.ts';

const DRAW = { city: 1, mechanism: 'appeal', week: '2026-03-02' };
const RULE = { share: 10, least: 5 };
const candidates = (n: number, units: number): Candidate[] =>
  Array.from({ length: n }, (_, i) => ({ id: uuidv7(at('03-02 09:00')), unit: `unit ${i % units}` }));

describe('how many are drawn', () => {
  test.each([
    ['nobody of nobody', 0, 0],
    ['all, where there are fewer than the least', 3, 3],
    ['the least, where the share is less', 20, 5],
    ['the share, rounded up', 61, 7],
    ['the share of many', 400, 40],
  ])('%s', (_, n, size) => expect(sizeOf(n, RULE)).toBe(size));
});

describe('which are drawn', () => {
  const some = fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 12 }));

  test('as many as the size says, none twice, all of them candidates, in whatever order these come', () => {
    fc.assert(
      fc.property(some, ([n, units]) => {
        const all = candidates(n, units);
        const drawn = drawSample(DRAW, RULE, all);
        expect(drawn).toHaveLength(sizeOf(n, RULE));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.every((id) => all.some((one) => one.id === id))).toBe(true);
        expect(drawSample(DRAW, RULE, all.toReversed())).toEqual(drawn);
      }),
    );
  });

  test('of each unit one, where the size allows it', () => {
    fc.assert(
      fc.property(some, ([n, units]) => {
        const all = candidates(n, units);
        const drawn = new Set(drawSample(DRAW, RULE, all));
        const there = new Set(all.map(({ unit }) => unit)).size;
        const came = new Set(all.filter(({ id }) => drawn.has(id)).map(({ unit }) => unit)).size;
        expect(came).toBe(Math.min(there, drawn.size));
      }),
    );
  });

  test('another week, another city or another mechanism draws others; the lot is what anybody computes', () => {
    const all = candidates(60, 3);
    const drawn = drawSample(DRAW, RULE, all);
    for (const other of [{ week: '2026-03-09' }, { city: 2 }, { mechanism: 'dispute' }])
      expect(drawSample({ ...DRAW, ...other }, RULE, all)).not.toEqual(drawn);
    // printf '1/appeal/2026-03-02/00000000-0000-7000-8000-000000000001' | sha256sum
    expect(lotOf(DRAW, '00000000-0000-7000-8000-000000000001')).toMatch(/^[0-9a-f]{64}$/u);
  });
});

test.each([
  ['on a Monday the week that is just over', '2026-03-16', '2026-03-09'],
  ['on a Sunday the one before its own', '2026-03-15', '2026-03-02'],
])('%s', (_, day, week) => expect(weekBefore(day)).toBe(week));

describe('what may be drawn', () => {
  const world = { mechanism: appeals() };
  const good = { stars: 5, solved: true, satisfied: true };
  const STRUCK: Step[] = [...REPLIED, ['firm', 'evaluate', '03-06 09:00', good]];
  const week = spanOf('2026-03-02');
  const heard = { reached: true, solved: false, satisfied: false, text: '还是不通' };
  test.each<[string, Step[], boolean]>([
    ['what was struck off in the week', STRUCK, true],
    [
      'so too after it was published in the next week',
      [
        ...STRUCK.slice(0, -1),
        ['firm', 'evaluate', '03-06 09:00', { ...good, consents: true }],
        ['office', 'publish', '03-10 09:00', { question: '路怎么办', answer: '已修' }],
      ],
      true,
    ],
    ['not what waits to be judged', REPLIED, false],
    ['not what is disputed', DISPUTED, false],
    ['not what nobody answered', [...RAISED, ['office', 'close', '03-03 09:00', { note: '不属于本市' }]], false],
    ['not what was struck off a week later', [...REPLIED, ['firm', 'evaluate', '03-09 09:00', good]], false],
    ['not what goes on in another matter', [...RAISED, ['office', 'join', '03-03 09:00', { into: HOST }]], false],
    [
      'not what is excluded',
      [
        ...DISPUTED,
        ['office', 'callback', '03-06 10:00', heard],
        ['office', 'exclude', '03-06 11:00', { reason: '不在本市', told: '评价不计入统计' }],
        ['mayor', 'review', '03-06 15:00', { agreed: true }],
      ],
      false,
    ],
    [
      'not where somebody was called back already',
      [
        ...STRUCK,
        ['office', 'callback', '03-06 10:00', { reached: true, text: '满意', solved: true, satisfied: true }],
      ],
      false,
    ],
    ['not what is worked on again', [...STRUCK, ['office', 'reopen', '03-06 10:00', { reason: '又坏了' }]], false],
  ])('%s', (_, steps, may) => expect(mayBeDrawn(lived(steps, world), week)).toBe(may));
});
