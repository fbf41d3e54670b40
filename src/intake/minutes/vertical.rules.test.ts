import { expect, test } from 'vitest';
import { joinVertical } from './vertical.rules.ts';

const joined = (text: string): string => joinVertical(text.split('\n')).join('\n').trim();

test.each([
  ['县\n政\n府\n召\n开\n例\n会\n\n本报讯', '县政府召开例会\n\n本报讯', 'a headline'],
  ['县\n\n政\n\n府\n\n会\n议\n正文', '县政府会议\n\n正文', 'blank lines between'],
  ['第\n12\n次\n例\n会', '第12次例会', 'a number in one piece'],
  ['正文。\n是\n否\n正文。', '正文。\n是\n否\n正文。', 'two cells of a table'],
  ['甲项\n乙项\n丙项\n丁项', '甲项\n乙项\n丙项\n丁项', 'short lines of words'],
])('%j is %j: %s', (source, text) => expect(joined(source)).toBe(text));
