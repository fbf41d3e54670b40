import { expect, test } from 'vitest';
import { checkHides, hiddenBy, hidesIn, withMarks } from './hide-words.rules.ts';

test('words are named one on each line, the same once', () => {
  expect(hidesIn(' 老张头\n\n河湾三组 \n老张头')).toEqual(['老张头', '河湾三组']);
  expect(hidesIn(undefined)).toEqual([]);
});

test.each([
  ['two signs and more', '老张\n河湾三组', null],
  ['a single sign, which other words have too', '老张头\n张', 'matter.hide-length'],
  ['a whole page', '字'.repeat(201), 'matter.hide-length'],
  ['more than are hidden at once', Array.from({ length: 21 }, (_, n) => `字样${n}`).join('\n'), 'matter.hide-many'],
])('%s', (_, given, code) => {
  const checked = checkHides(given);
  expect(checked.ok ? null : checked.problem.code).toBe(code);
});

test('marks stand in all that people wrote, a longer word whole, and in no id', () => {
  const hidden = hiddenBy(12, ['张家', '张家湾']);
  const given = { text: '张家湾的张家', place: { text: '张家湾口' }, title: '张家湾断路', channel: '张家湾' };
  const ask = { do: 'ask', unit: '张家湾', until: '2026-03-20', reason: '张家有事' } as const;
  expect(withMarks({ given, effects: [ask] }, hidden)).toEqual({
    given: {
      text: '〔隐去12-2〕的〔隐去12-1〕',
      place: { text: '〔隐去12-2〕口' },
      title: '〔隐去12-2〕断路',
      channel: '张家湾',
    },
    effects: [{ ...ask, reason: '〔隐去12-1〕有事' }],
  });
});

test('what has none of the words stays the very same', () => {
  const carried = { given: { text: '断路三天' }, effects: [] };
  expect(withMarks(carried, hiddenBy(12, ['张家湾']))).toBe(carried);
});
