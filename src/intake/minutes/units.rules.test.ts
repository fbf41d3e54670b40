import { describe, expect, test } from 'vitest';
import { looksLikeUnit, splitUnits } from './units.rules.ts';

describe('names as printed', () => {
  test.each([
    ['市水务局、市气象局', ['市水务局', '市气象局'], 'a plain list'],
    ['各县、区政府、市林业局', ['各县、区政府', '市林业局'], '各县、区政府 is one name'],
    ['各市、县（市、区）政府，省林业厅', ['各市、县（市、区）政府', '省林业厅'], 'with brackets inside'],
    [
      '各市（含青禾市，下同）政府，云岭新区管委会',
      ['各市（含青禾市，下同）政府', '云岭新区管委会'],
      'the bracket belongs to the name',
    ],
    ['省工业和信息化厅、省人力资源和社会保障厅', ['省工业和信息化厅', '省人力资源和社会保障厅'], '和 within a name'],
    ['市委农办和市农业农村局', ['市委农办', '市农业农村局'], '和 between two full names'],
    ['市属高校和科研院所', ['市属高校和科研院所'], '和 within a compound'],
    ['各设区市和省直管县（市）政府', ['各设区市和省直管县（市）政府'], 'a level is no full name'],
    ['市司法局和有关部门', ['市司法局', '有关部门'], 'a name and “the departments concerned”'],
    ['各部门和有关单位', ['各部门和有关单位'], 'two general words are one'],
    ['各级人社部门、工会', ['各级人社部门', '工会'], 'a bare name stays bare'],
    ['青禾、云岭、白沙市政府', ['青禾、云岭、白沙市政府'], 'places that share one word'],
    ['省交通厅（以下简称省厅）、省水利厅', ['省交通厅', '省水利厅'], 'a short name is no part of the name'],
    ['由市商务局', ['市商务局'], '由 before the name'],
  ])('%s → %j: %s', (text, expected) => expect(splitUnits(text).units).toEqual(expected));

  test.each([
    ['市民政局、市财政局等部门', '等部门'],
    ['市民政局、市财政局等', '等'],
    ['市民政局、市财政局等有关部门和单位', '等有关部门和单位'],
  ])('%s: “%s” is cut off and kept aside', (text, etc) => {
    expect(splitUnits(text)).toEqual({ units: ['市民政局', '市财政局'], etc: [etc] });
  });

  test('高等学校 is not cut at 等', () => expect(splitUnits('省属高等学校').units).toEqual(['省属高等学校']));
});

test.each([
  ['市生态环境局', true],
  ['团市委', true],
  ['石桥海关', true],
  ['各有关单位', true],
  ['或者主要负责人', false],
  ['2024年底前完成', false],
  ['持续推进', false],
  ['联系单位：督查科', false],
])('%s looks like a unit: %s', (name, expected) => expect(looksLikeUnit(name)).toBe(expected));
