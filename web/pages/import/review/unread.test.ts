import { expect, test } from 'vitest';
import { guessMapping } from '../../../../src/intake/sheets/headings.rules.ts';
import { unreadColumns } from './unread.ts';

const told = (...headings: string[]) => unreadColumns({ headings, mapping: guessMapping(headings) });

test('the second of two columns with the same head is told, by where it stands', () =>
  expect(told('事项', '事项', '责任单位')).toEqual([{ head: '事项', n: 2, twin: true }]));

test('so is the second that names the same in other words, and one that names nothing known', () =>
  expect(told('序号', '责任单位', '任务', '牵头单位')).toEqual([
    { head: '序号', n: 1, twin: false },
    { head: '牵头单位', n: 4, twin: false },
  ]));

test('of a table that is read whole nothing is told, nor of a column without a head', () =>
  expect(told('事项', '责任单位', '', '')).toEqual([]));
