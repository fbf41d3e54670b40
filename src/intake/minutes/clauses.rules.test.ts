import { describe, expect, test } from 'vitest';
import { principleFirst, takeApart } from './clauses.rules.ts';

const apart = (sentence: string): unknown => {
  const { area, tasks, aim } = takeApart(sentence);
  return [area, tasks.map((t) => sentence.slice(t.start, t.end)), aim];
};

describe('one sentence, several tasks', () => {
  test.each([
    [
      '在防汛备汛方面，要抓紧清淤疏浚，备足抢险物资，确保安全度汛',
      ['防汛备汛', ['抓紧清淤疏浚', '备足抢险物资'], '确保安全度汛'],
      'area, tasks, aim',
    ],
    [
      '在城市管理方面，要整治占道经营，规范停车秩序，提升市容环境',
      ['城市管理', ['整治占道经营', '规范停车秩序'], '提升市容环境'],
      'what the work is to improve',
    ],
    [
      '在旅游工作方面，要办好花会，推动线路整合',
      ['旅游工作', ['办好花会', '推动线路整合'], null],
      'a last clause that is work and no purpose',
    ],
    ['要盯紧短板，为全年增收奠定基础', [null, ['盯紧短板'], '为全年增收奠定基础'], '为…奠定基础'],
    [
      '要围绕民生实事，加快项目建设，扎实推进实事落地见效',
      [null, ['围绕民生实事，加快项目建设'], '扎实推进实事落地见效'],
      'a clause that only says how goes with the next',
    ],
    [
      '在河湖管护方面，要清理乱占乱建，管好取水口，努力还河于民',
      ['河湖管护', ['清理乱占乱建', '管好取水口'], '努力还河于民'],
      'a closing clause of resolve, in an area with work before it',
    ],
    [
      '在河湖管护方面，要清理乱占乱建，持续管好取水口',
      ['河湖管护', ['清理乱占乱建', '持续管好取水口'], null],
      'with one task before it, it is a task itself',
    ],
    ['确保饮水安全', [null, ['确保饮水安全'], null], 'an only clause is the task'],
    [
      '要用好“一网通办，一次办好”平台，持续提升服务水平',
      [null, ['用好“一网通办，一次办好”平台'], '持续提升服务水平'],
      'not within quotation marks',
    ],
  ])('%s: %s', (sentence, expected) => expect(apart(sentence)).toEqual(expected));
});

test('坚持甲，着力乙，丙，丁: principle, aim, tasks', () => {
  const sentence = '坚持以水定城，着力强保障，改造供水管网，提升服务水平';
  const { principle, aim, tasks } = principleFirst(takeApart(sentence), sentence);
  expect([principle, aim]).toEqual(['坚持以水定城', '着力强保障']);
  expect(tasks.map((t) => sentence.slice(t.start, t.end))).toEqual(['改造供水管网', '提升服务水平']);
});
