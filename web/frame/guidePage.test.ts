import { expect, test } from 'vitest';
import { guidePageFor } from './guidePage.ts';

test.each([
  ['a handler', 'handler', [], 'handler'],
  ['a head', 'head', [], 'unit-head'],
  ['a handler who is named for what is sealed', 'handler', [{ own: 'a' }], 'discipline'],
  ['a head who is named for what is sealed', 'head', [{ own: 'a' }], 'discipline'],
  ['an administrator, who sees who is named and is not', 'administrator', [{ own: null }], 'administrator'],
] as const)('%s reads the page of their own chair', (_, role, circles, page) => {
  expect(guidePageFor(role, circles)).toBe(page);
});
