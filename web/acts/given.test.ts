import { expect, test } from 'vitest';
import type { MatterView } from '../../src/matters/contract.ts';
import { beginFrom, withoutUnchanged } from './begin.ts';
import { actFields } from './fields.ts';
import { demanded, givenFrom, lacking } from './given.ts';

test('blanks are not words, and what is empty does not go out', () => {
  expect(givenFrom(actFields.report, { text: '  ', percent: '', files: [] })).toEqual({});
  expect(givenFrom(actFields.report, { text: ' 过半 ', percent: '0' })).toEqual({ text: '过半', percent: 0 });
});

test('what is emptied in a correction is taken away, and what was empty before is not spoken of', () => {
  const view = {
    row: { text: '修路', area: null, confidential: false },
    aim: '通行',
    weight: '3',
    units: [],
    extensions: [],
  };
  const sent = (typed: object) => {
    const begun = beginFrom(actFields.correct, view as unknown as MatterView);
    const given = givenFrom(actFields.correct, { ...begun, reason: '改正', ...typed });
    return withoutUnchanged(actFields.correct, given, view as unknown as MatterView);
  };
  expect(sent({ weight: '' })).toEqual({ weight: null, reason: '改正' });
  expect(sent({ aim: ' ', area: '一区' })).toEqual({ aim: null, area: '一区', reason: '改正' });
  expect(sent({})).toEqual({ reason: '改正' });
});

test('an assignment without co-units says so', () => {
  expect(givenFrom(actFields.assign, { lead: 'a' })).toEqual({ lead: 'a', co: [] });
});

test("a mechanism's demand for evidence makes the files a must", () => {
  const fields = demanded(actFields.answer, ['result', 'evidence']);
  expect(lacking(fields, { result: '已办结' })).toEqual(['files']);
  expect(lacking(demanded(actFields.measure, ['photo']), { target: 'a', value: '1', on: '2026-03-10' })).toEqual([
    'files',
  ]);
  expect(lacking(actFields.answer, { result: '已办结' })).toEqual([]);
});
