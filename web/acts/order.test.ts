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
    inOrder(open, role, { phase, appointed: false })
      .slice(0, 3)
      .map(({ kind }) => kind),
  ).toEqual(first),
);

test('who was appointed already is seldom another: what they promised is seen to first', () => {
  const choices = ['appoint', 'breach', 'keep', 'note'].map((kind) => ({ kind }));
  const first = (appointed: boolean) => inOrder(choices, 'handler', { phase: 'answered', appointed })[0]!.kind;
  expect([first(false), first(true)]).toEqual(['appoint', 'keep']);
});
