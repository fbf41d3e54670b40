import { describe, expect, test } from 'vitest';
import { firstNamedLeads, readAssignment } from './assignment.rules.ts';

const who = (text: string, firstLeads = false): unknown => {
  const read = readAssignment(text, firstLeads);
  return read && [read.lead, read.co, read.shared];
};

describe('who leads, who helps, who shares', () => {
  test.each([
    ['市审计局牵头，市直有关部门配合', [['市审计局'], ['市直有关部门'], false], '牵头 and 配合'],
    ['市水务局牵头负责', [['市水务局'], [], false], '牵头负责'],
    [
      '市大数据局、市政府办公室牵头，各县、区政府负责',
      [['市大数据局', '市政府办公室'], ['各县、区政府'], false],
      'responsible beside a lead is a helper; two leads are not shared',
    ],
    ['市教育局、市公安局按职责分工负责', [['市教育局', '市公安局'], [], true], 'by their duties: all, together'],
    ['市教育局负责', [['市教育局'], [], false], 'one alone shares with nobody'],
    ['责任单位：市妇联、市发改委', [['市妇联', '市发改委'], [], true], 'a label and nothing else'],
    ['牵头单位：市教育局；责任单位：市妇联', [['市教育局'], ['市妇联'], false], 'two labels'],
    ['责任单位：市妇联 市发改委', [['市妇联', '市发改委'], [], true], 'names with a space between them'],
    ['牵头单位：市教育局 配合单位：市妇联', [['市教育局'], ['市妇联'], false], 'labels with a space between them'],
    ['责任单位：市农业 农村局', [['市农业农村局'], [], false], 'one name, broken'],
    ['责任单位市教育局', [['市教育局'], [], false], 'a label without its colon'],
    ['市发改委会同有关部门负责', [['市发改委'], ['有关部门'], false], '会同'],
    [
      '各县、区政府负责，市政府督查室会同市发改委督查落实',
      [['各县、区政府'], ['市政府督查室', '市发改委'], false],
      '督查落实 helps',
    ],
    ['市财政局会同市税务局提出意见，报市政府审定', [['市财政局'], ['市税务局'], false], '提出意见 leads'],
    [
      '市农业局牵头，会同市水务局、市财政局研究制定',
      [['市农业局'], ['市水务局', '市财政局'], false],
      'what the units of 会同 do is no part of their names',
    ],
    [
      '市民政局等部门，各县区政府负责',
      [['市民政局', '各县区政府'], [], true],
      'a list without a verb takes the next one',
    ],
    ['由市城管局牵头、市公安局配合', [['市城管局'], ['市公安局'], false], '、 after a verb'],
    [
      '责任单位：市人社局、市民政局；各县、区人社局',
      [['市人社局', '市民政局', '各县、区人社局'], [], true],
      'a label goes on after ；',
    ],
  ])('%s: %s', (text, expected) => expect(who(text)).toEqual(expected));

  test('the first named leads where the document says so, unless somebody leads by name', () => {
    expect(who('市民政局、市财政局负责', true)).toEqual([['市民政局'], ['市财政局'], false]);
    expect(who('市财政局牵头，市民政局负责', true)).toEqual([['市财政局'], ['市民政局'], false]);
    expect(who('市民政局、市财政局负责。列第一位者为牵头单位，下同')).toEqual([['市民政局'], ['市财政局'], false]);
  });
});

describe('what else a bracket says', () => {
  test('a deadline and its label', () => {
    expect(readAssignment('责任单位：市住建局；完成时限：4月底前', false)).toMatchObject({
      remark: '4月底前',
      due: '4月底前',
    });
    expect(readAssignment('市住建局负责，2024年底前完成', false)).toMatchObject({
      remark: '2024年底前完成',
      due: null,
    });
  });
  test('persons are not units', () => {
    expect(readAssignment('牵头领导：何朝晖；牵头单位：市水务局', false)).toMatchObject({
      leaders: ['何朝晖'],
      lead: ['市水务局'],
    });
  });
  test('units extended to all that follows', () => {
    const text = '市住建局负责。以下均需各县区政府、高新区管委会落实，不再列出';
    expect(readAssignment(text, false)).toMatchObject({ lead: ['市住建局'], implied: ['各县区政府', '高新区管委会'] });
  });
});

test.each(['或者主要负责人', '以下简称高新区', '联系单位：督查科', '含社区', '企业参照上年度标准执行'])(
  '（%s） assigns nobody',
  (text) => {
    expect(readAssignment(text, false)).toBeNull();
  },
);

test.each([
  ['列第一位者为牵头部门，下同', true],
  ['排名第一为牵头单位', true],
  ['排在第一位的为牵头单位', true],
  ['第一批牵头单位名单', false],
])('%s says that the first leads: %s', (text, expected) => expect(firstNamedLeads(text)).toBe(expected));
