import { describe, expect, test } from 'vitest';
import { holdsNoTasks, outline, pathOf } from './outline.rules.ts';

const paths = (text: string): string[][] => outline(text).map((n) => pathOf(n, text));

describe('headings', () => {
  test('a lead sentence is a heading, and its text begins behind it', () => {
    const text = '一、重点任务（一）口袋公园工程。新建公园二十处，改造十处。';
    const [, node] = outline(text);
    expect(pathOf(node!, text)).toEqual(['一、重点任务', '（一）口袋公园工程']);
    expect(text.slice(node!.lead)).toBe('新建公园二十处，改造十处。');
  });
  test('a heading on a line of its own is no part of the text', () => {
    const text = '一、工作任务\n1.加强排查\n定期开展排查，建立台账。';
    const node = outline(text)[1]!;
    expect(node.heading).toBe('加强排查');
    expect(text.slice(node.body)).toBe('定期开展排查，建立台账。');
  });
  test('a heading that runs into its text without a stop', () => {
    expect(paths('一、总体要求坚持节水优先。二、主要任务（一）修渠。整修干渠。')[0]).toEqual(['一、总体要求']);
    expect(outline('一、持续优化水利建设环境围绕节水增效，推进改造。')[0]!.heading).toBe('持续优化水利建设环境');
  });
  test('the name of a work is a heading, though it begins like a unit', () =>
    expect(outline('1.市第三水厂迁建。主体完工，设备进场。')[0]!.heading).toBe('市第三水厂迁建'));
  test.each([
    ['1.2024年底前建成三座泵站。同步建设管网。', 'a deadline'],
    ['1.新增停车位5000个。改造老旧车棚。', 'an amount'],
  ])('%s: %s in the first sentence makes it a task, no heading', (text) => expect(outline(text)[0]!.heading).toBe(''));
});

test('一、 begins anew in an attachment', () => {
  expect(outline('一、甲事。二、乙事。附件一、丙事。').map((n) => n.part)).toEqual([0, 0]);
  expect(outline('一、甲事。二、乙事。附件。一、丙事。').map((n) => n.part)).toEqual([0, 0, 1]);
});

test.each([
  ['一、总体要求（一）指导思想。以人为本。', true, 'guiding thought'],
  ['一、充分认识节水的重要性。水是命脉，必须珍惜。', true, 'significance'],
  ['一、活动时间\n3月至5月。', true, 'a time frame'],
  ['一、重点任务（一）修渠。整修干渠。', false, 'tasks'],
  ['一、重点任务（一）修订养护标准。对照规范修订。', false, 'a standard that is to be revised'],
  ['一、深刻认识节水工作的重大意义水是命脉，必须珍惜。', true, 'significance, run into its text'],
])('%s holds no tasks: %s (%s)', (text, expected) => expect(holdsNoTasks(outline(text).at(-1)!)).toBe(expected));
