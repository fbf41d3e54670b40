import { expect, test } from 'vitest';
import type { Phase } from '../../src/mechanism/contract.ts';
import { inOrder, isAwaited } from './order.ts';

const open = ['note', 'pause', 'assign', 'instruct', 'remind', 'grant'].map((kind) => ({ kind }));

test.each<[sentence: string, role: 'supervisor' | 'mayor', phase: Phase, first: string[]]>([
  ['what nobody has is assigned before anybody is reminded', 'supervisor', 'open', ['grant', 'assign', 'remind']],
  ['what a unit has is urged before it is given to another', 'supervisor', 'assigned', ['grant', 'remind', 'assign']],
  ['so it is while they work', 'supervisor', 'working', ['grant', 'remind', 'assign']],
  ['a mayor’s own word comes first', 'mayor', 'working', ['instruct', 'grant', 'remind']],
])('%s', (_, role, phase, first) =>
  expect(
    inOrder(open, role, { phase, appointed: false, filed: false, called: false, next: null })
      .slice(0, 3)
      .map(({ kind }) => kind),
  ).toEqual(first),
);

test('who was appointed already is seldom another: what they promised is seen to first', () => {
  const choices = ['appoint', 'breach', 'keep', 'note'].map((kind) => ({ kind }));
  const first = (appointed: boolean) =>
    inOrder(choices, 'handler', { phase: 'answered', appointed, filed: false, called: false, next: null })[0]!.kind;
  expect([first(false), first(true)]).toEqual(['appoint', 'keep']);
});

test.each<[sentence: string, phase: Phase, filed: boolean, first: string, awaited: boolean]>([
  ['what is under no category is filed before it is assigned', 'open', false, 'classify', true],
  ['what is filed is assigned, and not filed again', 'open', true, 'assign', true],
  ['while a unit works on it neither is waited for', 'working', true, 'classify', false],
])('%s', (_, phase, filed, first, awaited) => {
  const stands = { phase, filed, appointed: false, called: false, next: null };
  const choices = ['note', 'classify', 'assign', 'remind'].map((kind) => ({ kind }));
  const [one] = inOrder(choices, 'supervisor', stands);
  expect([one!.kind, isAwaited(one!.kind, stands)]).toEqual([first, awaited]);
});

test('what nobody has yet is assigned before it is struck off, and struck off first once it is answered', () => {
  const choices = ['note', 'close', 'assign'].map((kind) => ({ kind }));
  const first = (phase: Phase) => {
    const stands = { phase, appointed: false, filed: true, called: false, next: null };
    const { kind } = inOrder(choices, 'supervisor', stands)[0]!;
    return [kind, isAwaited(kind, stands), isAwaited('close', stands)];
  };
  expect(first('open')).toEqual(['assign', true, false]);
  expect(first('answered')).toEqual(['close', true, true]);
});

test.each<[sentence: string, phase: Phase, called: boolean, kinds: string[], first: string, awaited: boolean]>([
  ['who is not content is called first', 'answered', false, ['help', 'callback', 'reopen'], 'callback', true],
  ['and when they were, it is done again', 'answered', true, ['help', 'callback', 'reopen'], 'reopen', true],
  ['or struck off, if they are content now', 'answered', true, ['callback', 'reopen', 'close'], 'close', true],
  ['who was drawn by lot is called', 'closed', false, ['publish', 'callback', 'reopen'], 'callback', true],
  [
    'what is struck off waits for no call and no reopening',
    'closed',
    true,
    ['reopen', 'callback', 'publish'],
    'publish',
    false,
  ],
])('%s', (_, phase, called, kinds, first, awaited) => {
  const stands = { phase, called, appointed: false, filed: true, next: null };
  const [one] = inOrder(
    kinds.map((kind) => ({ kind })),
    'supervisor',
    stands,
  );
  expect([one!.kind, isAwaited(one!.kind, stands)]).toEqual([first, awaited]);
});

test.each<[sentence: string, next: string | null, first: string[]]>([
  ['what is due before the answer comes first, and the answer after it', 'measure', ['measure', 'answer', 'report']],
  ['likewise a report that is due', 'report', ['report', 'answer', 'measure']],
  ['where the answer itself is due it stays first', null, ['answer', 'measure', 'report']],
])('%s', (_, next, first) => {
  const stands = { phase: 'working' as const, appointed: false, filed: false, called: false, next };
  const kinds = inOrder(
    ['note', 'report', 'measure', 'answer'].map((kind) => ({ kind })),
    'handler',
    stands,
  ).map(({ kind }) => kind);
  expect(kinds.slice(0, 3)).toEqual(first);
  expect(isAwaited(kinds[0]!, stands)).toBe(true);
});
