import { expect, test } from 'vitest';
import { actFields } from './fields.ts';
import { demanded, givenFrom, lacking } from './given.ts';

test('blanks are not words, and what is empty does not go out', () => {
  expect(givenFrom(actFields.report, { text: '  ', percent: '', files: [] })).toEqual({});
  expect(givenFrom(actFields.report, { text: ' 过半 ', percent: '0' })).toEqual({ text: '过半', percent: 0 });
});

test('an assignment without co-units says so', () => {
  expect(givenFrom(actFields.assign, { lead: 'a' })).toEqual({ lead: 'a', co: [] });
});

test("a mechanism's demand for evidence makes the files a must", () => {
  const fields = demanded(actFields.answer, ['result', 'evidence']);
  expect(lacking(fields, { result: '已办结' })).toEqual(['files']);
  expect(lacking(actFields.answer, { result: '已办结' })).toEqual([]);
});
