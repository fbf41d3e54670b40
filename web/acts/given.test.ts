import { expect, test } from 'vitest';
import type { MatterView } from '../../src/matters/contract.ts';
import { beginFrom, handedBack, withoutUnchanged } from './begin.ts';
import { actFields } from './fields.ts';
import { demanded, givenFrom, lacking } from './given.ts';

const OFFICE = { unit: null, units: [] };

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
    const begun = beginFrom(actFields.correct, view as unknown as MatterView, OFFICE);
    const given = givenFrom(actFields.correct, { ...begun, reason: '改正', ...typed });
    return withoutUnchanged(actFields.correct, given, view as unknown as MatterView, OFFICE);
  };
  expect(sent({ weight: '' })).toEqual({ weight: null, reason: '改正' });
  expect(sent({ aim: ' ', area: '一区' })).toEqual({ aim: null, area: '一区', reason: '改正' });
  expect(sent({})).toEqual({ reason: '改正' });
});

test('an amount that is emptied in a correction is taken away, and one that says the same in other words is not sent', () => {
  const view = {
    row: { text: '货款', area: null, confidential: true },
    units: [],
    extensions: [],
    between: { amount: 18_500_000 },
  };
  const sent = (amount: string) => {
    const begun = beginFrom(actFields.correct, view as unknown as MatterView, OFFICE);
    const given = givenFrom(actFields.correct, { ...begun, reason: '改正', amount });
    return withoutUnchanged(actFields.correct, given, view as unknown as MatterView, OFFICE);
  };
  expect(sent('18.5万')).toEqual({ reason: '改正' });
  expect(sent('20万')).toEqual({ amount: 20_000_000, reason: '改正' });
  expect(sent('')).toEqual({ amount: null, reason: '改正' });
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

test('an agreement that nobody is said to have signed lacks that, like any other field', () => {
  const typed = { text: '分三期付清', signedOn: '2026-03-10' };
  expect(lacking(actFields.settle, givenFrom(actFields.settle, typed))).toEqual(['signed']);
  expect(lacking(actFields.settle, givenFrom(actFields.settle, { ...typed, signed: [1, 2] }))).toEqual([]);
});

test.each([
  ['the lead unit', { unit: 'water', units: ['water'] }, '便道已修通'],
  ['a head above the lead unit', { unit: 'bureau', units: ['bureau', 'water'] }, '便道已修通'],
  ['a seat that stands above them all', OFFICE, '便道已修通'],
  ['a co-unit, which answers for its own part', { unit: 'roads', units: ['roads'] }, ''],
  ['a head above a co-unit alone', { unit: 'bureau', units: ['bureau', 'roads'] }, ''],
])('an answer begins with the draft of the whole, of %s', (_, caller, result) => {
  const view = {
    row: { text: '断路', lead: 'water' },
    raised: { draft: { act: 'a', result: '便道已修通', at: '2026-03-05T08:00:00Z' } },
    units: [
      { unit: 'water', part: 'lead' },
      { unit: 'roads', part: 'co' },
    ],
    extensions: [],
  };
  expect(beginFrom(actFields.answer, view as unknown as MatterView, caller)['result']).toBe(result);
});

test('an assignment begins without the units that handed the matter back, and says of each when and why', () => {
  const back = (unit: string, reason: string) => ({
    kind: 'refuse',
    at: '2026-03-05T08:00:00Z',
    given: { reason },
    effects: [{ do: 'unit', unit, stance: 'refused' }],
  });
  const view = {
    row: { text: '断路', lead: 'water', co: ['roads', 'parks'] },
    story: [back('water', '先前的理由'), back('water', '不属于本局职责'), back('parks', '已移交')],
    units: [
      { unit: 'water', part: 'lead', stance: 'refused' },
      { unit: 'roads', part: 'co', stance: 'accepted' },
      { unit: 'parks', part: 'co', stance: 'refused' },
    ],
    extensions: [],
  } as unknown as MatterView;
  expect(beginFrom(actFields.assign, view, OFFICE)).toMatchObject({ lead: null, co: ['roads'] });
  expect(handedBack(view)).toMatchObject([
    { unit: 'water', reason: '不属于本局职责' },
    { unit: 'parks', reason: '已移交' },
  ]);
});
