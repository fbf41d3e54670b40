import { expect, test } from 'vitest';
import { typedTime } from './typedTime.ts';

test.each([
  ['9:30', '09:30'],
  ['09：30', '09:30'],
  ['0930', '09:30'],
  ['18点', '18:00'],
  ['9点半', '09:30'],
  ['9点05分', '09:05'],
  ['17', '17:00'],
  ['24:00', null],
  ['9:60', null],
  ['上午', null],
  ['', null],
])('%s is read as %s', (typed, meant) => {
  expect(typedTime(typed)).toBe(meant);
});
