import { expect, test, vi } from 'vitest';
import { columnsOf, hasChosenColumns } from '../list/columns.tsx';
import { straysIn } from './strays.ts';
import { without } from './unknown.ts';

const VIEW = '019cf4a5-3c00-7000-8000-0000000000a1';

test.each([
  ['nothing', {}, []],
  [
    'what the ledger knows',
    { q: '路', stage: 'x', columns: 'due,lead', density: 'compact', view: VIEW, open: VIEW },
    [],
  ],
  ['no columns at all, which may be chosen', { columns: 'none' }, []],
  ['names that are no filter’s', { foo: 'bar', bounces: 'abc', phase: 'any' }, ['foo', 'bounces']],
  ['a name without a value, by which nobody asked for anything', { foo: '' }, []],
  ['what WeChat or a mail program adds to a link', { from: 'singlemessage', isappinstalled: '0', utm_source: 'm' }, []],
  ['a view that is no view’s id', { view: 'nope' }, ['view']],
  ['a density that there is not', { density: 'huge' }, ['density']],
  ['columns that there are not', { columns: 'foo,bar' }, ['columns']],
])('strays of an address: %s', (_, address, keys) => expect(straysIn(address).map(({ key }) => key)).toEqual(keys));

test('of columns only those that there are not are told and dropped; the others stay, and so does the rest', () => {
  const address = { columns: 'foo,due', foo: 'bar', phase: 'any' } as never;
  const strays = straysIn(address);
  expect(strays).toContainEqual({ key: 'columns', value: 'foo', why: 'columns', rest: 'due' });
  expect(JSON.parse(JSON.stringify(without(address, strays)))).toEqual({ columns: 'due', phase: 'any' });
});

test('columns that there are not leave the usual ones, or those chosen last, as if none had been asked for', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null });
  expect(columnsOf('foo,bar')).toEqual(columnsOf(undefined));
  expect(columnsOf('foo,bar')).toContain('due');
  expect(hasChosenColumns('foo,bar')).toBe(false);
  expect(columnsOf('foo,area')).toEqual(['area']);
  expect(columnsOf('none')).toEqual([]);
  kept.set('huiyin.ledger.columns', 'area');
  expect(columnsOf('foo,bar')).toEqual(['area']);
  vi.unstubAllGlobals();
});
