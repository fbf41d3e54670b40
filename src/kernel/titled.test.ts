import { describe, expect, test } from 'vitest';
import { findPersonal } from './personal.ts';

const names = (text: string): string[] =>
  findPersonal(text)
    .filter(({ kind }) => kind === 'name')
    .map(({ start, end }) => text.slice(start, end));

describe('who acts for an enterprise or an office', () => {
  test.each([
    ['法定代表人：李四', ['李四']],
    ['法定代表人李四，已注销', ['李四']],
    ['法人代表付小红', []],
    ['法人代表：付小红', ['付小红']],
    ['项目负责人为陈学良。', ['陈学良']],
    ['经办人王小五', ['王小五']],
    ['开户名张三丰', ['张三丰']],
    ['户名：张三丰，卡号', ['张三丰']],
    ['持卡人陈小二反映', ['陈小二']],
  ])('%s', (text, found) => expect(names(text)).toEqual(found));

  test.each([
    '负责人高度重视',
    '负责人于次日到场',
    '负责人任免',
    '法人治理结构',
    '法人万达公司',
    '经办人员',
    '户名不符',
  ])('none is found in %s', (text) => expect(names(text)).toEqual([]));
});

describe('who is called by a title', () => {
  test.each<[how: string, text: string, found: string[]]>([
    ['by a family alone, with it', '陈师傅修了三次', ['陈师傅']],
    ['within a sentence', '物业李经理和保安王师傅不管', ['李经理', '王师傅']],
    ['behind what they are to the matter', '联系人王先生', ['王先生']],
    ['with a family that is a word as well', '请找高主任，何老师', ['高主任', '何老师']],
    ['by a whole name, without it', '请李建国同志办理', ['李建国']],
    ['within a sentence, of two characters', '新厂社区邓冰主任来过', ['邓冰']],
    ['a deputy', '洋湖办刘海兵副主任说', ['刘海兵']],
    ['again, without it', '王燕医生在，后来王燕走了', ['王燕', '王燕']],
    ['in English', 'Mr. John Smith called, John Smith said', ['John Smith', 'John Smith']],
    ['in English, a woman', 'Ask Ms Li Na', ['Li Na']],
  ])('%s: %s', (_, text, found) => expect(names(text)).toEqual(found));

  test.each([
    ['任何老师，由于老师罢课，对于老板，双方经理签字，校方老师'],
    ['提高老师待遇，感谢老师，正常老师，如何老板'],
    ['历任主任，现任厂长，任主任科员'],
    ['语文老师，历史老师，高中老师，数学老师'],
    ['总经理办公室，部门经理，项目经理，班主任，副主任'],
    ['国王先生，一张老师照片，康师傅方便面'],
    ['手术过程中医生离开'],
    ['Missing Mr and Ms, MS Office'],
  ])('none is found in %s', (text) => expect(names(text)).toEqual([]));
});
