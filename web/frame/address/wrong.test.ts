import { expect, test } from 'vitest';
import { wrongIn, type AddressRules } from './wrong.ts';

const ID = '019cf4a5-3c00-7000-8000-0000000000a1';
const rules: AddressRules = {
  may: { mechanism: 'name', week: 'day', month: 'month', year: 'year', asOf: 'moment', filter: ['overdue', 'today'] },
  must: { round: 'id' },
};

test.each([
  ['all is right', { round: ID, week: '2026-11-23', month: '2026-11', year: '2026', filter: 'today' }, []],
  ['a moment with its offset is right', { round: ID, asOf: '2026-11-23T08:00:00+08:00' }, []],
  ['what is not asked for is not missing', { round: ID }, []],
  ['a day that there is not', { round: ID, week: '2026-02-30' }, ['week']],
  ['a word for a day', { round: ID, week: 'abc' }, ['week']],
  ['a month past the twelfth', { round: ID, month: '2026-13' }, ['month']],
  ['a month of no calendar', { round: ID, month: '0000-01' }, ['month']],
  ['a month of another century', { round: ID, month: '1926-01' }, ['month']],
  ['a year of another century', { round: ID, year: '1926' }, ['year']],
  ['a day for a moment', { round: ID, asOf: '2026-11-23' }, ['asOf']],
  ['a choice that there is not', { round: ID, filter: 'later' }, ['filter']],
  ['what a page cannot be without', {}, ['round']],
  ['something else for an id', { round: '第1次' }, ['round']],
  ['two at once', { round: 'x', week: 'y' }, ['week', 'round']],
  ['a name is whatever it is called by', { round: ID, mechanism: '诉求' }, []],
  ['what the page does not know is left alone', { round: ID, utm: 'wx' }, []],
])('%s', (_, search, keys) => expect(wrongIn(rules, search).map(({ key }) => key)).toEqual(keys));
