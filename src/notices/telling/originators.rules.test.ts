import { describe, expect, test } from 'vitest';
import type { MatterAct, MatterState } from '../../matters/index.ts';
import { newsOf, stillNews, toldOf } from './originators.rules.ts';

const AT = '2026-03-16T02:00:00.000Z';
const NOW = new Date('2026-03-16T06:00:00.000Z');
const act = (kind: string, effects: unknown[] = []): MatterAct =>
  ({ id: 'this', seq: 5, kind, at: AT, seat: null, unit: null, given: {}, effects }) as unknown as MatterAct;

describe('what an act is to those who raised the matter', () => {
  test.each([
    ['inquire', [], 'asked', 'a question is theirs to answer'],
    ['promise', [], 'promised', 'a promise is made to them'],
    ['answer', [{ do: 'answered' }], 'answered', 'the whole is answered'],
    ['answer', [{ do: 'unit' }], null, 'a co-unit answers the lead unit'],
    ['return', [{ do: 'anew' }], 'anew', 'the answer stands no more'],
    ['return', [{ do: 'undraft' }], null, 'a draft sent back was never theirs'],
    ['reopen', [{ do: 'anew' }], 'anew', 'what was over is taken up again'],
    ['review', [{ do: 'reviewed', agreed: true }], 'excluded', 'what they said is not counted'],
    ['review', [{ do: 'reviewed', agreed: false }], null, 'it is counted as before'],
    ['exclude', [{ do: 'exclusion' }], null, 'a proposal is no decision'],
    ['close', [], 'closed', 'whoever waits is told that nothing more comes'],
    ['close', [{ do: 'struck' }], 'struck', 'they are told that there is a reason, which is theirs to judge'],
    ['join', [{ do: 'join' }], 'joined', 'their matter goes on in another'],
    ['part', [{ do: 'part' }], 'parted', 'it goes its own way again'],
    ['gather', [{ do: 'gather' }], null, 'another was joined to theirs, which changes nothing for them'],
    ['assign', [], null, 'who deals with it stands on their page'],
    ['propose', [], null, 'a draft is the unit’s own'],
    ['instruct', [], null, 'what a leader says is said to the units'],
    ['evaluate', [], null, 'they did it themselves'],
  ] as const)('%s %j: %s, as %s', (kind, effects, news, _why) => {
    expect(newsOf(act(kind, [...effects]))).toBe(news);
  });
});

test('words for them of its being taken up again are told of, and the reason is not', () => {
  const again = (given: object): MatterAct => ({ ...act('reopen', [{ do: 'anew' }]), given: { ...given } });
  expect(newsOf(again({ reason: '确属本市' }))).toBe('anew');
  expect(newsOf(again({ reason: '确属本市', told: '我们将重新办理' }))).toBe('anew-told');
});

describe('who is told that what was said is not counted', () => {
  const originators = [{ id: 'own' }, { id: 'joined', through: 'other' }];
  const judged = (by: string, good: boolean) => ({ by, solved: good, satisfied: good });
  test.each([
    ['whoever judged it so', [judged('own', false)], ['own']],
    ['also where theirs was joined to it, and nobody else', [judged('joined', false)], ['joined']],
    ['not who was content', [judged('own', true), judged('joined', false)], ['joined']],
    ['whose matter it is, where nobody judged and it was said on the telephone', [], ['own']],
  ] as const)('%s', (_, evaluations, told) => {
    expect(toldOf('excluded', { originators, evaluations } as unknown as MatterState)).toEqual(told);
  });
});

describe('whether it is still so when the message goes', () => {
  const state = (more: object): MatterState =>
    ({
      phase: 'working',
      question: null,
      promise: null,
      answer: null,
      joined: null,
      ...more,
    }) as unknown as MatterState;
  const here = { act: 'this' };
  const other = { act: 'another' };
  test.each([
    ['asked', { question: here }, true, 'it waits for a reply'],
    ['asked', { question: null }, false, 'it was answered meanwhile'],
    ['asked', { question: other }, false, 'another was asked since, of which they are told too'],
    ['promised', { promise: here }, true, 'it stands'],
    ['promised', { promise: here, answer: here }, false, 'it was answered since'],
    ['answered', { phase: 'answered', answer: here }, true, 'it waits for a judgement'],
    ['answered', { answer: null }, false, 'it was taken back'],
    ['anew', {}, true, 'it is being worked on'],
    ['anew', { answer: here }, false, 'it was answered again'],
    ['anew', { phase: 'closed' }, false, 'it was struck off'],
    ['closed', { phase: 'closed' }, true, 'it is closed'],
    ['closed', {}, false, 'it was taken up again'],
    ['joined', { joined: here }, true, 'it goes on in the other'],
    ['joined', { joined: null }, false, 'it was parted since'],
    ['parted', { joined: null }, true, 'it goes its own way'],
    ['parted', { joined: other }, false, 'it was joined again'],
    ['excluded', { phase: 'closed' }, true, 'it is not counted'],
    ['excluded', {}, false, 'it was taken up again'],
  ] as const)('%s of %j: %s, as %s', (news, matter, holds, _why) => {
    expect(stillNews(news, { id: 'this', at: AT }, state(matter), NOW)).toBe(holds);
  });

  test('after a week it is no news', () => {
    const late = new Date(NOW.getTime() + 7 * 86_400_000);
    expect(stillNews('asked', { id: 'this', at: AT }, state({ question: here }), late)).toBe(false);
  });
});
