import { expect, test } from 'vitest';
import type { Interest, Party } from './between-state.rules.ts';
import { conflictOf } from './conflict.rules.ts';

const [FIRM, OTHER] = ['00000000-0000-7000-8000-000000000701', '00000000-0000-7000-8000-000000000702'];
const ACT = '00000000-0000-7000-8000-000000000001';
const firm: Party = {
  n: 1,
  act: ACT,
  side: 'claimant',
  kind: 'enterprise',
  enterprise: FIRM!,
  name: '金穗食品',
  agent: null,
  contact: null,
};
const person: Party = { ...firm, n: 2, side: 'respondent', kind: 'person', enterprise: null, name: '〔姓名1〕' };
const second: Party = { ...firm, n: 2, side: 'respondent', enterprise: OTHER!, name: '云帆物流' };
const NONE: Interest[] = [{ kind: 'none', enterprise: null }];

test.each<[string, Party[], Interest[] | null, string[], boolean | null, object]>([
  ['who declared nothing is not known to be impartial', [firm, second], null, [], null, { impartial: 'unknown' }],
  ['who declared to have no interests is, towards enterprises', [firm, second], NONE, [], null, { impartial: 'none' }],
  ['and is not known to be, towards a person', [firm, person], NONE, [], null, { impartial: 'unknown' }],
  ['their own word on this very matter is an answer', [firm, person], null, [], true, { impartial: 'none' }],
  ['and so is their no', [firm], NONE, [], false, { why: 'conflict-declared' }],
  [
    'who works for a party may not',
    [firm],
    [{ kind: 'works', enterprise: FIRM! }],
    [],
    true,
    { why: 'conflict-works', party: '金穗食品' },
  ],
  [
    'nor whose relative runs one',
    [second],
    [...NONE, { kind: 'family', enterprise: OTHER! }],
    [],
    null,
    { why: 'conflict-family', party: '云帆物流' },
  ],
  [
    'nor who represented one before',
    [firm],
    [{ kind: 'represented', enterprise: FIRM! }],
    [],
    true,
    { why: 'conflict-represented' },
  ],
  [
    'an interest in somebody else is none here',
    [firm],
    [{ kind: 'works', enterprise: OTHER! }],
    [],
    null,
    { impartial: 'none' },
  ],
  [
    'who bears the name of who speaks for a party may not',
    [person],
    NONE,
    ['许 若溪'],
    true,
    { why: 'conflict-same-name' },
  ],
])('%s', (_, parties, interests, names, said, expected) => {
  const who = { seat: ACT, name: '许若溪', unit: null, interests, names: new Map([[2, names]]) };
  expect(conflictOf(parties, who, said)).toMatchObject(expected);
});
