import { expect, test } from 'vitest';
import { hidePersonal, isTheirs } from './hide.rules.ts';

const of = (name: string) =>
  ({ originators: name === 'appeal', key: name }) as unknown as Parameters<typeof isTheirs>[0];

test.each([
  ['a clerk writes down who called', 'register', 'supervisor', true],
  ['a handler reports whom they called', 'report', 'handler', true],
  ['a handler asks for more time as somebody is ill', 'extend', 'handler', true],
  ['a head sends a draft back', 'return', 'head', true],
  ['the office gives it away with a telephone in the note', 'assign', 'supervisor', true],
  ['the office strikes it off and says whom it called', 'close', 'supervisor', true],
  ['somebody asked to help lets go', 'unhelp', 'handler', true],
  ['a mayor instructs', 'instruct', 'mayor', true],
  ['what is classified has no words', 'classify', 'supervisor', false],
  ['a part of it given to another unit is a matter of its own', 'divide', 'handler', false],
  ['what is published was looked at before', 'publish', 'supervisor', false],
])('%s', (_, kind, role, masked) => {
  expect(isTheirs(of('appeal'), kind, role)).toBe(masked);
  // Of a matter that nobody raised the words of units stay as they are.
  expect(isTheirs(of('task'), kind, role)).toBe(false);
});

test('a mark stands in the place of each piece, the same for the same', () => {
  const { given, hidden } = hidePersonal({
    reason: '经办人手术住院，企业联系人 13812345678，改约 13812345678',
    until: '2026-03-20',
  });
  expect(given).toEqual({ reason: '经办人手术住院，企业联系人 〔电话1〕，改约 〔电话1〕', until: '2026-03-20' });
  expect(hidden).toEqual([{ mark: '〔电话1〕', text: '13812345678' }]);
});
