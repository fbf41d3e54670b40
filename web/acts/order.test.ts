import { expect, test } from 'vitest';
import type { Phase } from '../../src/mechanism/contract.ts';
import { inOrder } from './order.ts';

const open = ['note', 'pause', 'assign', 'instruct', 'remind', 'grant'].map((kind) => ({ kind }));

test.each<[sentence: string, role: 'supervisor' | 'mayor', phase: Phase, first: string[]]>([
  ['what nobody has is assigned before anybody is reminded', 'supervisor', 'open', ['grant', 'assign', 'remind']],
  ['what a unit has is urged before it is given to another', 'supervisor', 'assigned', ['grant', 'remind', 'assign']],
  ['so it is while they work', 'supervisor', 'working', ['grant', 'remind', 'assign']],
  ['a mayor’s own word comes first', 'mayor', 'working', ['instruct', 'grant', 'remind']],
])('%s', (_, role, phase, first) =>
  expect(
    inOrder(open, role, phase)
      .slice(0, 3)
      .map(({ kind }) => kind),
  ).toEqual(first),
);
