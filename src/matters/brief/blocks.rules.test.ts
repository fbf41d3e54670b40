import { expect, test } from 'vitest';
import type { Part, Stance } from '../contract.ts';
import type { MatterState } from '../life/state.rules.ts';
import { blocksOf } from './blocks.rules.ts';

const unit = (id: string, part: Part, stance: Stance) => ({ unit: id, part, stance, bounces: 0, since: '' });
type State = Pick<MatterState, 'phase' | 'units' | 'asked'>;
const state = (phase: State['phase'], units: State['units'], asked: State['asked'] = []): State => ({
  phase,
  units,
  asked,
});
const wish = { unit: 'lead', until: '2026-04-01', reason: '设备到货推迟', act: 'a' };

test.each<[sentence: string, of: State, hangs: unknown[]]>([
  ['nobody leads it', state('open', []), [{ why: 'reassign', units: [] }]],
  [
    'its lead unit sent it back',
    state('open', [unit('lead', 'lead', 'refused')]),
    [{ why: 'reassign', units: ['lead'] }],
  ],
  [
    'its lead unit has not accepted it',
    state('assigned', [unit('lead', 'lead', 'assigned')]),
    [{ why: 'accept', units: ['lead'] }],
  ],
  [
    'a co-unit has not accepted and another owes its answer',
    state('working', [unit('lead', 'lead', 'accepted'), unit('a', 'co', 'assigned'), unit('b', 'co', 'accepted')]),
    [
      { why: 'accept', units: ['a'] },
      { why: 'co', units: ['b'] },
    ],
  ],
  [
    'what a co-unit has answered holds nothing up: the lead unit is still at it',
    state('working', [unit('lead', 'lead', 'accepted'), unit('a', 'co', 'answered')]),
    [{ why: 'lead', units: ['lead'] }],
  ],
  [
    'its answer was returned',
    state('working', [unit('lead', 'lead', 'returned')]),
    [{ why: 'returned', units: ['lead'] }],
  ],
  [
    'more time was asked for and nobody has said a word',
    state('working', [unit('lead', 'lead', 'accepted')], [wish]),
    [{ why: 'extension', units: ['lead'], until: '2026-04-01' }],
  ],
])('%s', (_, of, hangs) => expect(blocksOf(of)).toEqual(hangs));
