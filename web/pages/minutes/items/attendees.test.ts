import { expect, test } from 'vitest';
import { attendeesFrom, attendeesText } from './attendees.ts';

test('one line is one person, the name first; empty lines are nobody', () => {
  expect(attendeesFrom('顾行之 副市长\n\n 陆知微\n何望，市政府秘书长 办公室主任')).toEqual([
    { name: '顾行之', post: '副市长' },
    { name: '陆知微', post: null },
    { name: '何望', post: '市政府秘书长 办公室主任' },
  ]);
});

test('what is shown reads back as the same people', () => {
  const people = [
    { name: '顾行之', post: '市委常委、副市长' },
    { name: '陆知微', post: null },
  ];
  expect(attendeesFrom(attendeesText(people))).toEqual(people);
});
