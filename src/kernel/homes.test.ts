import { describe, expect, test } from 'vitest';
import { findPersonal } from './personal.ts';

const found = (text: string): string[] =>
  findPersonal(text)
    .filter(({ kind }) => kind === 'home')
    .map(({ start, end }) => text.slice(start, end));

describe('the door behind which somebody lives', () => {
  test.each<[where: string, text: string, found: string]>([
    ['from the building on, and not the road by which it is found', '我住建设路12号院3号楼501室', '3号楼501室'],
    ['by its entrance', '建设路12号院3号楼2单元501，楼上漏水', '3号楼2单元501'],
    ['by its entrance, in words', '幸福里六栋四单元310室', '六栋四单元310室'],
    ['on a side of the landing', '2单元五楼东户', '2单元五楼东户'],
    ['with its floor', '莲园小区3栋2单元5楼505室', '3栋2单元5楼505室'],
    ['in a house with a number alone', '顺河街10号502房断水', '10号502房'],
    ['without a word behind it', '莲园小区14栋201。', '14栋201'],
    ['of whoever owns it', '我是31栋103业主', '31栋103'],
    ['in figures alone', '家住锦绣小区3-2-501', '3-2-501'],
    ['of somebody who works for a firm', '我公司员工住幸福家园3号楼305室', '3号楼305室'],
    ['in the flats of a hospital’s people', '市医院家属院3号楼305室', '3号楼305室'],
    ['of full width', '３号楼５０１室', '３号楼５０１室'],
  ])('%s: %s', (_, text, home) => expect(found(text)).toEqual([home]));

  test.each([
    ['a place of work on a road', '建设路12号项目现场，建设路12号院门口积水'],
    ['an estate', '莲园小区3号楼电梯坏了，3号楼2单元门禁坏了'],
    ['the room of an office', '市民之家3号楼501室，行政服务中心2号楼203室'],
    ['the room of a firm', '莲城大厦A座1203室，我公司位于科技园3号楼305室'],
    ['a room of a school', '第一中学教学楼3号楼201室'],
    ['a shop', '莲园小区3号楼101室门面'],
    ['how many live there', '共3栋102户，10栋460户，3栋105平方米'],
    ['a way of building', '3栋2单元502户型，5栋2019年交房'],
    ['a measure and a day', '3号楼1000平，12号2023年开工'],
    ['a price', '12号3000房价'],
  ])('none is found in %s: %s', (_, text) => expect(found(text)).toEqual([]));
});
