import { expect, test } from 'vitest';
import { summedKinds } from './summed.rules.ts';

const kind = (key: string, kinds: string[] = [], tree = false) => ({
  key,
  mechanism: {
    ...(kinds.length ? { children: { kinds, hold: {} } } : {}),
    ...(tree ? { tree: { levels: [{ zh: '计划', en: 'Plan' }] } } : {}),
  },
});

test.each<[sentence: string, all: ReturnType<typeof kind>[], summed: string[]]>([
  ['where no kind has a tree, nothing is weighed', [kind('appeal', ['task']), kind('task')], []],
  ['a kind with a tree is weighed below itself', [kind('plan', ['self'], true), kind('task')], ['plan']],
  [
    'and so is whatever may stand below it, however deep',
    [kind('part'), kind('indicator', ['self', 'part']), kind('plan', ['indicator', 'self'], true), kind('task')],
    ['indicator', 'part', 'plan'],
  ],
  ['kinds that stand below each other end somewhere', [kind('a', ['b'], true), kind('b', ['a'])], ['a', 'b']],
])('%s', (_, all, summed) => expect([...summedKinds(all)].toSorted()).toEqual(summed));
