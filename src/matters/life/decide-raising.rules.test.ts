import { describe, expect, test } from 'vitest';
import { attempt, lived, SEATS, weekly, type SeatName } from './life.fixture.ts';

const mechanism = weekly(
  ['rounds: true', 'rounds: true\noriginators: true\nchannels: { phone: { zh: 电话, en: By phone } }'],
  ['register: { by: [supervisor]', 'register: { by: [supervisor, originator]'],
);
const firm = SEATS.firm.seat;

describe('who raised a matter', () => {
  test.each<[sentence: string, who: SeatName, given: Record<string, unknown>, raised: [string, boolean][]]>([
    ['whoever raises one themselves is its originator', 'firm', {}, [[firm, false]]],
    ['saying so changes nothing', 'firm', { originator: firm }, [[firm, false]]],
    ['they may ask that the units do not see who they are', 'firm', { unnamed: true }, [[firm, true]]],
    ['a clerk writes one down for somebody', 'office', { originator: firm, channel: 'phone' }, [[firm, false]]],
    ['or of which nobody is known', 'office', { channel: 'phone' }, []],
  ])('%s', (_, who, given, raised) => {
    const state = lived([[who, 'register', '03-02 09:00', { text: '厂门口的路被挖断', ...given }]], { mechanism });
    expect(state.originators.map(({ id, unnamed }) => [id, unnamed])).toEqual(raised);
    expect(state.channel).toBe(given['channel'] ?? null);
  });

  test.each<[sentence: string, who: SeatName, given: Record<string, unknown>, code: string]>([
    ['nobody raises one in another’s name', 'firm', { originator: SEATS.baker.seat }, 'matter.not-your-name'],
    ['a channel must be one of the mechanism’s', 'office', { channel: 'pigeon' }, 'matter.no-such-channel'],
    ['not one of which every object knows', 'office', { channel: 'constructor' }, 'matter.no-such-channel'],
    [
      'a place on the map lies on the earth',
      'office',
      { place: { longitude: 200, latitude: 34 } },
      'matter.given-malformed',
    ],
  ])('%s', (_, who, given, code) => {
    const decided = attempt(null, [who, 'register', '03-02 09:00', { text: '断路', ...given }], { mechanism });
    expect(decided).toMatchObject({ ok: false, problem: { code } });
  });

  test('a mechanism of the city’s own takes no originator', () => {
    const decided = attempt(null, ['office', 'register', '03-02 09:00', { text: '断路', originator: firm }]);
    expect(decided).toMatchObject({ problem: { code: 'matter.has-no-originators' } });
    expect(attempt(null, ['firm', 'register', '03-02 09:00', { text: '断路' }])).toMatchObject({
      problem: { code: 'matter.not-your-act' },
    });
  });
});
