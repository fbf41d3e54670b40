import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ActKind, Follows } from './contract.ts';
import { followsOf } from './follows.rules.ts';
import { parseMechanism } from './parse.rules.ts';

const file = new URL('../../mechanisms/weekly-assignment.yaml', import.meta.url);
const weekly = parseMechanism(readFileSync(file, 'utf8')).mechanism!;

const ANSWER = { clock: 'answer', limit: 'due', otherwise: '5 workdays' };
const nothing: Follows = { to: null, starts: [], ends: [], moves: [] };

test.each<[sentence: string, kind: ActKind, as: 'whole' | 'co', follows: Partial<Follows>]>([
  [
    'assigning starts the time to accept and the time to answer, and ends nobody’s',
    'assign',
    'whole',
    { to: 'assigned', starts: [{ clock: 'accept', limit: '1 workday', otherwise: null }, ANSWER] },
  ],
  ['the lead that accepts moves the matter on', 'accept', 'whole', { to: 'working', ends: ['accept'] }],
  ['a co-unit that accepts moves its own clock only', 'accept', 'co', { ends: ['accept'] }],
  [
    'the lead’s answer starts the time to verify',
    'answer',
    'whole',
    {
      to: 'answered',
      starts: [{ clock: 'verify', limit: '2 workdays', otherwise: null }],
      ends: ['accept', 'answer', 'instruction', 'raised'],
    },
  ],
  ['a co-unit’s answer asks nobody to verify', 'answer', 'co', { ends: ['accept', 'answer', 'instruction'] }],
  [
    'a leader’s word starts the time to say what came of it',
    'instruct',
    'whole',
    { starts: [{ clock: 'instruction', limit: 'due', otherwise: '3 workdays' }] },
  ],
  [
    'raising starts the higher seat’s own time',
    'raise',
    'whole',
    { starts: [{ clock: 'raised', limit: '3 workdays', otherwise: null }] },
  ],
  [
    'returning starts the time to answer anew',
    'return',
    'whole',
    { to: 'working', starts: [ANSWER], ends: ['verify'] },
  ],
  [
    'striking off ends every clock',
    'close',
    'whole',
    { to: 'closed', ends: ['accept', 'answer', 'instruction', 'raised', 'verify'] },
  ],
  ['a pause holds what may stand still', 'pause', 'whole', { moves: ['answer'] }],
  ['an extension lengthens what may be extended', 'extend', 'co', { moves: ['answer'] }],
  ['from a note nothing follows', 'note', 'whole', {}],
])('%s', (_, kind, as, follows) => {
  expect(followsOf(weekly, kind, as)).toEqual({ ...nothing, ...follows });
});

test('what a co-unit hands back starts the time to assign where the file counts for every unit, and is no other stage', () => {
  const file = new URL('../../mechanisms/appeal.yaml', import.meta.url);
  const appeal = parseMechanism(readFileSync(file, 'utf8')).mechanism!;
  const starts = [{ clock: 'dispatch', limit: '1 workday', otherwise: null }];
  expect(followsOf(appeal, 'refuse', 'co')).toEqual({ ...nothing, starts, ends: ['accept'] });
  expect(followsOf(weekly, 'refuse', 'co').starts).toEqual([]);
});

test('what closes a matter starts no clock, whatever the clock says', () => {
  const clocks = { ...weekly.clocks, verify: { ...weekly.clocks['verify']!, from: ['close' as const] } };
  expect(followsOf({ ...weekly, clocks }, 'close', 'whole').starts).toEqual([]);
});
