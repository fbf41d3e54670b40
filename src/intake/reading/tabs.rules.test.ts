import { expect, test } from 'vitest';
import { withoutTabs } from './tabs.rules.ts';

test.each<[what: string, text: string, read: string]>([
  [
    'a row below its heads is a sentence with its bracket',
    '第3次周交办会议纪要\n序号\t任务\t责任单位\t完成时限\n1\t整修干渠9条\t市水务局\t4月底前\n2\t植树。\n请抓好落实。',
    '第3次周交办会议纪要\n1.整修干渠9条。（责任单位：市水务局；完成时限：4月底前）\n2.植树。\n请抓好落实。',
  ],
  [
    'lines may end as Windows ends them',
    '任务\t牵头单位\t配合单位\r\n修渠\t市水务局\t市财政局\r\n',
    '修渠。（牵头单位：市水务局；配合单位：市财政局）\n',
  ],
  [
    'a cell of several lines is one cell',
    '任务\t责任单位\n"修渠\n植树"\t"市水务局\n市住建局"\n清淤\t市水务局',
    '修渠 植树。（责任单位：市水务局、市住建局）\n清淤。（责任单位：市水务局）',
  ],
  [
    'a mark that is never closed swallows nothing',
    '任务\t责任单位\n"修渠\t市水务局\n清淤\t市水务局',
    '"修渠。（责任单位：市水务局）\n清淤。（责任单位：市水务局）',
  ],
  ['tabs without such heads are left', '出席：\t甲\t乙\n正文。', '出席：\t甲\t乙\n正文。'],
  [
    'after a line without tabs the table is over',
    '任务\t责任单位\n修渠\t市水务局\n附：\n甲\t乙',
    '修渠。（责任单位：市水务局）\n附：\n甲\t乙',
  ],
])('%s', (_, text, read) => expect(withoutTabs(text)).toBe(read));
